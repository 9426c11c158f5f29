import type { Problem } from '../../schemas/schema.ts'
import type { ProblemList } from '../sources/problem-list.ts'
import type { RowTable } from './row-table.ts'
import type { RowRead, SourceRows } from './source-rows.ts'

/** A source and its place among the rows of a project. */
export interface SourcePart {
  readonly rows: SourceRows
  /** Position of its first row. */
  first: number
  readonly rowProblems: ProblemList
  /** What keeps the rest of it, or all of it, from being items. */
  readonly problems: Problem[]
}

/** The part that a position belongs to, and where that part ends. */
export function partAt(
  parts: readonly SourcePart[],
  rows: RowTable,
  position: number
): { readonly part: SourcePart; readonly end: number } | undefined {
  if (position >= rows.count) return undefined
  const n = parts.findLastIndex(({ first }) => first <= position)
  const part = parts[n]
  return part === undefined ? undefined : { part, end: parts[n + 1]?.first ?? rows.count }
}

/** Rows from `from` to before `to`, whatever source they are of. */
export async function* readRows(
  parts: readonly SourcePart[],
  rows: RowTable,
  from: number,
  to: number
): AsyncGenerator<{ readonly row: number; readonly part: SourcePart; readonly read: RowRead }> {
  for (let row = from; row < to;) {
    const found = partAt(parts, rows, row)
    if (found === undefined) return
    const end = Math.min(to, found.end)
    for await (const read of found.part.rows.read(rows, row, end))
      yield { row: row++, part: found.part, read }
    row = Math.max(row, end)
  }
}

/** What was found so far, in the order of the sources. */
export function partProblems(parts: readonly SourcePart[]): {
  readonly problems: readonly Problem[]
  readonly more: number
} {
  const lists = parts.map(({ rows, rowProblems, problems: ofPart }) => {
    const { problems, more } = rowProblems.list(rows.columns)
    return { problems: [...ofPart, ...rows.problems, ...problems], more }
  })
  return {
    problems: lists.flatMap(({ problems }) => problems),
    more: lists.reduce((sum, { more }) => sum + more, 0)
  }
}
