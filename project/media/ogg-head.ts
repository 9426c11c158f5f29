import { type FileBytes, MalformedMedia } from './file-bytes.ts'
import type { SoundHead } from './sound-head.ts'

const PAGE = 27
const TAIL = 128 * 1024
/** Opus counts in this rate whatever was recorded. RFC 7845, section 4. */
const OPUS_RATE = 48_000

/** Opus, Vorbis and FLAC in Ogg (RFC 3533). The duration is the count of samples that the last page carries. */
export async function oggHead(bytes: FileBytes): Promise<SoundHead> {
  const page = await bytes.at(0, PAGE)
  const packet = await bytes.upTo(PAGE + (page[26] ?? 0), 64)
  const { skipped, ...head } = streamHead(packet)
  const samples = await lastSample(bytes, page.readUInt32LE(14))
  if (samples === undefined || head.sampleRate === 0) return head
  return { ...head, duration: Math.max(0, samples - skipped) / head.sampleRate }
}

function streamHead(packet: Buffer): { sampleRate: number; channels: number; skipped: number } {
  const says = (text: string) => packet.toString('latin1', 0, text.length) === text
  if (says('OpusHead') && packet.length >= 12)
    return { channels: packet[9] ?? 0, skipped: packet.readUInt16LE(10), sampleRate: OPUS_RATE }
  if (says('\x01vorbis') && packet.length >= 16)
    return { channels: packet[11] ?? 0, sampleRate: packet.readUInt32LE(12), skipped: 0 }
  // The mapping has 9 bytes, then `fLaC` and the block that every FLAC begins with.
  if (says('\x7fFLAC') && packet.length >= 35) {
    const bits = packet.readUInt32BE(27)
    return { sampleRate: bits >>> 12, channels: ((bits >>> 9) & 7) + 1, skipped: 0 }
  }
  throw new MalformedMedia('This Ogg file holds neither Opus nor Vorbis nor FLAC.')
}

async function lastSample(bytes: FileBytes, stream: number): Promise<number | undefined> {
  const tail = await bytes.upTo(Math.max(0, bytes.size - TAIL), TAIL)
  for (let at = tail.lastIndexOf('OggS'); at >= 0; at = at === 0 ? -1 : tail.lastIndexOf('OggS', at - 1)) {
    if (at + PAGE > tail.length || tail.readUInt32LE(at + 14) !== stream) continue
    const samples = tail.readBigInt64LE(at + 6)
    // A page on which no packet ends counts nothing.
    if (samples >= 0n) return Number(samples)
  }
  return undefined
}
