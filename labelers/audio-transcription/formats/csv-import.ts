import { csvRows } from '../../kit/csv.ts'
import { isDecimal } from '../../kit/decimal.ts'
import type { Importer, Imported } from '../../kit/format.ts'
import type { Answer, Config } from '../schema.ts'
import { type CsvColumn, headerOf, isHeader, placesOf, separatorOf } from './csv-columns.ts'
import { answerOf, configFor, entry, type ForeignSegment, nameOrNull } from './imported.ts'

export const csvImporter: Importer<Config, Answer> = {
  format: 'csv',
  title: 'CSV or TSV of segments',
  leavesOut:
    'Columns other than the recording, start, end, speaker, kind, text and duration. Without a column for the recording, the rows are of the recording that is called like the file; whole numbers of a TSV are milliseconds then, as Whisper writes them.',
  async *read(file) {
    const text = (await file.text()).replace(/^\uFEFF/, '')
    const separator = separatorOf(text.slice(0, endOfLine(text)))
    const rows = csvRows(text, separator)
    const first = rows.next()
    if (first.done === true || !isHeader(first.value.cells)) return
    const places = placesOf(first.value.cells)
    const own = file.path.replace(/\.(csv|tsv|tab|txt)$/i, '')
    const recordings = new Map<string, Recording>()
    for (const { line, cells } of rows) {
      const cell = (column: CsvColumn) => cells[places.get(column) ?? -1] ?? ''
      const path = places.has('audio') ? cell('audio') : own
      const problem = (message: string): Imported => ({ problem: { line, message } })
      if (path.trim() === '') {
        yield problem('This row names no recording, so it was left out.')
        continue
      }
      const recording = recordings.get(path) ?? {
        line,
        id: cell('item'),
        silent: false,
        duration: isDecimal(cell('duration')) ? Number(cell('duration')) : undefined,
        transcript: undefined,
        segments: []
      }
      recordings.set(path, recording)
      const why = take(recording, cell, places.has('item'))
      if (why !== undefined) yield problem(`${why} The row was left out.`)
    }
    const whisper = separator === '\t' && !places.has('audio') && allWhole([...recordings.values()])
    for (const [path, recording] of recordings) yield recordOf(path, recording, whisper ? 1000 : 1)
  },
  claims: lines => isHeader(headerOf(lines[0] ?? '')),
  recognises: (lines, path) => /\.(csv|tsv|tab)$/i.test(path) && isHeader(headerOf(lines[0] ?? '')),
  configFor,
  answer: answerOf
}

interface Recording {
  readonly line: number
  readonly id: string
  readonly duration: number | undefined
  readonly segments: ForeignSegment[]
  transcript: string | undefined
  /** One of our own rows says that nobody speaks. */
  silent: boolean
}

function endOfLine(text: string): number {
  const end = text.search(/[\r\n]/)
  return end === -1 ? text.length : end
}

/** Why a row could not be taken. */
function take(recording: Recording, cell: (column: CsvColumn) => string, ours: boolean): string | undefined {
  const [start, end, text] = [cell('start').trim(), cell('end').trim(), cell('text')]
  if (start === '' && end === '') {
    if (text === '') recording.silent ||= ours
    else if (recording.transcript !== undefined) return 'There is a text of this whole recording already.'
    else recording.transcript = text
    return undefined
  }
  if (!isDecimal(start) || !isDecimal(end)) return 'Its times are no numbers.'
  if (!(Number(start) < Number(end)) || Number(start) < 0)
    return 'It ends before it begins, or begins before 0.'
  const kind = cell('kind')
  recording.segments.push({
    start: Number(start),
    end: Number(end),
    speaker: nameOrNull(cell('speaker')),
    ...(kind === '' ? {} : { kind }),
    text
  })
  return undefined
}

const allWhole = (recordings: readonly Recording[]) =>
  recordings.every(({ segments }) =>
    segments.every(({ start, end }) => Number.isInteger(start) && Number.isInteger(end))
  )

function recordOf(
  path: string,
  { line, id, duration, segments, transcript, silent }: Recording,
  unit: number
): Imported {
  const said = {
    segments: segments.map(each => ({ ...each, start: each.start / unit, end: each.end / unit })),
    ...(transcript === undefined ? {} : { transcript }),
    ...(duration === undefined ? {} : { duration })
  }
  const says = segments.length > 0 || transcript !== undefined || silent
  return {
    record: {
      line,
      path,
      ...(id === '' ? {} : { id }),
      meta: {},
      answers: says ? entry(said) : new Map()
    }
  }
}
