import { CsvError, type Options, parse } from 'csv-parse/sync'
import type { Problem } from '../../schemas/schema.ts'
import type { CsvDialect } from './csv-dialect.ts'
import { LF } from './row-scanner.ts'
import { MAX_ENTRY } from './rows.ts'

/** CSV by RFC 4180 and what is common beside it: any line end, and quotes inside unquoted fields. */
export function csvSettings({ delimiter, lineEnd }: CsvDialect): Options {
  return {
    bom: false,
    delimiter,
    // Listed rather than discovered: the first line end of a file need not be that of the rest.
    record_delimiter: lineEnd === LF ? ['\r\n', '\n'] : ['\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: MAX_ENTRY
  }
}

/** The cells of every row in `text`; undefined if it cannot be read. */
export function csvRecords(text: string, dialect: CsvDialect): readonly (readonly string[])[] | undefined {
  try {
    const records: unknown = parse(text, csvSettings(dialect))
    return records as string[][]
  } catch (error) {
    if (error instanceof CsvError) return undefined
    throw error
  }
}

/** Column names, each once: an empty one is named by its place, a second of one name gets `~2`. */
export function columnNames(
  header: readonly string[],
  place: Pick<Problem, 'file' | 'line'>
): { readonly columns: readonly string[]; readonly problems: readonly Problem[] } {
  const names = new Set<string>()
  const problems: Problem[] = []
  for (const [index, cell] of header.entries()) {
    const name = cell === '' ? `column ${index + 1}` : cell
    let unique = name
    for (let n = 2; names.has(unique); n++) unique = `${name}~${n}`
    if (unique !== name) {
      const message = `Two columns are called "${name}": the second is read as "${unique}".`
      problems.push({ ...place, message })
    }
    names.add(unique)
  }
  return { columns: [...names], problems }
}
