import type { Result } from '../schemas/schema.ts'

/**
 * Text of a file as it is: UTF-8 with or without a byte order mark, or UTF-16 with one. The mark is taken off once;
 * nothing else changes. Anything else fails with the file and its first bad byte.
 */
export function decodeText(_bytes: Uint8Array, _file: string): Result<string> {
  throw new Error('not built yet')
}
