import { isUtf8 } from 'node:buffer'
import type { Problem } from '../../schemas/schema.ts'
import { firstBadUtf8 } from '../decode.ts'
import type { CsvDialect } from './csv-dialect.ts'
import { csvRecords } from './csv-records.ts'
import { jsonRow } from './json-row.ts'
import type { Entry } from './rows.ts'

/** Where a row lies in a block of bytes that was read at `at`. */
export interface RowPlace {
  /** In the file. */
  readonly start: number
  readonly length: number
  readonly line: number
}

/** Reads rows that lie one after another in `block`, which begins at byte `at` of the file. One entry for each. */
export type RowParser = (block: Buffer, at: number, places: readonly RowPlace[]) => readonly Entry[]

/** JSON values: lines, or elements of an array. */
export function jsonParser(file: string): RowParser {
  return (block, at, places) => {
    const sound = isUtf8(block)
    return places.map(({ start, length, line }) => {
      const bytes = block.subarray(start - at, start - at + length)
      return !sound && !isUtf8(bytes)
        ? { problem: notUtf8(bytes, start, { file, line }, leftOut) }
        : jsonRow(bytes.toString('utf8'), file, line)
    })
  }
}

/** Cells of a table whose columns are settled. A row with more or fewer is reported, never guessed at. */
export function csvParser(file: string, dialect: CsvDialect, columns: readonly string[]): RowParser {
  const entry = (cells: readonly string[], line: number): Entry => {
    if (cells.length === columns.length)
      return { row: { line, values: new Map(columns.map((column, n) => [column, cells[n] ?? ''])) } }
    const message = `This row has ${counted(cells.length, 'field')} where the header has ${columns.length}. It was left out.`
    return { problem: { file, line, message } }
  }
  const single = (bytes: Buffer, { start, line }: RowPlace): Entry => {
    if (!isUtf8(bytes)) return { problem: notUtf8(bytes, start, { file, line }, leftOut) }
    const [cells] = csvRecords(bytes.toString('utf8'), dialect) ?? []
    return cells === undefined
      ? { problem: { file, line, message: 'This row could not be read. It was left out.' } }
      : entry(cells, line)
  }
  return (block, at, places) => {
    // One call for many rows is several times faster than one for each.
    const records = isUtf8(block) ? csvRecords(block.toString('utf8'), dialect) : undefined
    if (records?.length === places.length) return places.map(({ line }, n) => entry(records[n] ?? [], line))
    return places.map(place =>
      single(block.subarray(place.start - at, place.start - at + place.length), place)
    )
  }
}

const leftOut = 'The row was left out.'

/** Names the first byte that is no UTF-8, of bytes that were read at `start`. */
export function notUtf8(
  bytes: Buffer,
  start: number,
  place: Pick<Problem, 'file' | 'line'>,
  consequence: string
): Problem {
  const bad = firstBadUtf8(bytes, 0) ?? 0
  const value = (bytes[bad] ?? 0).toString(16).toUpperCase().padStart(2, '0')
  return { ...place, byte: start + bad, message: `0x${value} is not valid UTF-8 here. ${consequence}` }
}

const counted = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`
