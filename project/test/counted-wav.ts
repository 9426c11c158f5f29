import { wav, type WavParts } from './wav.ts'

/** A WAV whose samples count up, so that every piece of it can be told from every other. Seconds of 16 bits, mono. */
export function countedWav(seconds: number, sampleRate = 8000, parts: WavParts = {}): Uint8Array {
  const frames = Math.round(seconds * sampleRate)
  const { channels = 1, bits = 16 } = parts
  const bytes = Buffer.from(wav((frames * channels * bits) / 8, { sampleRate, ...parts }))
  const start = bytes.length - (frames * channels * bits) / 8
  for (let at = start; at + 2 <= bytes.length; at += 2) bytes.writeUInt16LE(((at - start) / 2) % 65_536, at)
  return bytes
}
