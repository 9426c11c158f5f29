import { type FileBytes, MalformedMedia } from './file-bytes.ts'
import { type Box, boxAt, boxesIn, wholeFile } from './iso-boxes.ts'
import type { SoundHead } from './sound-head.ts'

/** The first sound track of an MP4 or M4A file. After ISO/IEC 14496-12, sections 8.4 and 8.5. */
export async function mp4Head(bytes: FileBytes): Promise<SoundHead> {
  const movie = await boxAt(bytes, wholeFile(bytes), 'moov')
  if (movie === undefined)
    throw new MalformedMedia('This file has no table of contents: it was not finished.')
  for (const track of await boxesIn(bytes, movie.start, movie.end)) {
    if (track.type !== 'trak') continue
    const handler = await boxAt(bytes, track, 'mdia', 'hdlr')
    if (handler === undefined) continue
    if ((await bytes.at(handler.start + 8, 4)).toString('latin1') !== 'soun') continue
    return trackHead(bytes, track)
  }
  throw new MalformedMedia('There is no sound in this file.')
}

async function trackHead(bytes: FileBytes, track: Box): Promise<SoundHead> {
  const times = await boxAt(bytes, track, 'mdia', 'mdhd')
  const samples = await boxAt(bytes, track, 'mdia', 'minf', 'stbl', 'stsd')
  if (times === undefined || samples === undefined)
    throw new MalformedMedia('The table of contents of this file is not whole.')
  const long = (await bytes.at(times.start, 1))[0] === 1
  const [scale, ticks] = long ? await longTimes(bytes, times.start) : await shortTimes(bytes, times.start)
  // Behind the count of entries, the head of the first and what it shares with entries of other kinds.
  const entry = await bytes.at(samples.start + 32, 10)
  return {
    channels: entry.readUInt16BE(0),
    sampleRate: entry.readUInt16BE(8) || scale,
    ...(scale > 0 && ticks > 0 ? { duration: ticks / scale } : {})
  }
}

async function shortTimes(bytes: FileBytes, start: number): Promise<[number, number]> {
  const body = await bytes.at(start + 12, 8)
  return [body.readUInt32BE(0), body.readUInt32BE(4)]
}

async function longTimes(bytes: FileBytes, start: number): Promise<[number, number]> {
  const body = await bytes.at(start + 20, 12)
  return [body.readUInt32BE(0), Number(body.readBigUInt64BE(4))]
}
