import { CLOSE_BRACE, CLOSE_BRACKET, COMMA, OPEN_BRACE, OPEN_BRACKET, QUOTE } from './json-text.ts'
import { LF, type RowScanner, type RowSink } from './row-scanner.ts'

const BACKSLASH = 0x5c

/**
 * Rows of a JSON array: its elements, cut apart by counting brackets outside strings, so that a bad one is reported
 * with its line and costs itself only.
 */
export function arrayScanner(sink: RowSink): RowScanner {
  let phase: 'before' | 'inside' | 'after' | 'refused' = 'before'
  let line = 1
  let depth = 0
  let inString = false
  let escaped = false
  let first = true
  /** Where the element begins that is being read, and -1 before its first character. */
  let start = -1
  let startLine = 1
  /** Line on which the part between two commas begins, blanks included. */
  let partLine = 1

  const element = (end: number, last: boolean) => {
    if (start !== -1) sink.row(start, end - start, startLine)
    else if (!(last && first))
      sink.problem({
        line: partLine,
        message: 'An element is missing between two commas, or after the last.'
      })
    start = -1
    first = false
    partLine = line
  }
  const outside = (byte: number, at: number) => {
    if (byte === COMMA && depth === 0) return element(at, false)
    if (byte === CLOSE_BRACKET && depth === 0) {
      element(at, true)
      phase = 'after'
      return
    }
    if (start === -1) {
      start = at
      startLine = line
    }
    if (byte === QUOTE) inString = true
    else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) depth++
    else if (depth > 0 && (byte === CLOSE_BRACE || byte === CLOSE_BRACKET)) depth--
  }
  const around = (byte: number) => {
    if (phase === 'after') sink.problem({ line, message: 'There is more after the end of the array.' })
    else if (byte === OPEN_BRACKET) {
      phase = 'inside'
      partLine = line
      return
    } else sink.problem({ line: 1, message: 'A JSON source must be an array of objects or strings: [ … ].' })
    phase = 'refused'
  }

  return {
    take(bytes, at) {
      for (let pos = 0; pos < bytes.length && phase !== 'refused'; pos++) {
        const byte = bytes[pos] ?? 0
        if (inString) {
          if (escaped) escaped = false
          else if (byte === BACKSLASH) escaped = true
          else if (byte === QUOTE) inString = false
        } else if (!isBlank(byte)) {
          if (phase === 'inside') outside(byte, at + pos)
          else around(byte)
        }
        if (byte === LF) line++
      }
      return bytes.length
    },
    end() {
      if (phase === 'before')
        sink.problem({ message: 'This file is empty. A JSON source is an array of objects or strings.' })
      if (phase === 'inside')
        sink.problem({
          line: partLine,
          message: 'The file ends inside the array: what begins here is cut off.'
        })
      return undefined
    }
  }
}

const isBlank = (byte: number) => byte === 0x20 || byte === LF || byte === 0x0d || byte === 0x09
