import { labelers } from '../../labelers/index.ts'
import type { FormatName, Importer, ImportFile, ImportedRecord } from '../../labelers/kit/format.ts'
import type { AnyLabeler } from '../../labelers/kit/labeler.ts'
import type { Status } from '../../schemas/label-file.ts'
import type { Problem } from '../../schemas/schema.ts'

/** What one labeler found in a row for one question. */
export interface FoundAnswer {
  readonly labeler: AnyLabeler
  readonly importer: Importer<unknown, unknown>
  /** The file's own name for the question. */
  readonly name: string
  readonly labels: readonly string[]
  readonly value: unknown
}

/** One row of a foreign file, with what every labeler found in it. */
export interface ImportRow {
  readonly line: number
  readonly id?: string | undefined
  readonly path?: string | undefined
  readonly text?: string | undefined
  /** The conversation as JSON text. */
  readonly chat?: string | undefined
  readonly tokens?: ImportedRecord['tokens']
  /** What no labeler took as an answer. */
  readonly meta: Readonly<Record<string, unknown>>
  readonly annotator?: string | undefined
  readonly status?: Status | undefined
  readonly answers: readonly FoundAnswer[]
}

export interface ImportRows {
  /** In the order of the file. */
  readonly rows: readonly ImportRow[]
  readonly problems: readonly Problem[]
}

/** Reads a file with the importers of every labeler, or of one. */
export async function readRows(file: ImportFile, format: FormatName, only?: string): Promise<ImportRows> {
  const readings: Reading[] = []
  for (const labeler of labelers) {
    const importer = labeler.importers.find(one => one.format === format)
    if (importer === undefined || (only !== undefined && only !== labeler.id)) continue
    readings.push(await readWith(file, labeler, importer))
  }
  // Several labelers share a format. One that found no label at all does not speak this file: its empty answers
  // would say "nothing here" where nobody was asked, and its complaints are about rows another one read.
  const speaking = readings.filter(reading => reading.labels > 0)
  const byLine = new Map<number, ImportRow>()
  // Two labelers that read one file find the same broken lines.
  const problems = new Map<string, Problem>()
  for (const reading of speaking.length > 0 ? speaking : readings) {
    for (const problem of reading.problems)
      problems.set(JSON.stringify([problem.line, problem.message]), problem)
    for (const row of reading.rows) {
      const same = byLine.get(row.line)
      byLine.set(row.line, same === undefined ? row : merged(same, row))
    }
  }
  const rows = [...byLine.values()].sort((a, b) => a.line - b.line)
  return { rows, problems: [...problems.values()] }
}

interface Reading {
  readonly rows: readonly ImportRow[]
  readonly problems: readonly Problem[]
  /** How often it found a label. */
  readonly labels: number
}

async function readWith(
  file: ImportFile,
  labeler: AnyLabeler,
  importer: Importer<unknown, unknown>
): Promise<Reading> {
  const rows: ImportRow[] = []
  const problems: Problem[] = []
  let labels = 0
  for await (const found of importer.read(file)) {
    if ('problem' in found) {
      problems.push({ file: file.path, ...found.problem })
      continue
    }
    rows.push(rowOf(found.record, labeler, importer))
    for (const answer of found.record.answers.values()) labels += answer.labels.length
  }
  return { rows, problems, labels }
}

function rowOf(record: ImportedRecord, labeler: AnyLabeler, importer: Importer<unknown, unknown>): ImportRow {
  const { line, id, path, text, chat, tokens, meta, annotator, status } = record
  const answers = [...record.answers].map(([name, answer]) => ({ labeler, importer, name, ...answer }))
  return { line, id, path, text, chat, tokens, meta, annotator, status, answers }
}

function merged(a: ImportRow, b: ImportRow): ImportRow {
  return {
    line: a.line,
    id: a.id ?? b.id,
    path: a.path ?? b.path,
    text: a.text ?? b.text,
    chat: a.chat ?? b.chat,
    tokens: a.tokens ?? b.tokens,
    annotator: a.annotator ?? b.annotator,
    status: a.status ?? b.status,
    // A column one of them took as an answer is no longer "everything else".
    meta: Object.fromEntries(Object.entries(a.meta).filter(([key]) => Object.hasOwn(b.meta, key))),
    answers: [...a.answers, ...b.answers]
  }
}
