import { type FileBytes, MalformedMedia } from './file-bytes.ts'
import type { SoundHead } from './sound-head.ts'

const rates = [
  96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000, 7_350
]

/** AAC in ADTS frames (ISO/IEC 13818-7, section 6.2), which do not say how many there are. */
export async function adtsHead(bytes: FileBytes): Promise<SoundHead> {
  const bits = (await bytes.at(0, 4)).readUInt32BE(0)
  const sampleRate = rates[(bits >>> 10) & 15]
  if (sampleRate === undefined) throw new MalformedMedia('This AAC names a sample rate that there is not.')
  const layout = (bits >>> 6) & 7
  return { sampleRate, channels: layout === 7 ? 8 : Math.max(1, layout) }
}
