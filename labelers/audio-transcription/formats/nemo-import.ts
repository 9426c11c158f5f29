import type { Problem } from '../../../schemas/schema.ts'
import { decimalSum } from '../../kit/decimal.ts'
import { eachFile } from '../../kit/each-file.ts'
import type { Importer, ImportFile, Imported } from '../../kit/format.ts'
import { idOf, type Row } from '../../kit/json-lines.ts'
import { textOf } from '../../kit/json-values.ts'
import type { Answer, Config } from '../schema.ts'
import { answerOf, configFor, entry, type ForeignSegment, nameOrNull } from './imported.ts'
import { rowsOfRecordings } from './rows-of-recordings.ts'

export const nemoImporter: Importer<Config, Answer> = {
  format: 'nemo',
  title: 'NeMo manifest',
  readsFolders: true,
  leavesOut:
    'Columns other than audio_filepath, offset, duration, text, speaker and lang. A row without an offset is of the whole recording; one without a text gives no answer.',
  async *read(file) {
    for (const extension of file.isFolder === true ? ['json', 'jsonl'] : ['jsonl'])
      for await (const each of eachFile(file, extension)) {
        if ('problem' in each) yield each
        else yield* manifest(each.file, file.isFolder === true)
      }
  },
  recognises: lines => /"audio_filepath"\s*:/.test(lines[0] ?? ''),
  configFor,
  answer: answerOf
}

const pathOf = ({ columns }: Row) => textOf(columns.get('audio_filepath'))
const keyOf = (row: Row) => idOf(row.columns.get('item')) ?? pathOf(row)

async function* manifest(file: ImportFile, inFolder: boolean): AsyncGenerator<Imported> {
  const folder = inFolder ? file.path.slice(0, file.path.lastIndexOf('/') + 1) : ''
  for await (const each of rowsOfRecordings(
    file,
    keyOf,
    'This row has no audio_filepath, so it was left out.'
  )) {
    if ('problem' in each) {
      yield each
      continue
    }
    const [first] = each.rows
    if (first === undefined) continue
    const say = (line: number, message: string): Problem => ({ file: file.path, line, message })
    const { said, problems } = recordingOf(each.rows, say)
    yield* problems.map(problem => ({ problem }))
    const id = idOf(first.columns.get('item'))
    const path = pathOf(first)
    yield {
      record: {
        ...(inFolder ? { file: file.path } : {}),
        line: first.line,
        ...(path === undefined ? {} : { path: besideOf(folder, path) }),
        ...(id === undefined ? {} : { id }),
        meta: {},
        answers: said === undefined ? new Map() : entry(said)
      }
    }
  }
}

function besideOf(folder: string, path: string): string {
  return /^([/\\]|[a-z]:)/i.test(path) ? path : folder + path
}

function recordingOf(rows: readonly Row[], say: (line: number, message: string) => Problem) {
  const problems: Problem[] = []
  const segments: ForeignSegment[] = []
  const languages = new Set<string | undefined>()
  let whole: { readonly text: string; readonly duration: number | undefined } | undefined
  let silent = false
  for (const { line, columns } of rows) {
    const [text, offset, duration] = ['text', 'offset', 'duration'].map(name => columns.get(name))
    languages.add(textOf(columns.get('lang')))
    if (typeof text !== 'string') continue
    if (typeof offset !== 'number') {
      if (whole === undefined) whole = { text, duration: typeof duration === 'number' ? duration : undefined }
      else problems.push(say(line, 'There is a row without an offset for this recording already.'))
      // A manifest to be transcribed has empty texts; in one of ours nobody speaks.
      silent ||= text === '' && columns.has('item')
    } else if (typeof duration !== 'number' || !(duration > 0) || !(offset >= 0))
      problems.push(say(line, 'This row has no duration, or is before the recording. It was left out.'))
    else {
      const kind = textOf(columns.get('kind'))
      const end = Number(decimalSum(offset, duration))
      const speaker = columns.get('speaker')
      segments.push({
        start: offset,
        end,
        speaker: nameOrNull(typeof speaker === 'number' ? String(speaker) : textOf(speaker)),
        ...(kind === undefined ? {} : { kind }),
        text
      })
    }
  }
  const [language, ...more] = languages
  const transcript = whole === undefined || whole.text === '' ? undefined : whole.text
  const says = segments.length > 0 || transcript !== undefined || silent
  const said = {
    segments,
    ...(transcript === undefined ? {} : { transcript }),
    ...(whole?.duration === undefined ? {} : { duration: whole.duration }),
    ...(language === undefined || more.length > 0 ? {} : { language })
  }
  return { said: says ? said : undefined, problems }
}
