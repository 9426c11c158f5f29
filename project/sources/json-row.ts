import { parseJson } from './json-text.ts'
import { type Entry, MAX_ENTRY } from './rows.ts'

/** One JSON value as a row: an object's keys are the columns, a string is a row with a `text`. */
export function jsonRow(text: string, file: string, line: number): Entry {
  if (text.length > MAX_ENTRY) return { problem: { file, line, message: 'This entry is longer than 64 MB.' } }
  const parsed = parseJson(text)
  if ('message' in parsed) return { problem: { file, line, message: parsed.message } }
  const { value } = parsed
  if (typeof value === 'string') return { row: { line, values: new Map([['text', value]]) } }
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return { row: { line, values: new Map(Object.entries(value)) } }
  return { problem: { file, line, message: 'This entry is neither an object nor a string.' } }
}
