import { FLACDecoder } from '@wasm-audio-decoders/flac'
import type { Files } from '../files.ts'
import { FileBytes, MalformedMedia } from '../media/file-bytes.ts'
import { type DecodedBlock, decodedSource } from './decoded-source.ts'
import { FileWindow } from './file-window.ts'
import { FLAC_HEAD, type FlacFrame, flacFrameAt } from './flac-frames.ts'
import type { PcmSource } from './pcm-source.ts'

const MOST_BLOCKS = 10_000
/** A frame of 8 channels of 65,535 samples of 32 bits is not larger. */
const LONGEST_FRAME = 1 << 21
/** Samples. */
const MOST_LOST = 1 << 24
/** Frames that are decoded at a time. */
const AT_ONCE = 16

export const flacSource = (files: Files, path: string, size: number) => flacSourceAt(files, path, size, 0)

interface Placed extends FlacFrame {
  readonly place: number
}

/** FLAC whose mark `fLaC` is at `start`. @throws MalformedMedia @throws FileError */
export async function flacSourceAt(
  files: Files,
  path: string,
  size: number,
  start: number
): Promise<PcmSource> {
  const bytes = new FileBytes(files, path, size)
  const { blockSize, sampleRate, channels, total } = streamInfo(await bytes.at(start + 8, 34))
  const first = await afterBlocks(bytes, start + 4)
  const file = new FileWindow(files, path, size)
  const next: NextFrame = (from, after, until) => nextFrame(file, from, blockSize, after, until)
  const held = await lastSample(next, first, size)
  if (held === 0) throw new MalformedMedia('This FLAC holds no sound.')
  // A head that promises more than there is, or nothing.
  const length = total === 0 ? held : Math.min(total, held)
  return decodedSource({
    sampleRate,
    channels,
    length,
    async *from(sample) {
      // A window of its own: several may be read from at a time.
      const own = new FileWindow(files, path, size)
      const place = await placeOf(next, first, size, sample)
      yield* decoded(own, place, blockSize)
    }
  })
}

/** The next frame whose first sample is not before `after`, nor behind `until`. */
type NextFrame = (from: number, after: number, until?: number) => Promise<Placed | undefined>

/** RFC 9639, section 8.2. */
function streamInfo(body: Buffer) {
  const bits = body.readBigUInt64BE(10)
  return {
    blockSize: body.readUInt16BE(0),
    sampleRate: Number(bits >> 44n),
    channels: Number((bits >> 41n) & 7n) + 1,
    total: Number(bits & 0xf_ffff_ffffn)
  }
}

async function afterBlocks(bytes: FileBytes, start: number): Promise<number> {
  let at = start
  for (let block = 0; block < MOST_BLOCKS; block++) {
    const head = (await bytes.at(at, 4)).readUInt32BE(0)
    at += 4 + (head & 0xff_ffff)
    if (head >>> 31 === 1) return at
  }
  throw new MalformedMedia('The head of this file goes on without an end.')
}

async function nextFrame(
  file: FileWindow,
  from: number,
  blockSize: number,
  after: number,
  until = Infinity
): Promise<Placed | undefined> {
  const last = Math.min(file.size, from + LONGEST_FRAME)
  for (let at = from; at < last;) {
    const bytes = await file.rest(at, FLAC_HEAD)
    const safe = at + bytes.length >= file.size ? bytes.length : bytes.length - FLAC_HEAD
    for (
      let within = bytes.indexOf(0xff);
      within >= 0 && within < safe;
      within = bytes.indexOf(0xff, within + 1)
    ) {
      const frame = flacFrameAt(bytes, within, blockSize)
      if (frame !== undefined && frame.sample >= after && frame.sample <= until)
        return { ...frame, place: at + within }
    }
    at += Math.max(1, safe)
  }
  return undefined
}

/** A frame that the one behind it goes on from: sixteen bits and a checksum alone are now and then an accident. */
async function sureFrame(next: NextFrame, from: number): Promise<Placed | undefined> {
  for (let frame = await next(from, 0); frame !== undefined; frame = await next(frame.place + 2, 0)) {
    const end = frame.sample + frame.samples
    if ((await next(frame.place + 2, end, end)) !== undefined) return frame
  }
  return undefined
}

/** How many samples there are, by the last frame of the file. */
async function lastSample(next: NextFrame, first: number, size: number): Promise<number> {
  for (let back = 1 << 16; ; back *= 4) {
    const from = Math.max(first, size - back)
    let frame = (await sureFrame(next, from)) ?? (from === first ? await next(from, 0) : undefined)
    let end = 0
    while (frame !== undefined) {
      end = frame.sample + frame.samples
      frame = await next(frame.place + 2, end, end)
    }
    if (end > 0 || from === first) return end
  }
}

/** Where a frame begins that has `sample`, or lies somewhat before it. */
async function placeOf(next: NextFrame, first: number, size: number, sample: number): Promise<number> {
  let [low, high] = [first, size]
  while (high - low > 1 << 15) {
    const middle = Math.floor((low + high) / 2)
    const frame = await sureFrame(next, middle)
    if (frame === undefined || frame.place >= high || frame.sample > sample) high = middle
    else low = frame.place
  }
  return low
}

async function* decoded(file: FileWindow, start: number, blockSize: number): AsyncGenerator<DecodedBlock> {
  const decoder = new FLACDecoder()
  await decoder.ready
  try {
    let frame = await nextFrame(file, start, blockSize, 0)
    while (frame !== undefined) {
      const at = frame.sample
      const frames: Uint8Array[] = []
      let expected = at
      while (frame !== undefined && frames.length < AT_ONCE && frame.sample === expected) {
        expected += frame.samples
        const following: Placed | undefined =
          (await nextFrame(file, frame.place + 2, blockSize, expected, expected)) ??
          // Behind damage it goes on somewhat later.
          (await nextFrame(file, frame.place + 2, blockSize, expected, expected + MOST_LOST))
        const end: number = following?.place ?? Math.min(file.size, frame.place + LONGEST_FRAME)
        frames.push(Uint8Array.from(await file.at(frame.place, end - frame.place)))
        frame = following
      }
      const { channelData, samplesDecoded } = await decoder.decodeFrames(frames)
      if (samplesDecoded > 0) yield { at, channels: channelData }
    }
  } finally {
    decoder.free()
  }
}
