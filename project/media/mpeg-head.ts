import { type FileBytes, MalformedMedia } from './file-bytes.ts'
import { flacHead } from './flac-head.ts'
import type { SoundHead } from './sound-head.ts'

const SEARCHED = 64 * 1024
const MOST_TAGS = 8

/** MPEG audio, or FLAC, behind the ID3 tags it may begin with. */
export async function mpegHead(bytes: FileBytes): Promise<SoundHead> {
  const start = await afterTags(bytes)
  const body = await bytes.upTo(start, SEARCHED)
  if (body.toString('latin1', 0, 4) === 'fLaC') return flacHead(bytes, start)
  for (let at = body.indexOf(0xff); at >= 0 && at + 4 <= body.length; at = body.indexOf(0xff, at + 1)) {
    const frame = frameAt(body, at)
    if (frame !== undefined) return { ...frame.head, ...durationIn(body.subarray(at), frame) }
  }
  throw new MalformedMedia('This MP3 holds no sound.')
}

/** Where the sound begins, behind tags. ID3v2.4, section 3.1: the size counts seven bits of each byte. */
export async function afterTags(bytes: FileBytes): Promise<number> {
  let at = 0
  for (let tag = 0; tag < MOST_TAGS; tag++) {
    const head = await bytes.upTo(at, 10)
    if (head.toString('latin1', 0, 3) !== 'ID3' || head.length < 10) return at
    const size = [6, 7, 8, 9].reduce((sum, place) => sum * 128 + ((head[place] ?? 0) & 127), 0)
    at += 10 + size + (((head[5] ?? 0) & 0x10) === 0 ? 0 : 10)
  }
  return at
}

interface Frame {
  readonly head: { readonly sampleRate: number; readonly channels: number }
  readonly samples: number
  /** Where the Xing header would be, from the start of the frame. */
  readonly infoAt: number
}

const rates = [44_100, 48_000, 32_000]

/** ISO/IEC 11172-3, section 2.4.1.3, and 13818-3. */
function frameAt(body: Buffer, at: number): Frame | undefined {
  const bits = body.readUInt32BE(at)
  const version = (bits >>> 19) & 3
  const layer = (bits >>> 17) & 3
  const rate = rates[(bits >>> 10) & 3]
  const bitRate = (bits >>> 12) & 15
  if (bits >>> 21 !== 0x7ff || version === 1 || layer === 0 || rate === undefined || bitRate === 15)
    return undefined
  const first = version === 3
  const mono = ((bits >>> 6) & 3) === 3
  const samples = layer === 3 ? 384 : layer === 2 || first ? 1152 : 576
  return {
    head: { sampleRate: rate / (first ? 1 : version === 2 ? 2 : 4), channels: mono ? 1 : 2 },
    samples,
    infoAt: 4 + (first ? (mono ? 17 : 32) : mono ? 9 : 17)
  }
}

/** Those that count the samples they added at both ends, behind their name. */
const knownEncoders = new Set(['LAME', 'Lavf', 'Lavc'])

/** Only a file whose first frame counts the others says how long it is: the rest may change their rate on the way. */
function durationIn(frame: Buffer, { head, samples, infoAt }: Frame): { readonly duration?: number } {
  const mark = frame.toString('latin1', infoAt, infoAt + 4)
  if ((mark !== 'Xing' && mark !== 'Info') || frame.length < infoAt + 12) return {}
  const flags = frame.readUInt32BE(infoAt + 4)
  if ((flags & 1) === 0) return {}
  const has = (flag: number, length: number) => ((flags & flag) === 0 ? 0 : length)
  const encoder = infoAt + 8 + has(1, 4) + has(2, 4) + has(4, 100) + has(8, 4)
  const named = knownEncoders.has(frame.toString('latin1', encoder, encoder + 4))
  const padding = named && frame.length >= encoder + 24 ? frame.readUIntBE(encoder + 21, 3) : 0
  const cut = (padding >>> 12) + (padding & 0xfff)
  return { duration: Math.max(0, frame.readUInt32BE(infoAt + 8) * samples - cut) / head.sampleRate }
}
