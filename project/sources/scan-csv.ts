import type { CsvDialect } from './csv-dialect.ts'
import { CR, LF, QUOTE, type RowScanner, type RowSink } from './row-scanner.ts'

/** A file whose quotes are hopeless is read again from the next line that often, then given up. */
const MAX_RESTARTS = 16

/**
 * Rows of CSV and TSV, cut where csv-parse cuts them with the settings of `csv.ts`: a quote opens at the beginning of a
 * field only; it closes before a delimiter, a line end, a NUL or the end; a quote in any other place is a character.
 */
export function csvScanner(dialect: CsvDialect, sink: RowSink, from: number): RowScanner {
  const delimiter = dialect.delimiter.charCodeAt(0)
  const { lineEnd } = dialect
  let line = 1
  let rowStart = from
  let rowLine = 1
  let inRow = false
  let quoting = false
  let wasQuoted = false
  let fieldEmpty = true
  let firstField = true
  let restarts = 0
  /** Where the line after the one the row begins on starts: there reading goes on if its quote is never closed. */
  let nextLine = -1

  const newField = () => {
    wasQuoted = false
    fieldEmpty = true
  }
  const newRow = () => {
    inRow = false
    firstField = true
    nextLine = -1
    newField()
  }
  /** Length of the line end at `pos`; 0 if there is none. */
  const lineEndAt = (bytes: Buffer, pos: number) => {
    if (bytes[pos] === lineEnd) return 1
    return lineEnd === LF && bytes[pos] === CR && bytes[pos + 1] === LF ? 2 : 0
  }
  const countLines = (bytes: Buffer, at: number, pos: number, end: number) => {
    for (let found = bytes.indexOf(lineEnd, pos); found !== -1 && found < end;) {
      line++
      if (nextLine === -1) nextLine = at + found + 1
      found = bytes.indexOf(lineEnd, found + 1)
    }
  }

  /** Most rows hold no quote and end in this piece. Returns where the next begins; -1 if this one is not of that kind. */
  const plainRow = (bytes: Buffer, at: number, pos: number, quote: number): number => {
    const end = bytes.indexOf(lineEnd, pos)
    if (end === -1 || quote < end) return -1
    const empty = end === pos || (lineEnd === LF && end === pos + 1 && bytes[pos] === CR)
    if (!empty) sink.row(at + pos, end + 1 - pos, line)
    line++
    return end + 1
  }
  /** From inside quotes to what closes them. Returns where to go on; -1 where the piece is too short to tell. */
  const quoted = (bytes: Buffer, at: number, pos: number, last: boolean): number => {
    const found = bytes.indexOf(QUOTE, pos)
    const close = found === -1 ? bytes.length : found
    countLines(bytes, at, pos, close)
    if (close > pos) fieldEmpty = false
    if (found === -1 || (!last && close + 2 >= bytes.length)) return close === pos ? -1 : close
    const next = bytes[close + 1]
    if (next === QUOTE) {
      fieldEmpty = false
      return close + 2
    }
    quoting = false
    wasQuoted = true
    const closes = next === undefined || next === 0 || next === delimiter || lineEndAt(bytes, close + 1) > 0
    if (!closes) fieldEmpty = false
    return close + 1
  }

  return {
    take(bytes, at, last) {
      let quote = -1
      let pos = 0
      // Two bytes of outlook tell what a quote or a carriage return means.
      const limit = last ? bytes.length : bytes.length - 2
      while (pos < limit) {
        if (!inRow) {
          if (quote < pos) quote = bytes.indexOf(QUOTE, pos)
          if (quote === -1) quote = bytes.length
          const next = plainRow(bytes, at, pos, quote)
          if (next !== -1) {
            pos = next
            continue
          }
          inRow = true
          rowStart = at + pos
          rowLine = line
        }
        if (quoting) {
          const next = quoted(bytes, at, pos, last)
          if (next === -1) break
          pos = next
          continue
        }
        const byte = bytes[pos]
        const ending = lineEndAt(bytes, pos)
        if (byte === QUOTE && fieldEmpty) {
          quoting = true
          pos++
        } else if (ending > 0) {
          pos += ending
          if (!(firstField && fieldEmpty && !wasQuoted)) sink.row(rowStart, at + pos - rowStart, rowLine)
          line++
          newRow()
        } else if (byte === delimiter) {
          firstField = false
          newField()
          pos++
        } else {
          fieldEmpty = false
          pos++
        }
      }
      return Math.max(0, pos)
    },
    end(size) {
      if (!quoting) {
        if (inRow && (wasQuoted || !firstField || !fieldEmpty)) sink.row(rowStart, size - rowStart, rowLine)
        return undefined
      }
      const more = nextLine !== -1 && nextLine < size
      const again = more && restarts < MAX_RESTARTS ? nextLine : undefined
      const lost =
        more && again === undefined ? 'The rest of the file could not be read.' : 'The line was left out.'
      sink.problem({ line: rowLine, message: `A quote is opened in this row and never closed. ${lost}` })
      restarts++
      line = rowLine + 1
      quoting = false
      newRow()
      return again
    }
  }
}
