import { type FileBytes, MalformedMedia } from './file-bytes.ts'
import { type Box, boxesIn, boxOf } from './iso-boxes.ts'
import type { PictureHead } from './picture-head.ts'

const MOST_PROPERTIES = 64 * 1024

/**
 * The size of the primary item, and its turns by 90 degrees as an orientation. After ISO/IEC 23008-12 (HEIF), sections
 * 6.5 and 9.3. EXIF data in these files says nothing about how they are shown.
 */
export async function avifHead(bytes: FileBytes): Promise<PictureHead> {
  const meta = boxOf(await boxesIn(bytes, 0, bytes.size), 'meta')
  if (meta === undefined) throw new MalformedMedia(noPicture)
  const inside = await boxesIn(bytes, meta.start + 4, meta.end)
  const [primary, properties] = [boxOf(inside, 'pitm'), boxOf(inside, 'iprp')]
  if (primary === undefined || properties === undefined) throw new MalformedMedia(noPicture)
  const item = await primaryItem(bytes, primary)
  const parts = await boxesIn(bytes, properties.start, properties.end)
  const [container, associations] = [boxOf(parts, 'ipco'), boxOf(parts, 'ipma')]
  if (container === undefined || associations === undefined) throw new MalformedMedia(noPicture)
  const all = await boxesIn(bytes, container.start, container.end)
  const own = (await propertiesOf(bytes, associations, item)).flatMap(place => all[place - 1] ?? [])
  const [extent, turn] = [boxOf(own, 'ispe'), boxOf(own, 'irot')]
  if (extent === undefined) throw new MalformedMedia(noPicture)
  const size = await bytes.at(extent.start + 4, 8)
  const quarters = turn === undefined ? 0 : ((await bytes.at(turn.start, 1))[0] ?? 0) & 3
  return {
    width: size.readUInt32BE(0),
    height: size.readUInt32BE(4),
    orientation: [1, 8, 3, 6][quarters] ?? 1
  }
}

const noPicture = 'This AVIF holds no picture.'

async function primaryItem(bytes: FileBytes, box: Box): Promise<number> {
  const version = (await bytes.at(box.start, 1))[0]
  return version === 0
    ? (await bytes.at(box.start + 4, 2)).readUInt16BE(0)
    : (await bytes.at(box.start + 4, 4)).readUInt32BE(0)
}

/** Places, from 1, of an item's properties in their container. */
async function propertiesOf(bytes: FileBytes, box: Box, wanted: number): Promise<readonly number[]> {
  const body = await bytes.upTo(box.start, Math.min(box.end - box.start, MOST_PROPERTIES))
  let at = 8
  const next = (length: 1 | 2 | 4) => {
    if (at + length > body.length) throw new MalformedMedia(noPicture)
    at += length
    return body.readUIntBE(at - length, length)
  }
  if (body.length < at) throw new MalformedMedia(noPicture)
  const [longIds, longPlaces] = [body[0] !== 0, ((body[3] ?? 0) & 1) === 1]
  const entries = body.readUInt32BE(4)
  for (let entry = 0; entry < entries; entry++) {
    const item = next(longIds ? 4 : 2)
    const count = next(1)
    const places = Array.from({ length: count }, () => (longPlaces ? next(2) & 0x7fff : next(1) & 0x7f))
    if (item === wanted) return places
  }
  return []
}
