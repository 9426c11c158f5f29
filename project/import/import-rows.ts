import { formatsOf } from '../../labelers/formats.ts'
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
  /** Where a folder is imported: the file of it. */
  readonly file?: string | undefined
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
  const able: { labeler: AnyLabeler; importer: Importer<unknown, unknown> }[] = []
  for (const labeler of labelers) {
    const importer = formatsOf(labeler.id).importers.find(one => one.format === format)
    if (importer === undefined || (only !== undefined && only !== labeler.id)) continue
    able.push({ labeler, importer })
  }
  const head = await firstLines(file)
  const claimants = able.filter(({ importer }) => importer.claims?.(head) === true)
  const readers = claimants.length > 0 ? claimants : able
  if (file.isFolder === true && readers.every(({ importer }) => importer.readsFolders !== true)) {
    const message = `A folder cannot be imported as "${format}"; choose the file.`
    return { rows: [], problems: [{ file: file.path, message }] }
  }
  for (const { labeler, importer } of readers) readings.push(await readWith(file, labeler, importer))
  // Several labelers share a format. One that found no label at all does not speak this file: its empty answers
  // would say "nothing here" where nobody was asked, and its complaints are about rows another one read.
  const speaking = readings.filter(reading => reading.labels > 0)
  const byPlace = new Map<string, ImportRow>()
  // Two labelers that read one file find the same broken lines.
  const problems = new Map<string, Problem>()
  for (const reading of speaking.length > 0 ? speaking : readings) {
    for (const problem of reading.problems)
      problems.set(JSON.stringify([problem.file, problem.line, problem.message]), problem)
    for (const row of reading.rows) {
      const place = JSON.stringify([row.file, row.line])
      const same = byPlace.get(place)
      byPlace.set(place, same === undefined ? row : merged(same, row))
    }
  }
  // Files of a folder come in their order, which sorting leaves alone.
  const inFiles = [...byPlace.values()].some(row => row.file !== undefined)
  const rows = [...byPlace.values()].sort((a, b) => (inFiles ? 0 : a.line - b.line))
  return { rows, problems: [...problems.values()] }
}

/** Enough of a file to tell by its look whose it is. */
async function firstLines(file: ImportFile): Promise<readonly string[]> {
  const lines: string[] = []
  for await (const { text } of file.lines()) if (lines.push(text) === 20) break
  return lines
}

/** Where a problem with a row is: its file in a folder, its line in a file. */
export function placeOf(row: Pick<ImportRow, 'file' | 'line'>): Pick<Problem, 'file' | 'line'> {
  return row.file === undefined ? { line: row.line } : { file: row.file }
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
  const { file, line, id, path, text, chat, tokens, meta, annotator, status } = record
  const answers = [...record.answers].map(([name, answer]) => ({ labeler, importer, name, ...answer }))
  return { file, line, id, path, text, chat, tokens, meta, annotator, status, answers }
}

function merged(a: ImportRow, b: ImportRow): ImportRow {
  return {
    file: a.file,
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
