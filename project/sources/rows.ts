import type { Problem } from '../../schemas/schema.ts'

/** A row as it was read: nothing converted, nothing trimmed. */
export interface Row {
  /** Line of the file it begins on, from 1. */
  readonly line: number
  readonly values: ReadonlyMap<string, unknown>
}

export type Entry =
  | { readonly row: Row; readonly problem?: undefined }
  | { readonly problem: Problem; readonly row?: undefined }

/** One entry longer than this is refused: no text anybody labels is, and it would stall the window. */
export const MAX_ENTRY = 64 * 1024 * 1024

/** Columns or keys of the rows, in order of first appearance. */
export function columnsOf(entries: Iterable<Entry>): readonly string[] {
  const columns = new Set<string>()
  for (const { row } of entries)
    if (row !== undefined) for (const column of row.values.keys()) columns.add(column)
  return [...columns]
}
