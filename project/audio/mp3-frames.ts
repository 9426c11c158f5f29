import { MalformedMedia } from '../media/file-bytes.ts'
import type { FileWindow } from './file-window.ts'

/** Every so many frames their place is kept. */
export const KEPT_EVERY = 16
/** What lies between two frames and is none: tags, cut parts. Longer than this, the recording ends there. */
const LONGEST_GAP = 1 << 20
const LONGEST_FRAME = 8192

/** Frames that lie one behind the other in the file. */
export interface FrameRun {
  /** Number of the first frame, counted from 0. */
  readonly first: number
  readonly count: number
  /** Where the frames `first`, `first + KEPT_EVERY`, … begin. */
  readonly places: readonly number[]
  readonly end: number
}

export interface Mp3Frames {
  readonly sampleRate: number
  readonly channels: number
  readonly samplesPerFrame: number
  readonly frames: number
  readonly runs: readonly FrameRun[]
  /** Samples that the encoder put before the sound, and behind it: 0 where it does not say. */
  readonly before: number
  readonly behind: number
}

interface Head {
  readonly length: number
  readonly samples: number
  readonly sampleRate: number
  readonly channels: number
  /** Where the counts of a first frame would be, from its start. */
  readonly infoAt: number
}

/** kbit/s. ISO/IEC 11172-3, section 2.4.2.3, and 13818-3, by version and layer. */
const first = [
  [0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448],
  [0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
  [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320]
]
const second = [
  [0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256],
  [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
  [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]
]
const rates = [44_100, 48_000, 32_000]
/** Samples that every decoder of layer 3 is late. */
const DECODER_DELAY = 529

/** Undefined where no frame begins. */
function headAt(bytes: Buffer, at: number): Head | undefined {
  if (at + 4 > bytes.length || bytes[at] !== 0xff || (bytes[at + 1]! & 0xe0) !== 0xe0) return undefined
  const version = (bytes[at + 1]! >> 3) & 3
  const layer = 4 - ((bytes[at + 1]! >> 1) & 3)
  const rate = rates[(bytes[at + 2]! >> 2) & 3]
  const one = version === 3
  const bitRate = (one ? first : second)[layer - 1]?.[bytes[at + 2]! >> 4] ?? 0
  if (version === 1 || layer === 4 || rate === undefined || bitRate === 0) return undefined
  const sampleRate = rate / (one ? 1 : version === 2 ? 2 : 4)
  const padding = (bytes[at + 2]! >> 1) & 1
  const samples = layer === 1 ? 384 : layer === 2 || one ? 1152 : 576
  const mono = bytes[at + 3]! >> 6 === 3
  const length =
    layer === 1
      ? (Math.floor((12_000 * bitRate) / sampleRate) + padding) * 4
      : Math.floor(((samples / 8) * 1000 * bitRate) / sampleRate) + padding
  return {
    length,
    samples,
    sampleRate,
    channels: mono ? 1 : 2,
    infoAt: 4 + (one ? (mono ? 17 : 32) : mono ? 9 : 17)
  }
}

const alike = (a: Head, b: Head) =>
  a.sampleRate === b.sampleRate && a.samples === b.samples && a.channels === b.channels

/**
 * Walks the frames of an MP3 from one head to the next: how many there are is how long it is, whatever its tags say.
 * @throws MalformedMedia @throws FileError
 */
export async function mp3Frames(file: FileWindow, start: number): Promise<Mp3Frames> {
  const begin = await nextFrame(file, start, undefined)
  if (begin === undefined) throw new MalformedMedia('This MP3 holds no sound.')
  const { at: firstAt, head } = begin
  const info = encoderInfo(await file.at(firstAt, head.length), head)
  const runs: FrameRun[] = []
  let count = 0
  for (let at: number | undefined = info === undefined ? firstAt : firstAt + head.length; at !== undefined;) {
    const run = await runFrom(file, at, head, count)
    if (run.count > 0) runs.push(run)
    count += run.count
    at = (await nextFrame(file, run.count > 0 ? run.end : at + 1, head))?.at
  }
  if (count === 0) throw new MalformedMedia('This MP3 holds no sound.')
  const { sampleRate, channels, samples: samplesPerFrame } = head
  const known = info?.delays
  return {
    sampleRate,
    channels,
    samplesPerFrame,
    frames: count,
    runs,
    before: known === undefined ? 0 : known.before + DECODER_DELAY,
    behind: known === undefined ? 0 : Math.max(0, known.behind - DECODER_DELAY)
  }
}

async function runFrom(file: FileWindow, start: number, like: Head, number: number): Promise<FrameRun> {
  const places: number[] = []
  let at = start
  let count = 0
  for (;;) {
    const bytes = await file.rest(at, LONGEST_FRAME)
    let within = 0
    let ended = false
    // A whole frame, and none that is cut by the end of the file.
    for (;;) {
      const head = headAt(bytes, within)
      ended = head === undefined || !alike(head, like)
      if (head === undefined || ended || within + head.length > bytes.length) break
      if (count % KEPT_EVERY === 0) places.push(at + within)
      count++
      within += head.length
    }
    at += within
    if (within === 0 || (ended && bytes.length - within >= 4)) break
  }
  return { first: number, count, places, end: at }
}

/** The next place where a frame begins and another one behind it: four bytes alone are often an accident. */
async function nextFrame(
  file: FileWindow,
  from: number,
  like: Head | undefined
): Promise<{ readonly at: number; readonly head: Head } | undefined> {
  const last = Math.min(file.size, from + LONGEST_GAP)
  for (let at = from; at + 4 <= last;) {
    const bytes = await file.rest(at, LONGEST_FRAME * 2)
    const safe = at + bytes.length >= file.size ? bytes.length : bytes.length - LONGEST_FRAME
    for (
      let within = bytes.indexOf(0xff);
      within >= 0 && within < safe;
      within = bytes.indexOf(0xff, within + 1)
    ) {
      const head = headAt(bytes, within)
      if (head === undefined || (like !== undefined && !alike(head, like))) continue
      const next = headAt(bytes, within + head.length)
      const isLast = at + within + head.length === file.size
      if (isLast || (next !== undefined && alike(head, next))) return { at: at + within, head }
    }
    at += Math.max(1, safe)
  }
  return undefined
}

/** Encoders that count what they added at both ends. */
const knownEncoders = new Set(['LAME', 'Lavf', 'Lavc'])

/** What a first frame without sound says of the others; undefined where it is a frame like them. */
function encoderInfo(
  frame: Buffer,
  { infoAt }: Head
): { readonly delays?: { readonly before: number; readonly behind: number } } | undefined {
  const says = (at: number) => frame.toString('latin1', at, at + 4)
  if (says(36) === 'VBRI') return {}
  if ((says(infoAt) !== 'Xing' && says(infoAt) !== 'Info') || frame.length < infoAt + 8) return undefined
  const flags = frame.readUInt32BE(infoAt + 4)
  const has = (flag: number, length: number) => ((flags & flag) === 0 ? 0 : length)
  const encoder = infoAt + 8 + has(1, 4) + has(2, 4) + has(4, 100) + has(8, 4)
  if (!knownEncoders.has(says(encoder)) || frame.length < encoder + 24) return {}
  const both = frame.readUIntBE(encoder + 21, 3)
  return { delays: { before: both >>> 12, behind: both & 0xfff } }
}
