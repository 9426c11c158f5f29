import { jsonRow } from './json-row.ts'
import {
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COMMA,
  endOfString,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUOTE
} from './json-text.ts'
import type { Entry } from './rows.ts'

/**
 * A JSON array of objects or strings. Elements are cut apart first and parsed one by one, so that a bad one is
 * reported with its line and costs itself only.
 */
export function* readJsonArray(text: string, file: string): Iterable<Entry> {
  const open = text.search(/[^ \t\r\n]/)
  if (open === -1) {
    yield {
      problem: { file, message: 'This file is empty. A JSON source is an array of objects or strings.' }
    }
    return
  }
  if (text.charCodeAt(open) !== OPEN_BRACKET) {
    yield {
      problem: { file, line: 1, message: 'A JSON source must be an array of objects or strings: [ … ].' }
    }
    return
  }
  let start = open + 1
  let depth = 0
  const lines = lineCounter(text)
  const element = (end: number, last: boolean): Entry | undefined => {
    const content = text.slice(start, end)
    const lead = content.search(/[^ \t\r\n]/)
    const line = lines(start + Math.max(0, lead))
    const first = start === open + 1
    start = end + 1
    if (lead !== -1) return jsonRow(content, file, line)
    if (last && first) return undefined
    return {
      problem: { file, line, message: 'An element is missing between two commas, or after the last.' }
    }
  }
  for (let i = start; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === QUOTE) i = endOfString(text, i)
    else if (code === OPEN_BRACE || code === OPEN_BRACKET) depth++
    else if (depth > 0 && (code === CLOSE_BRACE || code === CLOSE_BRACKET)) depth--
    else if (code === COMMA && depth === 0) {
      const entry = element(i, false)
      if (entry !== undefined) yield entry
    } else if (code === CLOSE_BRACKET) {
      const entry = element(i, true)
      if (entry !== undefined) yield entry
      const rest = text.slice(i + 1).search(/[^ \t\r\n]/)
      if (rest !== -1)
        yield {
          problem: { file, line: lines(i + 1 + rest), message: 'There is more after the end of the array.' }
        }
      return
    }
  }
  yield {
    problem: {
      file,
      line: lines(start),
      message: 'The file ends inside the array: what begins here is cut off.'
    }
  }
}

/** Line numbers of growing offsets, counting each line once. */
function lineCounter(text: string): (offset: number) => number {
  let line = 1
  let next = text.indexOf('\n')
  return offset => {
    while (next !== -1 && next < offset) {
      line++
      next = text.indexOf('\n', next + 1)
    }
    return line
  }
}
