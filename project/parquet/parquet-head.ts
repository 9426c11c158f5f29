import { basename } from 'node:path'
import { ok, type Problem, type Result } from '../../schemas/schema.ts'
import type { Files } from '../files.ts'
import type { Head } from '../sources/head.ts'
import type { Entry } from '../sources/rows.ts'
import { keptName } from './kept-files.ts'
import { openParquet } from './parquet-file.ts'
import { jsonRow } from './parquet-rows.ts'

const LOOK_AT = 200

/** The first rows as they will stand in the project, and how many there are. Writes nothing. */
export async function parquetHead(files: Files, shards: readonly string[]): Promise<Result<Head>> {
  const entries: Entry[] = []
  const columns = new Set<string>()
  const problems: Problem[] = []
  let rows = 0
  for (const path of shards) {
    const shown = basename(path)
    const opened = await openParquet(files, path, shown)
    if (!opened.ok) return opened
    const before = rows
    rows += opened.value.rows
    for (const column of opened.value.columns) {
      if (column.kind !== 'refused') columns.add(column.name)
      else if (before === 0)
        problems.push({
          file: shown,
          message: `The column "${column.name}" ${column.reason}. It is left out.`
        })
    }
    if (entries.length > 0) continue
    const head = await opened.value.head(LOOK_AT)
    if (!head.ok) return head
    for (const [at, raw] of head.value.entries()) {
      const keep = async (column: string, bytes: Uint8Array, extension: string) =>
        keptName(column, bytes, extension)
      const read = await jsonRow(opened.value.columns, raw, { file: shown, row: at + 1 }, keep)
      if (read.values !== undefined) entries.push({ row: { line: at + 1, values: read.values } })
      for (const problem of read.problems) entries.push({ problem })
    }
  }
  return ok({ entries, columns: [...columns], whole: rows <= LOOK_AT, rows, problems })
}
