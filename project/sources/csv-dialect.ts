import type { ByteSource } from './byte-source.ts'
import { CR, LF } from './row-scanner.ts'

/** How the rows of a file are cut. */
export interface CsvDialect {
  /** `,` `;` or a tab. */
  readonly delimiter: string
  /** A lone carriage return ends a row only where the file holds no line feed at all. */
  readonly lineEnd: typeof LF | typeof CR
}

/** `;` or a tab instead of `,` where the first line shows it. `head` holds at least the first line. */
export function delimiterOf(head: string, format: 'csv' | 'tsv'): string {
  if (format === 'tsv') return '\t'
  const header = /^[^\r\n]*/.exec(head)?.[0].replace(/"[^"]*"/g, '') ?? ''
  if (header.includes(',')) return ','
  return header.includes(';') ? ';' : header.includes('\t') ? '\t' : ','
}

const PIECE = 1 << 20

/** Looks at the first megabyte; further only for a line feed, which a file with lone carriage returns never has. */
export async function csvDialect(bytes: ByteSource, format: 'csv' | 'tsv'): Promise<CsvDialect> {
  let piece = await bytes.read(bytes.start, PIECE)
  // What tells one dialect from another is ASCII, whatever the other bytes are.
  const delimiter = delimiterOf(piece.toString('latin1'), format)
  for (let at = bytes.start; piece.length > 0; piece = await bytes.read(at, PIECE)) {
    if (piece.includes(LF)) return { delimiter, lineEnd: LF }
    at += piece.length
  }
  return { delimiter, lineEnd: CR }
}
