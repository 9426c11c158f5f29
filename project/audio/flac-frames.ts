/** The head of a FLAC frame. RFC 9639, section 9.1. */
export interface FlacFrame {
  /** Number of its first sample. */
  readonly sample: number
  readonly samples: number
}

const crc8 = Uint8Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit++) crc = ((crc << 1) ^ ((crc & 0x80) === 0 ? 0 : 7)) & 255
  return crc
})

/** The longest head that a frame can have. */
export const FLAC_HEAD = 16

/** What the head at `at` says; undefined where none begins that its checksum vouches for. */
export function flacFrameAt(bytes: Uint8Array, at: number, blockSize: number): FlacFrame | undefined {
  if (at + FLAC_HEAD > bytes.length + 10 || bytes[at] !== 0xff || (bytes[at + 1]! & 0xfe) !== 0xf8)
    return undefined
  const sizeCode = bytes[at + 2]! >> 4
  const rateCode = bytes[at + 2]! & 15
  if (sizeCode === 0 || rateCode === 15 || (bytes[at + 3]! & 1) === 1) return undefined
  const number = codedNumber(bytes, at + 4)
  if (number === undefined) return undefined
  let end = at + 4 + number.length
  let samples = sizeCode === 1 ? 192 : sizeCode < 6 ? 576 << (sizeCode - 2) : 256 << (sizeCode - 8)
  if (sizeCode === 6) samples = bytes[end++]! + 1
  if (sizeCode === 7) samples = bytes[end++]! * 256 + bytes[end++]! + 1
  if (rateCode === 12) end++
  else if (rateCode > 12) end += 2
  let crc = 0
  for (let byte = at; byte < end; byte++) crc = crc8[crc ^ bytes[byte]!]!
  if (end >= bytes.length || crc !== bytes[end]) return undefined
  const variable = (bytes[at + 1]! & 1) === 1
  return { sample: variable ? number.value : number.value * blockSize, samples }
}

/** As UTF-8 codes numbers, up to 36 bits. */
function codedNumber(
  bytes: Uint8Array,
  at: number
): { readonly value: number; readonly length: number } | undefined {
  const head = bytes[at] ?? 0xff
  const length = head < 0x80 ? 1 : Math.clz32(~head << 24)
  if (length === 0 || length > 7 || (length === 1 && head >= 0x80)) return undefined
  let value = length === 1 ? head : head & (0x7f >> length)
  for (let next = 1; next < length; next++) {
    const byte = bytes[at + next] ?? 0
    if ((byte & 0xc0) !== 0x80) return undefined
    value = value * 64 + (byte & 63)
  }
  return { value, length }
}
