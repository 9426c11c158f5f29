import type { Problem } from '../../schemas/schema.ts'

/** Told where each row lies, in order. */
export interface RowSink {
  /** Bytes `start` to `start + length` of the file hold one row and nothing else but blanks. `line` is counted from 1. */
  row(start: number, length: number, line: number): void
  problem(problem: Omit<Problem, 'file'>): void
}

/** Finds the rows of one file by its bytes, piece by piece, parsing none of them. */
export interface RowScanner {
  /**
   * Takes bytes of the file from `at` on. Returns how many it is done with: the next piece begins there. Pieces of at
   * least 8 bytes always get it further.
   */
  take(bytes: Buffer, at: number, last: boolean): number
  /** After the last byte. Where scanning has to start again, if what looked like one row turned out to be none. */
  end(size: number): number | undefined
}

export const LF = 0x0a
export const CR = 0x0d
export const QUOTE = 0x22
