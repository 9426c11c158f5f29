import { CUT_OFF, type FileBytes, MalformedMedia } from './file-bytes.ts'
import type { PictureHead } from './picture-head.ts'

const CORE_HEADER = 12

/** After the BITMAPFILEHEADER and BITMAPINFOHEADER of Windows. */
export async function bmpHead(bytes: FileBytes): Promise<PictureHead> {
  const file = await bytes.at(0, 18)
  const pixels = file.readUInt32LE(10)
  if (file.readUInt32LE(14) === CORE_HEADER) {
    const body = await bytes.at(18, 8)
    return sized(bytes, pixels, body.readUInt16LE(0), body.readUInt16LE(2), body.readUInt16LE(6))
  }
  if (file.readUInt32LE(14) < 40) throw new MalformedMedia('This BMP does not begin with its header.')
  const body = await bytes.at(18, 16)
  const [width, height, bits] = [body.readInt32LE(0), body.readInt32LE(4), body.readUInt16LE(10)]
  const packed = body.readUInt32LE(12)
  // A negative height only says that the first row is the top one.
  return sized(bytes, pixels, width, Math.abs(height), packed === 0 || packed === 3 ? bits : 0)
}

/** `bits` of a pixel; 0 when rows are packed and the size tells nothing. */
function sized(bytes: FileBytes, pixels: number, width: number, height: number, bits: number): PictureHead {
  const row = Math.ceil((width * bits) / 32) * 4
  if (pixels + row * height > bytes.size) throw new MalformedMedia(CUT_OFF)
  return { width, height, orientation: 1 }
}
