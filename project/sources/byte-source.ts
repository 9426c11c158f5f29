import { failed, ok, type Result } from '../../schemas/schema.ts'
import { FileError, type Files } from '../files.ts'
import { readText } from './read-text.ts'

/** The bytes of a source file as UTF-8, whatever its encoding, read in pieces. */
export interface ByteSource {
  /** Where the text begins: after a byte order mark. */
  readonly start: number
  readonly size: number
  /**
   * Up to `length` bytes from `at`. Rejects with `FileError` where they cannot be read, and where the file is no longer
   * the one that was opened: offsets into it mean nothing then.
   */
  read(at: number, length: number): Promise<Buffer>
}

/** Opens a file for reading in pieces. UTF-16 is held in memory as UTF-8, because it has no bytes to cut at. */
export async function openBytes(files: Files, path: string, shown: string): Promise<Result<ByteSource>> {
  try {
    const stat = await files.stat(path)
    const head = await files.readRange(path, 0, 4)
    const [a, b] = head
    if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) {
      const text = await readText(files, path, shown)
      if (!text.ok) return text
      const bytes = Buffer.from(text.value, 'utf8')
      return ok({
        start: 0,
        size: bytes.length,
        read: async (at, length) => bytes.subarray(at, at + length)
      })
    }
    return ok({
      start: a === 0xef && b === 0xbb && head[2] === 0xbf ? 3 : 0,
      size: stat?.size ?? 0,
      async read(at, length) {
        if ((await files.stat(path))?.identity !== stat?.identity) throw changed(shown)
        const bytes = await files.readRange(path, at, length)
        return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
      }
    })
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    return failed({ file: shown, message: error.message })
  }
}

export function changed(shown: string): FileError {
  return new FileError(
    'other',
    shown,
    'This file changed while the project was open. Open the project again to see it as it is now.'
  )
}
