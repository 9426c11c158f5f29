import { basename } from 'node:path'
import type { SourceFormat } from '../../schemas/project.ts'
import { failed, ok, type Problem, type Result } from '../../schemas/schema.ts'
import { FileError, type Files } from '../files.ts'
import { RowTable } from '../items/row-table.ts'
import { TableRows } from '../items/table-rows.ts'
import { openBytes } from './byte-source.ts'
import { columnsOf, type Entry } from './rows.ts'

/** A table that is one file. */
export interface TableFile {
  readonly path: string
  readonly format: SourceFormat
}

export interface Head {
  readonly entries: readonly Entry[]
  readonly columns: readonly string[]
  /** Whether these are all entries of the file. */
  readonly whole: boolean
  /** How many there are in all, where that is known without reading them. */
  readonly rows?: number
  /** What is left out of every row. */
  readonly problems?: readonly Problem[]
}

const WHOLE = 8 * 1024 * 1024
const PART = 2 * 1024 * 1024

/** The rows of a table, of a large one those in the first 2 MB, so that looking at it takes no longer than a look. */
export async function readHead(files: Files, source: TableFile): Promise<Result<Head>> {
  const name = basename(source.path)
  const bytes = await openBytes(files, source.path, name)
  if (!bytes.ok) return bytes
  try {
    const table = new TableRows({ path: name, format: source.format }, [], bytes.value)
    const limit = table.size <= WHOLE ? Infinity : PART
    const rows = new RowTable()
    let whole = true
    for await (const done of table.scan(rows)) {
      whole = done < limit
      if (!whole) break
    }
    const entries: Entry[] = []
    for await (const entry of table.entries(rows, 0, rows.count)) entries.push(entry)
    const all = [...table.problems.map(problem => ({ problem })), ...entries]
    return ok({ entries: all, columns: columnsOf(all), whole })
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    return failed({ file: name, message: error.message })
  }
}
