import type { Problem } from '../../schemas/schema.ts'
import type { ImportFile } from './format.ts'

export interface Row {
  readonly line: number
  /** Own properties only, whatever their names. */
  readonly columns: ReadonlyMap<string, unknown>
}

/** The rows of a JSONL file. A line that is no JSON object becomes a problem; the others go on. */
export async function* jsonRows(file: ImportFile): AsyncGenerator<{ row: Row } | { problem: Problem }> {
  for await (const { line, text } of file.lines()) {
    if (text.trim() === '') continue
    const value = parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      yield { row: { line, columns: new Map(Object.entries(value)) } }
    else
      yield {
        problem: { file: file.path, line, message: 'This line is not a JSON object, so it was left out.' }
      }
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What a row says about its item besides the columns named. Safe for any name, `__proto__` included. */
export function metaOf({ columns }: Row, besides: readonly string[]): Record<string, unknown> {
  return Object.fromEntries([...columns].filter(([name]) => !besides.includes(name)))
}

/** An id as text; numbers too, because most tools count. */
export function idOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value !== '' ? value : undefined
}

export const isStrings = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every(each => typeof each === 'string')

/** One line of a JSONL file, keys in the order given. */
export function jsonLine(columns: Iterable<readonly [string, unknown]>): string {
  return `${JSON.stringify(Object.fromEntries(columns))}\n`
}
