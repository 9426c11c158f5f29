import { jsonRow } from './json-row.ts'
import type { Entry } from './rows.ts'

/** JSON Lines: one object or string per line. A bad line costs itself only. Blank lines are nothing. */
export function* readJsonl(text: string, file: string): Iterable<Entry> {
  let line = 0
  for (let start = 0; start < text.length;) {
    // Only a line feed ends a line: U+2028 and U+2029 are ordinary characters inside JSON strings.
    const end = text.indexOf('\n', start)
    const content = text.slice(start, end === -1 ? text.length : end)
    line++
    if (/[^ \t\r]/.test(content)) yield jsonRow(content, file, line)
    if (end === -1) return
    start = end + 1
  }
}
