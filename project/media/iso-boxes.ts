import { CUT_OFF, type FileBytes, MalformedMedia } from './file-bytes.ts'

/** A box of the ISO base media file format (ISO/IEC 14496-12, section 4.2). Offsets are those of the file. */
export interface Box {
  readonly type: string
  /** Of the content, after the head of the box. */
  readonly start: number
  readonly end: number
}

const MOST_BOXES = 10_000

/** The boxes between two offsets, in order. */
export async function boxesIn(bytes: FileBytes, start: number, end: number): Promise<readonly Box[]> {
  const boxes: Box[] = []
  for (let at = start; at + 8 <= end;) {
    const head = await bytes.at(at, 8)
    const type = head.toString('latin1', 4, 8)
    const short = head.readUInt32BE(0)
    const long = short === 1
    const size = long
      ? Number((await bytes.at(at + 8, 8)).readBigUInt64BE(0))
      : short === 0
        ? end - at
        : short
    if (size < (long ? 16 : 8))
      throw new MalformedMedia('A part of this file says it is smaller than its own head.')
    if (at + size > end) throw new MalformedMedia(CUT_OFF)
    if (boxes.length === MOST_BOXES) throw new MalformedMedia('This file has more parts than it can have.')
    boxes.push({ type, start: at + (long ? 16 : 8), end: at + size })
    at += size
  }
  return boxes
}

/** The first box of a type, or undefined. */
export const boxOf = (boxes: readonly Box[], type: string) => boxes.find(box => box.type === type)

/** A file as the box around all its boxes. */
export const wholeFile = (bytes: FileBytes): Box => ({ type: '', start: 0, end: bytes.size })

/** Follows a path of types from a box downwards. */
export async function boxAt(
  bytes: FileBytes,
  from: Box,
  ...path: readonly string[]
): Promise<Box | undefined> {
  let found: Box | undefined = from
  for (const type of path) {
    if (found === undefined) return undefined
    found = boxOf(await boxesIn(bytes, found.start, found.end), type)
  }
  return found
}
