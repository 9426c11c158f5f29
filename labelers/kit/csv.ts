/** Between cells: a comma, or a tab, as TSV has it. */
export type Separator = ',' | '\t'

/** One line of RFC 4180 with `\n` at its end. Quotes where it must. */
export function csvLine(cells: readonly string[], separator: Separator = ','): string {
  return `${cells.map(cell => quoted(cell, separator)).join(separator)}\n`
}

function quoted(cell: string, separator: Separator): string {
  const must = /[",\r\n]/.test(cell) || cell.includes(separator) || cell !== cell.trim()
  return must ? `"${cell.replaceAll('"', '""')}"` : cell
}

/**
 * The rows of a CSV text with the line each begins on. Line ends inside quotes stay exactly as they are.
 * A quote inside an unquoted cell is an ordinary character.
 */
export function* csvRows(
  text: string,
  separator: Separator = ','
): Generator<{ readonly line: number; readonly cells: readonly string[] }> {
  let line = 1
  let at = 0
  while (at < text.length) {
    const first = line
    const cells: string[] = []
    for (;;) {
      const cell = text[at] === '"' ? quotedCell(text, at, separator) : plainCell(text, at, separator)
      cells.push(cell.value)
      line += cell.breaks
      at = cell.next
      if (text[at] !== separator) break
      at++
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at++
    at++
    line++
    if (cells.length > 1 || cells[0] !== '') yield { line: first, cells }
  }
}

interface Cell {
  readonly value: string
  readonly next: number
  readonly breaks: number
}

function plainCell(text: string, at: number, separator: Separator): Cell {
  const ends = `${separator}\r\n`
  let next = at
  while (next < text.length && !ends.includes(text[next] ?? '')) next++
  return { value: text.slice(at, next), next, breaks: 0 }
}

function quotedCell(text: string, at: number, separator: Separator): Cell {
  let value = ''
  let from = at + 1
  for (;;) {
    const end = text.indexOf('"', from)
    if (end === -1) {
      value += text.slice(from)
      return { value, next: text.length, breaks: breaksIn(value) }
    }
    value += text.slice(from, end)
    if (text[end + 1] !== '"') {
      // Whatever stands between the closing quote and the comma belongs to the cell, as spreadsheets read it. A TSV that
      // was written without quoting has cells that only begin with a quotation: those are as they stand.
      const ends = [undefined, separator, '\r', '\n'].includes(text[end + 1])
      if (separator === '\t' && !ends) return plainCell(text, at, separator)
      const rest = plainCell(text, end + 1, separator)
      return { value: value + rest.value, next: rest.next, breaks: breaksIn(value) }
    }
    value += '"'
    from = end + 2
  }
}

const breaksIn = (value: string): number => value.split(/\r\n|\n|\r/).length - 1
