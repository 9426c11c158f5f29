import { exifOrientation } from './exif-orientation.ts'
import { CUT_OFF, type FileBytes, MalformedMedia } from './file-bytes.ts'
import type { PictureHead } from './picture-head.ts'

const HAS_EXIF = 0x08
const MOST_CHUNKS = 10_000
const MOST_EXIF = 1 << 20

/** After RFC 9649. */
export async function webpHead(bytes: FileBytes): Promise<PictureHead> {
  const riff = await bytes.at(0, 12)
  const end = riff.readUInt32LE(4) + 8
  if (end > bytes.size) throw new MalformedMedia(CUT_OFF)
  const chunk = await bytes.at(12, 8)
  const type = chunk.toString('latin1', 0, 4)
  const at = 20
  switch (type) {
    case 'VP8X': {
      const body = await bytes.at(at, 10)
      const exif = ((body[0] ?? 0) & HAS_EXIF) !== 0
      return {
        width: body.readUIntLE(4, 3) + 1,
        height: body.readUIntLE(7, 3) + 1,
        orientation: exif ? await orientationIn(bytes, end) : 1
      }
    }
    case 'VP8L': {
      const body = await bytes.at(at, 5)
      const bits = body.readUInt32LE(1)
      if (body[0] !== 0x2f) break
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1, orientation: 1 }
    }
    case 'VP8 ': {
      const body = await bytes.at(at, 10)
      if (body.readUIntBE(3, 3) !== 0x9d012a) break
      return { width: body.readUInt16LE(6) & 0x3fff, height: body.readUInt16LE(8) & 0x3fff, orientation: 1 }
    }
  }
  throw new MalformedMedia('This WebP is damaged before its picture begins.')
}

async function orientationIn(bytes: FileBytes, end: number): Promise<number> {
  let at = 12
  for (let chunk = 0; chunk < MOST_CHUNKS && at + 8 <= end; chunk++) {
    const head = await bytes.at(at, 8)
    const length = head.readUInt32LE(4)
    if (head.toString('latin1', 0, 4) === 'EXIF') {
      const exif = await bytes.upTo(at + 8, Math.min(length, MOST_EXIF))
      // Some writers keep the mark that JPEG needs before the TIFF header.
      return exifOrientation(exif.toString('latin1', 0, 6) === 'Exif\0\0' ? exif.subarray(6) : exif)
    }
    at += 8 + length + (length % 2)
  }
  return 1
}
