import type { Source } from '../../schemas/project.ts'
import { RowTable } from '../items/row-table.ts'
import { TableRows } from '../items/table-rows.ts'
import { memoryFiles } from '../memory-files.ts'
import { openBytes } from '../sources/byte-source.ts'
import type { Entry } from '../sources/rows.ts'

/** Every row of a file in memory, and what is wrong with it, as the index reads them. `piece` is how many bytes it takes at once. */
export async function entriesOf(
  content: string | Uint8Array,
  file: string,
  source: Pick<Source, 'format' | 'header'>,
  piece?: number
): Promise<readonly Entry[]> {
  const bytes = await openBytes(memoryFiles({ [`/${file}`]: content }), `/${file}`, file)
  if (!bytes.ok) return bytes.problems.map(problem => ({ problem }))
  const table = new TableRows({ path: file, ...source }, [], bytes.value, { piece })
  const rows = new RowTable()
  for await (const _done of table.scan(rows));
  const entries: Entry[] = []
  for await (const entry of table.entries(rows, 0, rows.count)) entries.push(entry)
  const all = [...table.problems.map(problem => ({ problem })), ...entries]
  return all.sort((a, b) => lineOf(a) - lineOf(b))
}

const lineOf = ({ row, problem }: Entry) => row?.line ?? problem?.line ?? 0
