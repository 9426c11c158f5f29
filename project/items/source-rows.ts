import type { Source } from '../../schemas/project.ts'
import type { Problem } from '../../schemas/schema.ts'
import type { RowDraft } from '../sources/row-items.ts'
import type { RowTable } from './row-table.ts'

/** A row as it was read: an item to be, or nothing, and what is wrong with it. */
export interface RowRead {
  readonly draft?: RowDraft | undefined
  readonly problems: readonly RowProblem[]
}

export interface RowProblem {
  readonly problem: Problem
  /** It only is a problem if some other row of the source has this column. */
  readonly column?: string | undefined
}

/**
 * One source of a project as rows. Every method that reads rejects with `FileError` where a file cannot be read, or is
 * no longer the one that was indexed.
 */
export interface SourceRows {
  readonly source: Source
  /** What there is to be read, in bytes; files of folders count as 4,096 each. Grows while a folder is walked. */
  readonly size: number
  /** Adds every row to the table. Yields how far it is, of `size`, after every piece of work. */
  scan(rows: RowTable): AsyncIterable<number>
  /** Rows of the table that are of this source, in order. */
  read(rows: RowTable, from: number, to: number): AsyncIterable<RowRead>
  /** What is wrong beside single rows. Grows. */
  readonly problems: readonly Problem[]
  /** Of the columns the source is read by, those that some row has that was read so far. */
  readonly columns: ReadonlySet<string>
  /** What has to be kept with the rows for another time, as JSON; undefined where nothing can be kept. */
  state(): unknown
  /** Takes back what `state` gave, instead of a scan. False if the source is not what it was then. */
  restore(state: unknown): Promise<boolean>
  /** The first column that is named in the project and was in no row that was read. */
  readonly lacking: string | undefined
}
