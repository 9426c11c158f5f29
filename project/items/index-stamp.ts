import { createHash } from 'node:crypto'
import type { Files } from '../files.ts'

/** What tells that a file is still the one that was indexed. */
export interface FileStamp {
  readonly size: number
  readonly mtimeMs: number
  /** SHA-256 over blocks taken from all over the file: catches a change that left size and time as they were. */
  readonly sample: string
}

const BLOCKS = 16
const BLOCK = 4096

/** The stamp of a file as it is now. Rejects with `FileError` where it cannot be read. */
export async function fileStamp(files: Files, path: string): Promise<FileStamp> {
  const { size, mtimeMs } = (await files.stat(path)) ?? { size: 0, mtimeMs: 0 }
  const hash = createHash('sha256')
  const last = Math.max(0, size - BLOCK)
  for (let n = 0; n < BLOCKS; n++)
    hash.update(await files.readRange(path, Math.floor((last * n) / (BLOCKS - 1)), BLOCK))
  return { size, mtimeMs, sample: hash.digest('hex') }
}

export function sameStamp(a: FileStamp, b: FileStamp): boolean {
  return a.size === b.size && a.mtimeMs === b.mtimeMs && a.sample === b.sample
}
