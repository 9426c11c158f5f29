import type { WavLayout } from '../media/wav-head.ts'

/** Reads one sample of one channel at a byte offset, as -1 to 1. */
export type ReadSample = (bytes: DataView, at: number) => number

const PCM = 1
const FLOAT = 3
const ALAW = 6
const MULAW = 7

/** How the samples of a WAV file are read; undefined for those that are packed in blocks. */
export function sampleReader({ encoding, bitsPerSample }: WavLayout): ReadSample | undefined {
  const width = Math.ceil(bitsPerSample / 8)
  if (encoding === PCM) return pcm[width - 1]
  if (encoding === FLOAT && bitsPerSample === 32) return (bytes, at) => sound(bytes.getFloat32(at, true))
  if (encoding === FLOAT && bitsPerSample === 64) return (bytes, at) => sound(bytes.getFloat64(at, true))
  if (width !== 1) return undefined
  if (encoding === ALAW) return (bytes, at) => alaw[bytes.getUint8(at)]!
  if (encoding === MULAW) return (bytes, at) => mulaw[bytes.getUint8(at)]!
  return undefined
}

const pcm: readonly ReadSample[] = [
  (bytes, at) => (bytes.getUint8(at) - 128) / 128,
  (bytes, at) => bytes.getInt16(at, true) / 32_768,
  (bytes, at) => (bytes.getInt8(at + 2) * 65_536 + bytes.getUint16(at, true)) / 8_388_608,
  (bytes, at) => bytes.getInt32(at, true) / 2_147_483_648
]

/** Broken files hold samples that are no numbers. */
const sound = (value: number) => (Number.isFinite(value) ? value : 0)

/** ITU-T G.711. */
const alaw = Float32Array.from({ length: 256 }, (_, byte) => {
  const code = byte ^ 0x55
  const exponent = (code >> 4) & 7
  const mantissa = ((code & 15) << 4) + 8
  const size = exponent === 0 ? mantissa : (mantissa + 256) << (exponent - 1)
  return ((code & 128) === 0 ? -size : size) / 32_768
})

const mulaw = Float32Array.from({ length: 256 }, (_, byte) => {
  const code = ~byte & 255
  const size = ((((code & 15) << 3) + 132) << ((code >> 4) & 7)) - 132
  return ((code & 128) === 0 ? size : -size) / 32_768
})
