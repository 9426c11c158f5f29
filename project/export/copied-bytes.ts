import { FileError, type Files } from '../files.ts'

/** What a copy in an export is made of. */
export interface CopiedBytes {
  readonly size: number
  /** Rejects with `FileError` when the file cannot be read. */
  stream(): AsyncIterable<Uint8Array>
}

/** All of a file. `path` is absolute. Rejects with `FileError`. */
export async function wholeFile(files: Files, path: string): Promise<CopiedBytes> {
  const stat = await files.stat(path)
  if (stat?.kind !== 'file') throw new FileError('missing', path, 'There is no such file.')
  return { size: stat.size, stream: () => files.stream(path) }
}
