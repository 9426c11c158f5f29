import { csvRows } from '../../kit/csv.ts'
import type { Importer, ImportFile, Imported } from '../../kit/format.ts'
import { idOf, jsonRows, type Row } from '../../kit/json-lines.ts'
import { listOf, parsed, propertiesOf, textOf } from '../../kit/json-values.ts'
import { joined } from '../joining.ts'
import type { Answer, Config } from '../schema.ts'
import { answerOf, configFor, entry, type ForeignSegment, nameOrNull } from './imported.ts'

export const audiofolderImporter: Importer<Config, Answer> = {
  format: 'audiofolder',
  title: 'Hugging Face audio folder',
  readsFolders: true,
  leavesOut:
    'Columns other than the file name, the id, the text, the duration and the segments. Clips come in as recordings of their own. A row without a text gives no answer.',
  async *read(file) {
    for await (const { rows, folder, table } of tables(file))
      for await (const each of table === 'csv' ? csvTable(rows) : jsonRows(rows))
        if ('problem' in each) yield each
        else yield* recordingOf(each.row, folder, rows.path, file.isFolder === true)
  },
  recognises: (lines, path) =>
    (/(^|[/\\])metadata\.jsonl$/i.test(path) && textKeys.some(key => lines[0]?.includes(`"${key}"`))) ||
    (/(^|[/\\])metadata\.csv$/i.test(path) && /\b(transcription|sentence|text)\b/i.test(lines[0] ?? '')),
  configFor,
  answer: answerOf
}

const textKeys = ['transcription', 'transcript', 'sentence', 'text'] as const

/** The table itself, or each in a folder: every split has one. */
async function* tables(
  file: ImportFile
): AsyncGenerator<{ rows: ImportFile; folder: string; table: 'csv' | 'jsonl' }> {
  if (file.isFolder !== true) {
    yield { rows: file, folder: '', table: /\.csv$/i.test(file.path) ? 'csv' : 'jsonl' }
    return
  }
  for (const table of ['jsonl', 'csv'] as const)
    for await (const each of file.below?.(table) ?? []) {
      const name = `metadata.${table}`
      if (!each.ok || !`/${each.value.path.toLowerCase()}`.endsWith(`/${name}`)) continue
      yield { rows: each.value, folder: each.value.path.slice(0, -name.length), table }
    }
}

async function* csvTable(file: ImportFile): AsyncGenerator<{ row: Row }> {
  let names: readonly string[] | undefined
  for (const { line, cells } of csvRows((await file.text()).replace(/^\uFEFF/, ''))) {
    if (names === undefined) names = cells
    else {
      const columns = names.map((name, at): [string, unknown] => {
        const cell = cells[at] ?? ''
        const value = name === 'segments' ? parsed(cell) : name === 'duration' ? Number(cell) : cell
        return [name, value]
      })
      yield { row: { line, columns: new Map(columns) } }
    }
  }
}

function* recordingOf(
  { line, columns }: Row,
  folder: string,
  file: string,
  inFolder: boolean
): Generator<Imported> {
  const name = textOf(columns.get('file_name'))
  const problem = (message: string): Imported => ({ problem: { file, line, message } })
  if (name === undefined) {
    yield problem('This row has no file name, so it was left out.')
    return
  }
  const segments: ForeignSegment[] = []
  for (const [at, each] of listOf(columns.get('segments')).entries()) {
    const segment = segmentOf(propertiesOf(each))
    if (segment === undefined) yield problem(`Segment ${at + 1} has no times or no text, so it was left out.`)
    else segments.push(segment)
  }
  const text = textKeys.map(key => columns.get(key)).find(each => typeof each === 'string')
  const same = segments.length > 0 && isJoined(text, segments)
  const transcript = typeof text === 'string' && text !== '' && !same ? text : undefined
  const duration = columns.get('duration')
  const says = segments.length > 0 || transcript !== undefined || Array.isArray(columns.get('segments'))
  const id = idOf(columns.get('id'))
  const said = {
    segments,
    ...(transcript === undefined ? {} : { transcript }),
    ...(typeof duration === 'number' && duration > 0 ? { duration } : {})
  }
  yield {
    record: {
      ...(inFolder ? { file } : {}),
      line,
      path: folder + name,
      ...(id === undefined ? {} : { id }),
      meta: {},
      answers: says ? entry(said) : new Map()
    }
  }
}

/** Joined with blanks or, in languages written without, with nothing. */
const isJoined = (text: unknown, segments: readonly ForeignSegment[]) =>
  ['en', 'ja'].some(
    language =>
      text ===
      joined(
        segments.map(each => each.text),
        language
      )
  )

function segmentOf(segment: ReadonlyMap<string, unknown>): ForeignSegment | undefined {
  const [start, end, text] = ['start', 'end', 'text'].map(name => segment.get(name))
  if (typeof start !== 'number' || typeof end !== 'number' || typeof text !== 'string') return undefined
  if (!(start < end)) return undefined
  const kind = textOf(segment.get('kind'))
  const speaker = nameOrNull(textOf(segment.get('speaker')))
  return { start, end, speaker, ...(kind === undefined ? {} : { kind }), text }
}
