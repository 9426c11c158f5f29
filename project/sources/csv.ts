import { CsvError, type Options, parse } from 'csv-parse/sync'
import { type Entry, MAX_ENTRY } from './rows.ts'

export interface CsvOptions {
  readonly format: 'csv' | 'tsv'
  /** Absent means true. */
  readonly header?: boolean | undefined
}

/**
 * CSV by RFC 4180 and what is common beside it: any line end, quotes inside unquoted fields, and `;` or tab instead
 * of `,` where the first line shows it. A row with more or fewer fields than the header is reported, never guessed at.
 */
export function readCsv(text: string, file: string, options: CsvOptions): readonly Entry[] {
  const entries: Entry[] = []
  let columns: readonly string[] | undefined
  // The parser counts a CRLF inside quotes as two lines, so lines are counted here.
  let lastLine = 0
  let blankLines = 0
  const take = (fields: readonly string[], blankBefore: number) => {
    const line = lastLine + 1 + blankBefore - blankLines
    lastLine = fields.reduce((sum, field) => sum + lineEnds(field), line)
    blankLines = blankBefore
    if (columns === undefined) {
      columns =
        options.header === false
          ? fields.map((_, index) => `column ${index + 1}`)
          : named(fields, file, line, entries)
      if (options.header !== false) return
    }
    if (fields.length === columns.length) {
      entries.push({
        row: { line, values: new Map(columns.map((column, index) => [column, fields[index] ?? ''])) }
      })
    } else {
      const message = `This row has ${count(fields.length, 'field')} where the header has ${columns.length}. It was left out.`
      entries.push({ problem: { file, line, message } })
    }
  }
  const settings: Options = {
    bom: false,
    delimiter: delimiterOf(text, options.format),
    // Listed rather than discovered: the first line end of a file need not be that of the rest.
    record_delimiter: text.includes('\n') ? ['\r\n', '\n'] : ['\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: MAX_ENTRY,
    info: true,
    on_record: (parsed: unknown) => {
      const { record, info } = parsed as { record: string[]; info: { empty_lines: number } }
      take(record, info.empty_lines)
      return null
    }
  }
  try {
    parse(text, settings)
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    entries.push({ problem: { file, line: lastLine + 1, message: sentenceOf(error) } })
  }
  return entries
}

function sentenceOf(error: CsvError): string {
  if (error.code === 'CSV_QUOTE_NOT_CLOSED')
    return 'A quote is opened in this row and never closed: the rest of the file could not be read.'
  if (error.code === 'CSV_MAX_RECORD_SIZE')
    return 'This row is longer than 64 MB: the rest of the file could not be read.'
  return 'This row could not be read, nor the rest of the file.'
}

const lineEnds = (field: string) => field.split(field.includes('\n') ? '\n' : '\r').length - 1
const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`

function delimiterOf(text: string, format: 'csv' | 'tsv'): string {
  if (format === 'tsv') return '\t'
  const header = /^[^\r\n]*/.exec(text)?.[0].replace(/"[^"]*"/g, '') ?? ''
  if (header.includes(',')) return ','
  return header.includes(';') ? ';' : header.includes('\t') ? '\t' : ','
}

/** Column names, each once: an empty one is named by its place, a second of one name gets `~2`. */
function named(header: readonly string[], file: string, line: number, entries: Entry[]): readonly string[] {
  const names = new Set<string>()
  for (const [index, cell] of header.entries()) {
    const name = cell === '' ? `column ${index + 1}` : cell
    let unique = name
    for (let n = 2; names.has(unique); n++) unique = `${name}~${n}`
    if (unique !== name)
      entries.push({
        problem: {
          file,
          line,
          message: `Two columns are called "${name}": the second is read as "${unique}".`
        }
      })
    names.add(unique)
  }
  return [...names]
}
