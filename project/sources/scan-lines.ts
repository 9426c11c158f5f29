import { CR, LF, type RowScanner, type RowSink } from './row-scanner.ts'

const SPACE = 0x20
const TAB = 0x09

/** Rows of JSON Lines: every line that holds anything but blanks. Only a line feed ends a line. */
export function lineScanner(sink: RowSink): RowScanner {
  let line = 1
  let start = -1
  let blank = true
  const finish = (end: number) => {
    if (!blank) sink.row(start, end - start, line)
    start = -1
    blank = true
  }
  return {
    take(bytes, at) {
      for (let pos = 0; pos < bytes.length;) {
        if (start === -1) start = at + pos
        const found = bytes.indexOf(LF, pos)
        const end = found === -1 ? bytes.length : found
        for (let look = pos; blank && look < end; look++) {
          const byte = bytes[look]
          blank = byte === SPACE || byte === TAB || byte === CR
        }
        if (found === -1) break
        finish(at + end)
        line++
        pos = end + 1
      }
      return bytes.length
    },
    end(size) {
      finish(size)
      return undefined
    }
  }
}
