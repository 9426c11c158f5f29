import { basename } from 'node:path'
import { failed, ok, type Result } from '../../schemas/schema.ts'
import { decodeText } from '../decode.ts'
import { FileError, type Files } from '../files.ts'
import type { DataSource } from './find-sources.ts'
import { readText } from './read-text.ts'
import { columnsOf, type Entry } from './rows.ts'
import { readEntries } from './source-items.ts'

export interface Head {
  readonly entries: readonly Entry[]
  readonly columns: readonly string[]
  /** Whether these are all entries of the file. */
  readonly whole: boolean
}

const WHOLE = 8 * 1024 * 1024
const PART = 2 * 1024 * 1024

/** The rows of a table, of a large one the first 2 MB, so that looking at it takes no longer than a look. */
export async function readHead(files: Files, source: DataSource): Promise<Result<Head>> {
  const name = basename(source.path)
  try {
    const size = (await files.stat(source.path))?.size ?? 0
    // An array cannot be cut at a line.
    if (size <= WHOLE || source.format === 'json') {
      const text = await readText(files, source.path, name)
      if (!text.ok) return text
      const entries = [...readEntries(text.value, name, source)]
      return ok({ entries, columns: columnsOf(entries), whole: true })
    }
    const bytes = Buffer.from(await files.readRange(source.path, 0, PART))
    const text = decodeText(bytes.subarray(0, lastLineEnd(bytes)), name)
    if (!text.ok) return text
    const read = [...readEntries(text.value, name, source)]
    // The cut may lie in a quoted field: what it did to the last row is not the data's fault.
    const entries = read.at(-1)?.problem === undefined ? read : read.slice(0, -1)
    return ok({ entries, columns: columnsOf(entries), whole: false })
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    return failed({ file: name, message: error.message })
  }
}

/** Just after the last line feed; in UTF-16 after its second byte. */
function lastLineEnd(bytes: Buffer): number {
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (!wide) return bytes.lastIndexOf(0x0a) + 1
  const low = bytes[0] === 0xff
  for (let end = bytes.length - (bytes.length % 2); end > 2; end -= 2)
    if (bytes[end - (low ? 2 : 1)] === 0x0a && bytes[end - (low ? 1 : 2)] === 0) return end
  return 2
}
