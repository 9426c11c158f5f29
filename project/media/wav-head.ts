import { type FileBytes, MalformedMedia } from './file-bytes.ts'
import type { SoundHead } from './sound-head.ts'

/** How the samples of a WAV file lie in it. */
export interface WavLayout {
  /** What a sample is: `fmt ` tag, for WAVE_FORMAT_EXTENSIBLE that of its sub-format. */
  readonly encoding: number
  readonly sampleRate: number
  readonly channels: number
  readonly bitsPerSample: number
  /** Bytes of one sample of all channels; of one block where samples are packed. */
  readonly blockBytes: number
  /** Where the samples are in the file. */
  readonly start: number
  readonly end: number
  /** Seconds. */
  readonly duration: number
  readonly note?: string
}

const PCM = 1
const FLOAT = 3
const ALAW = 6
const MULAW = 7
const EXTENSIBLE = 0xfffe
const plain = new Set([PCM, FLOAT, ALAW, MULAW])

/** From here on a size means "not known when the header was written". */
const UNKNOWN_SIZE = 0xffff_f000
const MOST_CHUNKS = 10_000

export async function wavHead(bytes: FileBytes): Promise<SoundHead> {
  const { sampleRate, channels, duration, note } = await wavLayout(bytes)
  return { sampleRate, channels, duration, ...(note === undefined ? {} : { note }) }
}

/**
 * Walks the chunks of a WAV file (Microsoft RIFF, "Multiple channel audio data and WAVE files", and EBU Tech 3306 for
 * RF64). The size in the header may be wrong: a file that is shorter is read to its end, and so is one that was
 * written as a stream.
 * @throws MalformedMedia
 */
export async function wavLayout(bytes: FileBytes): Promise<WavLayout> {
  let format: Buffer | undefined
  let longSize: number | undefined
  let facts: number | undefined
  let at = 12
  for (let chunk = 0; chunk < MOST_CHUNKS && at + 8 <= bytes.size; chunk++) {
    const head = await bytes.at(at, 8)
    const type = head.toString('latin1', 0, 4)
    const size = head.readUInt32LE(4)
    const start = at + 8
    if (type === 'fmt ') format = await bytes.at(start, Math.min(size, 40))
    else if (type === 'ds64') longSize = Number((await bytes.at(start, 16)).readBigUInt64LE(8))
    else if (type === 'fact' && size >= 4) facts = (await bytes.at(start, 4)).readUInt32LE(0)
    else if (type === 'data') {
      if (format === undefined) throw new MalformedMedia('This WAV does not say how its sound is stored.')
      return layout(bytes, format, start, size, { longSize, facts })
    }
    at = start + size + (size % 2)
  }
  throw new MalformedMedia('This WAV holds no sound.')
}

function layout(
  bytes: FileBytes,
  format: Buffer,
  start: number,
  size: number,
  also: { readonly longSize: number | undefined; readonly facts: number | undefined }
): WavLayout {
  if (format.length < 16) throw new MalformedMedia('This WAV does not say how its sound is stored.')
  const tag = format.readUInt16LE(0)
  // The first two bytes of a sub-format are the tag it stands for.
  const encoding = tag === EXTENSIBLE && format.length >= 26 ? format.readUInt16LE(24) : tag
  const [channels, sampleRate, byteRate] = [
    format.readUInt16LE(2),
    format.readUInt32LE(4),
    format.readUInt32LE(8)
  ]
  const bitsPerSample = format.readUInt16LE(14)
  const exact = channels * Math.ceil(bitsPerSample / 8)
  const blockBytes = plain.has(encoding) ? exact : format.readUInt16LE(12)
  if (blockBytes === 0) throw new MalformedMedia('This WAV says that its samples have no size.')
  const room = bytes.size - start
  const given = size >= UNKNOWN_SIZE ? (also.longSize ?? room) : size === 0 ? room : size
  const length = Math.min(given, room)
  const frames = Math.floor(length / blockBytes)
  const seconds = (counted: number, rate: number) => (rate === 0 ? 0 : counted / rate)
  const duration = plain.has(encoding)
    ? seconds(frames, sampleRate)
    : also.facts === undefined
      ? seconds(length, byteRate)
      : seconds(also.facts, sampleRate)
  const note =
    given > room
      ? `The header promises ${shown(seconds(given, byteRate))} of sound and the file holds ${shown(duration)}.`
      : undefined
  return {
    encoding,
    sampleRate,
    channels,
    bitsPerSample,
    blockBytes,
    start,
    end: start + length,
    duration,
    ...(note === undefined ? {} : { note })
  }
}

const shown = (seconds: number) => `${Math.round(seconds * 10) / 10} s`
