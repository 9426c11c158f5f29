import { CUT_OFF, type FileBytes, MalformedMedia } from './file-bytes.ts'
import type { PictureHead } from './picture-head.ts'

const EXTENSION = 0x21
const IMAGE = 0x2c
const MOST_BLOCKS = 10_000

/** After GIF89a. A first frame larger than the screen makes the picture larger, as decoders do. */
export async function gifHead(bytes: FileBytes): Promise<PictureHead> {
  const screen = await bytes.at(6, 7)
  let at = 13 + tableSize(screen[4] ?? 0)
  for (let block = 0; block < MOST_BLOCKS; block++) {
    const kind = (await bytes.at(at, 1))[0]
    if (kind === EXTENSION) at = await afterSubBlocks(bytes, at + 2)
    else if (kind === IMAGE) {
      const frame = await bytes.at(at + 1, 9)
      await afterSubBlocks(bytes, at + 11 + tableSize(frame[8] ?? 0))
      return {
        width: Math.max(screen.readUInt16LE(0), frame.readUInt16LE(0) + frame.readUInt16LE(4)),
        height: Math.max(screen.readUInt16LE(2), frame.readUInt16LE(2) + frame.readUInt16LE(6)),
        orientation: 1
      }
    } else break
  }
  throw new MalformedMedia('This GIF holds no picture.')
}

/** Bytes of the colour table that the flags announce. */
const tableSize = (flags: number) => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1))

async function afterSubBlocks(bytes: FileBytes, from: number): Promise<number> {
  for (let at = from; at < bytes.size;) {
    const length = (await bytes.at(at, 1))[0] ?? 0
    at += 1 + length
    if (length === 0) return at
  }
  throw new MalformedMedia(CUT_OFF)
}
