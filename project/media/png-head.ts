import { exifOrientation } from './exif-orientation.ts'
import { CUT_OFF, type FileBytes, MalformedMedia } from './file-bytes.ts'
import type { PictureHead } from './picture-head.ts'

const SIGNATURE = 8
/** Length, type and checksum around the data of a chunk. */
const AROUND = 12
const MOST_CHUNKS = 10_000
const MOST_EXIF = 1 << 20
/** The last chunk, which has no data. */
const END = Buffer.from('\0\0\0\0IEND\xaeB`\x82', 'latin1')

/** After PNG 3 (W3C), sections 5 and 11. An animation is as large as its header says: no frame may be larger. */
export async function pngHead(bytes: FileBytes): Promise<PictureHead> {
  const header = await bytes.at(SIGNATURE, AROUND + 13)
  if (header.toString('latin1', 4, 8) !== 'IHDR' || header.readUInt32BE(0) !== 13)
    throw new MalformedMedia('This PNG does not begin with its header.')
  const orientation = await beforeThePicture(bytes)
  await mustEnd(bytes)
  return { width: header.readUInt32BE(8), height: header.readUInt32BE(12), orientation }
}

async function beforeThePicture(bytes: FileBytes): Promise<number> {
  let orientation = 1
  let at = SIGNATURE
  for (let chunk = 0; chunk < MOST_CHUNKS; chunk++) {
    const head = await bytes.at(at, 8)
    const length = head.readUInt32BE(0)
    const type = head.toString('latin1', 4, 8)
    if (type === 'IDAT') return orientation
    if (type === 'IEND') break
    if (type === 'eXIf') orientation = exifOrientation(await bytes.at(at + 8, Math.min(length, MOST_EXIF)))
    at += AROUND + length
  }
  throw new MalformedMedia('This PNG holds no picture.')
}

/** Nearly every file ends with its last chunk; one with something behind it is searched. */
async function mustEnd(bytes: FileBytes): Promise<void> {
  const tail = await bytes.at(Math.max(0, bytes.size - (1 << 16)), Math.min(bytes.size, 1 << 16))
  if (tail.includes(END)) return
  let at = SIGNATURE
  for (;;) {
    const head = await bytes.at(at, 8)
    if (head.toString('latin1', 4, 8) === 'IEND') return
    at += AROUND + head.readUInt32BE(0)
    if (at >= bytes.size) throw new MalformedMedia(CUT_OFF)
  }
}
