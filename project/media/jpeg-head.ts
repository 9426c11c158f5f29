import { exifOrientation } from './exif-orientation.ts'
import { CUT_OFF, type FileBytes, MalformedMedia } from './file-bytes.ts'
import type { PictureHead } from './picture-head.ts'

/** Baseline, extended and progressive: the kinds that Chromium decodes. */
const SHOWN = new Set([0xc0, 0xc1, 0xc2])
const NOT_FRAMES = new Set([0xc4, 0xc8, 0xcc])
const START_OF_SCAN = 0xda
const APP1 = 0xe1
const MOST_SEGMENTS = 10_000

/** After ITU T.81, annex B, and EXIF 2.32 for the orientation. */
export async function jpegHead(bytes: FileBytes): Promise<PictureHead> {
  let size: { readonly width: number; readonly height: number } | undefined
  let orientation: number | undefined
  let at = 2
  for (let segment = 0; segment < MOST_SEGMENTS; segment++) {
    const [mark = 0, marker = 0] = await bytes.at(at, 2)
    if (mark !== 0xff) throw new MalformedMedia('This JPEG is damaged before its picture begins.')
    // Fill bytes may stand before a marker, and some markers stand alone.
    if (marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += marker === 0xff ? 1 : 2
      continue
    }
    if (marker === 0xd9) break
    const length = (await bytes.at(at + 2, 2)).readUInt16BE(0)
    if (length < 2) throw new MalformedMedia('This JPEG is damaged before its picture begins.')
    if (marker === APP1) orientation ??= orientationIn(await bytes.at(at + 4, length - 2))
    if (marker >= 0xc0 && marker <= 0xcf && !NOT_FRAMES.has(marker)) {
      if (size !== undefined) throw new MalformedMedia('This JPEG gives its size twice.')
      size = frame(marker, await bytes.at(at + 4, 6))
    }
    at += 2 + length
    if (marker !== START_OF_SCAN) continue
    if (size === undefined) break
    await mustEnd(bytes, at)
    return { ...size, orientation: orientation ?? 1 }
  }
  throw new MalformedMedia('This JPEG holds no picture.')
}

function frame(marker: number, body: Buffer): { readonly width: number; readonly height: number } {
  if (!SHOWN.has(marker))
    throw new MalformedMedia('This is a lossless or arithmetic JPEG, which cannot be shown. Convert it.')
  if (body[0] !== 8)
    throw new MalformedMedia(`This JPEG has ${body[0]} bits per channel and cannot be shown. Convert it.`)
  return { height: body.readUInt16BE(1), width: body.readUInt16BE(3) }
}

function orientationIn(segment: Buffer): number | undefined {
  return segment.toString('latin1', 0, 6) === 'Exif\0\0' ? exifOrientation(segment.subarray(6)) : undefined
}

/**
 * A cut picture is shown in part, which nobody would label on purpose. Cameras put whole videos behind the end, so
 * where the last bytes do not hold it, all of the picture is searched.
 */
async function mustEnd(bytes: FileBytes, scan: number): Promise<void> {
  const PIECE = 1 << 20
  const tail = await bytes.at(Math.max(scan, bytes.size - 4096), Math.min(bytes.size - scan, 4096))
  if (tail.includes(END_OF_IMAGE)) return
  for (let at = scan; at < bytes.size; at += PIECE - 1)
    if ((await bytes.upTo(at, PIECE)).includes(END_OF_IMAGE)) return
  throw new MalformedMedia(CUT_OFF)
}

const END_OF_IMAGE = Buffer.from([0xff, 0xd9])
