import { failed, ok, type Problem, type Result } from '../schemas/schema.ts'

/**
 * Text of a file as it is: UTF-8 with or without a byte order mark, or UTF-16 with one. The mark is taken off once;
 * nothing else changes. Anything else fails with the file and its first bad byte, counted from 0.
 */
export function decodeText(bytes: Uint8Array, file: string): Result<string> {
  const [a, b, c, d] = bytes
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return failed(notText(file, 0, 'This is UTF-32.'))
  if (a === 0xff && b === 0xfe) return decodeUtf16(bytes, file, 'little')
  if (a === 0xfe && b === 0xff) return decodeUtf16(bytes, file, 'big')
  return decodeUtf8(bytes, file, a === 0xef && b === 0xbb && c === 0xbf ? 3 : 0)
}

function decodeUtf8(bytes: Uint8Array, file: string, from: number): Result<string> {
  try {
    return ok(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.subarray(from)))
  } catch (error) {
    const bad = firstBadUtf8(bytes, from)
    if (bad === undefined) throw error
    return failed(notText(file, bad, `0x${hex(bytes[bad] ?? 0)} is not valid UTF-8 here.`))
  }
}

function decodeUtf16(bytes: Uint8Array, file: string, order: 'little' | 'big'): Result<string> {
  if (bytes.length % 2 === 1)
    return failed(notText(file, bytes.length - 1, 'This UTF-16 file ends in the middle of a character.'))
  const body = Buffer.from(bytes.subarray(2))
  if (order === 'big') body.swap16()
  const text = body.toString('utf16le')
  const lone = text.search(/\p{Surrogate}/u)
  if (lone === -1) return ok(text)
  const value = text.charCodeAt(lone)
  return failed(
    notText(file, 2 + lone * 2, `0x${hex(value >> 8)}${hex(value & 0xff)} is not valid UTF-16 here.`)
  )
}

function notText(file: string, byte: number, what: string): Problem {
  return { file, byte, message: `${what} Save the file as UTF-8 and open it again.` }
}

const hex = (byte: number) => byte.toString(16).toUpperCase().padStart(2, '0')

/** Where the first sequence starts that is no character by Unicode table 3-7; undefined when there is none. */
export function firstBadUtf8(bytes: Uint8Array, from: number): number | undefined {
  const within = (at: number, low: number, high: number) => {
    const byte = bytes[at]
    return byte !== undefined && byte >= low && byte <= high
  }
  for (let i = from; i < bytes.length;) {
    const lead = bytes[i] ?? 0
    if (lead < 0x80) {
      i += 1
      continue
    }
    const length =
      lead >= 0xc2 && lead <= 0xdf
        ? 2
        : lead >= 0xe0 && lead <= 0xef
          ? 3
          : lead >= 0xf0 && lead <= 0xf4
            ? 4
            : 0
    if (length === 0) return i
    const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80
    const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf
    if (!within(i + 1, low, high)) return i
    for (let next = 2; next < length; next++) if (!within(i + next, 0x80, 0xbf)) return i
    i += length
  }
  return undefined
}
