import { type FileBytes, MalformedMedia } from './file-bytes.ts'
import type { SoundHead } from './sound-head.ts'

/** After RFC 9639, section 8.2. `start`: where `fLaC` stands, behind tags that some programs put before it. */
export async function flacHead(bytes: FileBytes, start: number): Promise<SoundHead> {
  const body = await bytes.at(start + 8, 18)
  if (((await bytes.at(start + 4, 1))[0] ?? 0) % 128 !== 0)
    throw new MalformedMedia('This FLAC does not begin with its header.')
  const bits = body.readBigUInt64BE(10)
  const sampleRate = Number(bits >> 44n)
  const samples = Number(bits & 0xf_ffff_ffffn)
  const known = samples > 0 && sampleRate > 0
  return {
    sampleRate,
    channels: Number((bits >> 41n) & 7n) + 1,
    // Zero: not known when it was written.
    ...(known ? { duration: samples / sampleRate } : {})
  }
}
