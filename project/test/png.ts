import { crc32, deflateSync } from 'node:zlib'

type Size = readonly [width: number, height: number]

/** A PNG of one grey that any program shows. `says` is the size its header claims instead. */
export function png(width: number, height: number, says: Size = [width, height]): Uint8Array {
  return pngOf(says, 'grey', Buffer.alloc((width + 1) * height))
}

/** A PNG of one colour with lines every 50 pixels, to see where things are. */
export function linedPng(
  width: number,
  height: number,
  colour: readonly [red: number, green: number, blue: number]
): Uint8Array {
  const row = (y: number) => {
    const bytes = Buffer.alloc(1 + 3 * width)
    for (let x = 0; x < width; x++) bytes.set(x % 50 === 0 || y % 50 === 0 ? [40, 40, 40] : colour, 1 + 3 * x)
    return bytes
  }
  const rows = Buffer.concat(Array.from({ length: height }, (_, y) => row(y)))
  return pngOf([width, height], 'rgb', rows)
}

/** `rows` of 8 bits for each channel, a filter byte before each. https://www.w3.org/TR/png-3/ */
function pngOf([width, height]: Size, colours: 'grey' | 'rgb', rows: Uint8Array): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, colours === 'grey' ? 0 : 2], 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(rows)),
    pngChunk('IEND', Buffer.alloc(0))
  ])
}

function pngChunk(type: string, body: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(body.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
