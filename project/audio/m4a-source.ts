import type { Files } from '../files.ts'
import { FileBytes, MalformedMedia } from '../media/file-bytes.ts'
import { type DecodedBlock, decodedSource } from './decoded-source.ts'
import { type M4aTrack, m4aTrack } from './m4a-track.ts'
import type { PcmSource } from './pcm-source.ts'

/** Packets that are decoded at a time: about ten seconds. */
const AT_ONCE = 400
/** Bytes that are read in one go. */
const MOST_AT_ONCE = 1 << 22
/** Packets before those that are wanted: each sounds on into the next. */
const WARM_UP = 3

/** AAC packets in order, to be decoded by whoever can. */
export interface AacJob {
  readonly config: Uint8Array
  readonly sampleRate: number
  readonly channels: number
  readonly bytes: Uint8Array
  /** Of each packet in `bytes`. */
  readonly sizes: readonly number[]
}

/** Samples of each channel, from the first packet on. Null: AAC cannot be decoded here. */
export type DecodeAac = (job: AacJob) => Promise<readonly Float32Array[] | null>

/**
 * AAC in MP4. No decoder of it can be shipped, so the packets are handed to one that is there.
 * @throws MalformedMedia @throws FileError
 */
export async function m4aSource(
  files: Files,
  path: string,
  size: number,
  decode: DecodeAac
): Promise<PcmSource> {
  const track = await m4aTrack(new FileBytes(files, path, size))
  const { sampleRate, channels, length, places, sizes } = track
  const [first = new Uint8Array()] = await packetsOf(files, path, places.slice(0, 1), sizes.slice(0, 1))
  if ((await decode(jobOf(track, [first]))) === null) throw new MalformedMedia(NO_AAC)
  return decodedSource({
    sampleRate,
    channels,
    length,
    from: sample => decoded(files, path, track, decode, sample)
  })
}

const NO_AAC =
  'This system cannot decode this kind of AAC, so that no waveform can be drawn of it. It may still play.'

const jobOf = ({ config, sampleRate, channels }: M4aTrack, packets: readonly Uint8Array[]): AacJob => ({
  config,
  sampleRate,
  channels,
  bytes: Uint8Array.from(Buffer.concat(packets)),
  sizes: packets.map(packet => packet.length)
})

/** In one reading where they lie close together, as they do in a file without pictures. */
async function packetsOf(
  files: Files,
  path: string,
  places: readonly number[],
  sizes: readonly number[]
): Promise<readonly Uint8Array[]> {
  const start = Math.min(...places)
  const span = Math.max(...places.map((place, n) => place + sizes[n]!)) - start
  if (places.length === 0 || span > MOST_AT_ONCE)
    return Promise.all(
      places.map((place, n) => files.readRange(path, place, Math.min(sizes[n]!, MOST_AT_ONCE)))
    )
  const bytes = await files.readRange(path, start, span)
  return places.map((place, n) => bytes.subarray(place - start, place - start + sizes[n]!))
}

async function* decoded(
  files: Files,
  path: string,
  track: M4aTrack,
  decode: DecodeAac,
  sample: number
): AsyncGenerator<DecodedBlock> {
  const { samplesPerPacket, places, sizes, before } = track
  for (
    let first = Math.floor((sample + before) / samplesPerPacket);
    first < places.length;
    first += AT_ONCE
  ) {
    const begin = Math.max(0, first - WARM_UP)
    const end = Math.min(places.length, first + AT_ONCE)
    const packets = await packetsOf(files, path, places.slice(begin, end), sizes.slice(begin, end))
    const samples = await decode(jobOf(track, packets))
    if (samples === null) throw new MalformedMedia(NO_AAC)
    const skip = (first - begin) * samplesPerPacket
    yield { at: first * samplesPerPacket - before, channels: samples.map(one => one.subarray(skip)) }
  }
}
