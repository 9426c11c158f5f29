import { type FileBytes, MalformedMedia } from '../media/file-bytes.ts'
import { type Box, boxAt, boxesIn, wholeFile } from '../media/iso-boxes.ts'

/** The AAC packets of a sound track in MP4, and how to decode them. */
export interface M4aTrack {
  /** AudioSpecificConfig: what a decoder is started with. */
  readonly config: Uint8Array
  /** Hz, as decoded. */
  readonly sampleRate: number
  readonly channels: number
  readonly samplesPerPacket: number
  readonly places: readonly number[]
  readonly sizes: readonly number[]
  /** Samples that are decoded before the recording begins. */
  readonly before: number
  readonly length: number
}

const MOST_PACKETS = 10_000_000
/** Samples that AAC can have in a packet. */
const packetLengths = new Set([960, 1024, 1920, 2048])

/** Reads the table of contents (ISO/IEC 14496-12, section 8). @throws MalformedMedia @throws FileError */
export async function m4aTrack(bytes: FileBytes): Promise<M4aTrack> {
  const movie = await boxAt(bytes, wholeFile(bytes), 'moov')
  if (movie === undefined)
    throw new MalformedMedia('This file has no table of contents: it was not finished.')
  for (const track of await boxesIn(bytes, movie.start, movie.end)) {
    if (track.type !== 'trak') continue
    const handler = await boxAt(bytes, track, 'mdia', 'hdlr')
    if (handler === undefined) continue
    if ((await bytes.at(handler.start + 8, 4)).toString('latin1') !== 'soun') continue
    return readTrack(bytes, movie, track)
  }
  throw new MalformedMedia('There is no sound in this file.')
}

const NOT_WHOLE = 'The table of contents of this file is not whole.'

async function readTrack(bytes: FileBytes, movie: Box, track: Box): Promise<M4aTrack> {
  const whole = async (from: Box, ...path: string[]): Promise<Buffer> => {
    const box = await boxAt(bytes, from, ...path)
    if (box === undefined) throw new MalformedMedia(NOT_WHOLE)
    return bytes.at(box.start, box.end - box.start)
  }
  const table = (name: string) => whole(track, 'mdia', 'minf', 'stbl', name)
  const sizes = sizesOf(await table('stsz'))
  const places = placesOf(await table('stsc'), await chunksOf(bytes, track), sizes)
  const { config, channels, sampleRate } = entryOf(await table('stsd'))
  const times = await table('stts')
  const samplesPerPacket = times.length >= 16 ? times.readUInt32BE(12) : 1024
  if (!packetLengths.has(samplesPerPacket)) throw new MalformedMedia(NOT_WHOLE)
  const all = places.length * samplesPerPacket
  const edit = await editOf(bytes, track)
  const scale = timescale(await whole(movie, 'mvhd'))
  const before = Math.min(all, edit?.mediaTime ?? 0)
  const shown =
    edit === undefined || edit.duration === 0 ? all : Math.round((edit.duration / scale) * sampleRate)
  if (all === 0) throw new MalformedMedia('This recording holds no sound.')
  return {
    config,
    sampleRate,
    channels,
    samplesPerPacket,
    places,
    sizes,
    before,
    length: Math.min(all - before, shown)
  }
}

function sizesOf(box: Buffer): number[] {
  const [fixed, count] = [box.readUInt32BE(4), box.readUInt32BE(8)]
  if (count > MOST_PACKETS || (fixed === 0 && box.length < 12 + 4 * count))
    throw new MalformedMedia(NOT_WHOLE)
  return Array.from({ length: count }, (_, n) => (fixed === 0 ? box.readUInt32BE(12 + 4 * n) : fixed))
}

async function chunksOf(bytes: FileBytes, track: Box): Promise<number[]> {
  const short = await boxAt(bytes, track, 'mdia', 'minf', 'stbl', 'stco')
  const box = short ?? (await boxAt(bytes, track, 'mdia', 'minf', 'stbl', 'co64'))
  if (box === undefined) throw new MalformedMedia(NOT_WHOLE)
  const body = await bytes.at(box.start, box.end - box.start)
  const count = body.readUInt32BE(4)
  const width = short === undefined ? 8 : 4
  if (body.length < 8 + width * count) throw new MalformedMedia(NOT_WHOLE)
  return Array.from({ length: count }, (_, n) =>
    width === 4 ? body.readUInt32BE(8 + 4 * n) : Number(body.readBigUInt64BE(8 + 8 * n))
  )
}

/** Which chunk holds how many packets is written only where it changes. */
function placesOf(runs: Buffer, chunks: readonly number[], sizes: readonly number[]): number[] {
  const places: number[] = []
  const count = runs.readUInt32BE(4)
  if (count === 0 || runs.length < 8 + 12 * count) throw new MalformedMedia(NOT_WHOLE)
  let run = 0
  for (let chunk = 0; chunk < chunks.length && places.length < sizes.length; chunk++) {
    while (run + 1 < count && runs.readUInt32BE(8 + 12 * (run + 1)) <= chunk + 1) run++
    let at = chunks[chunk]!
    const inChunk = runs.readUInt32BE(8 + 12 * run + 4)
    for (let packet = 0; packet < inChunk && places.length < sizes.length; packet++) {
      places.push(at)
      at += sizes[places.length - 1]!
    }
  }
  return places
}

/** The sound of the first entry: `mp4a`, in it `esds`, in it what the decoder is told (ISO/IEC 14496-1, section 7.2.6). */
function entryOf(box: Buffer): { config: Uint8Array; channels: number; sampleRate: number } {
  if (box.toString('latin1', 12, 16) !== 'mp4a')
    throw new MalformedMedia('The sound in this file is no AAC: no waveform can be drawn of it.')
  const found = box.indexOf('esds', 0, 'latin1')
  if (found < 0) throw new MalformedMedia(NOT_WHOLE)
  let at = found + 8
  const next = (tag: number): number => {
    if (box[at] !== tag) throw new MalformedMedia(NOT_WHOLE)
    let length = 0
    do length = length * 128 + (box[++at]! & 127)
    while ((box[at]! & 128) !== 0 && at < box.length)
    at++
    return length
  }
  next(3)
  const flags = box[at + 2]!
  at += 3 + ((flags & 128) === 0 ? 0 : 2) + ((flags & 32) === 0 ? 0 : 2)
  if ((flags & 64) !== 0) at += 1 + box[at]!
  next(4)
  at += 13
  const length = next(5)
  const config = Uint8Array.from(box.subarray(at, at + length))
  return { config, channels: channelsOf(config), sampleRate: box.readUInt16BE(40) }
}

/** The entry around it often says two whatever there are. ISO/IEC 14496-3, section 1.6.2.1. */
function channelsOf(config: Uint8Array): number {
  const bits = Buffer.concat([config, Buffer.alloc(8)]).readBigUInt64BE(0)
  const rate = (bits >> 55n) & 15n
  const layout = Number((rate === 15n ? bits >> 27n : bits >> 51n) & 15n)
  return layout === 7 ? 8 : Math.max(1, layout)
}

/** What of the track is shown. The first edit that is not empty; undefined: all of it. */
async function editOf(
  bytes: FileBytes,
  track: Box
): Promise<{ readonly duration: number; readonly mediaTime: number } | undefined> {
  const box = await boxAt(bytes, track, 'edts', 'elst')
  if (box === undefined) return undefined
  const body = await bytes.at(box.start, box.end - box.start)
  const long = body[0] === 1
  const width = long ? 20 : 12
  const count = body.readUInt32BE(4)
  for (let n = 0; n < count && 8 + width * (n + 1) <= body.length; n++) {
    const at = 8 + width * n
    const duration = long ? Number(body.readBigUInt64BE(at)) : body.readUInt32BE(at)
    const mediaTime = long ? Number(body.readBigInt64BE(at + 8)) : body.readInt32BE(at + 4)
    if (mediaTime >= 0) return { duration, mediaTime }
  }
  return undefined
}

const timescale = (header: Buffer) => header.readUInt32BE(header[0] === 1 ? 20 : 12) || 1
