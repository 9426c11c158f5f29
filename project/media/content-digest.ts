import { createHash } from 'node:crypto'
import type { Files } from '../files.ts'

const BLOCK = 64 * 1024
/** Up to this size every byte counts. */
const WHOLE = 4 * BLOCK
const SAMPLES = 16
const SAMPLE = 4 * 1024

/**
 * 64 hex digits that tell one media file from another without reading all of a long one: SHA-256 over its size in
 * decimal and a line feed, then all of it up to 256 KiB. Of a larger file the first 64 KiB, then 16 pieces of 4 KiB
 * that begin at `floor(size * n / 17)` for n from 1 to 16, then the last 64 KiB.
 * @throws FileError
 */
export async function contentDigest(files: Files, path: string, size: number): Promise<string> {
  const hash = createHash('sha256').update(`${size}\n`)
  for (const [start, length] of blocksOf(size)) hash.update(await files.readRange(path, start, length))
  return hash.digest('hex')
}

function blocksOf(size: number): readonly (readonly [start: number, length: number])[] {
  if (size <= WHOLE) return [[0, size]]
  const samples = Array.from(
    { length: SAMPLES },
    (_, n) => [Math.floor((size * (n + 1)) / (SAMPLES + 1)), SAMPLE] as const
  )
  return [[0, BLOCK], ...samples, [size - BLOCK, BLOCK]]
}
