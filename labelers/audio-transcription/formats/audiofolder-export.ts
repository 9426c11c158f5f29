import { csvLine } from '../../kit/csv.ts'
import { optionOf } from '../../kit/drops.ts'
import { ExportNames } from '../../kit/export-names.ts'
import type { ExportChunk, ExportContext, ExportCopy, Exporter } from '../../kit/format.ts'
import { jsonLine } from '../../kit/json-lines.ts'
import type { Answer, Config } from '../schema.ts'
import { audiofolderCard, clipColumns, wholeColumns } from './audiofolder-card.ts'
import { asCopy, audioOption, audioWanted, clipOf, uncut } from './clips.ts'
import { answeredRecordings, type AnsweredRecording, wholeText } from './exported.ts'

/*
 * A Hugging Face audio folder, https://huggingface.co/docs/datasets/audio_dataset: `metadata.jsonl` or `metadata.csv` with a
 * row for each file. There are no parts of files: either `segments` is a column, or each segment is a file of its own.
 * Every row has every column, because readers take the columns from the first rows.
 */

export const audiofolderExporter: Exporter<Config, Answer> = {
  format: 'audiofolder',
  title: 'Hugging Face audio folder',
  extension: 'jsonl',
  cannotCarry:
    'Who transcribed, and whether a text of the whole that equals its segments was typed. Among clips, recordings that are not WAV, and those where nobody speaks.',
  offsetUnit: null,
  tokenizer: null,
  options: [
    audioOption,
    { name: 'table', values: ['jsonl', 'csv'], about: 'Write the table as metadata.jsonl or metadata.csv.' }
  ],
  async *write(records, context) {
    const names = new Map(context.tasks.map(task => [task.id, new ExportNames()]))
    const table = tableOf(context)
    const columns = audioWanted(context) === 'clips' ? clipColumns : wholeColumns
    if (table === 'csv')
      for (const task of context.tasks)
        yield {
          file: `${folderOf(context, task.id)}metadata.csv`,
          text: csvLine(columns.map(({ name }) => name)),
          records: 0
        }
    for await (const recording of answeredRecordings(records, context)) {
      const name = names.get(recording.task.id)?.nameFor(recording.path) ?? {
        stem: recording.path,
        path: recording.path
      }
      if (audioWanted(context) === 'clips') yield* clips(recording, name, context)
      else yield* whole(recording, name.path, context)
    }
  },
  companions: context =>
    context.tasks.map(task => ({
      file: `${folderOf(context, task.id)}README.md`,
      text: audiofolderCard(
        context.projectName,
        {
          columns: audioWanted(context) === 'clips' ? clipColumns : wholeColumns,
          lists: tableOf(context) === 'jsonl'
        },
        task.config.language
      )
    }))
}

const tableOf = (context: ExportContext<Config>) => optionOf(context, 'table', ['jsonl', 'csv'])
const folderOf = (context: ExportContext<Config>, task: string) =>
  context.tasks.length > 1 ? `${task}/` : ''

function* whole(
  recording: AnsweredRecording,
  name: string,
  context: ExportContext<Config>
): Generator<ExportChunk | ExportCopy> {
  const { path, folder, segments, duration, id } = recording
  const leave = audioWanted(context) === 'leave'
  const values = new Map<string, unknown>([
    ['file_name', leave ? path : `audio/${name}`],
    ['transcription', wholeText(recording)],
    ['duration', duration ?? null],
    [
      'segments',
      segments.map(({ start, end, speaker, kind = null, text }) => ({ start, end, speaker, kind, text }))
    ],
    ['id', id]
  ])
  yield tableRow(values, folder, context)
  if (!leave) yield { file: `${folder}audio/${name}`, copyOf: path }
}

async function* clips(
  recording: AnsweredRecording,
  name: { readonly stem: string; readonly path: string },
  context: ExportContext<Config>
): AsyncGenerator<ExportChunk | ExportCopy> {
  const { segments, transcript, drop, folder, path, duration, id } = recording
  const base = (file: string, text: string, long: number | null) =>
    new Map<string, unknown>([
      ['file_name', file],
      ['transcription', text],
      ['duration', long],
      ['speaker', null],
      ['kind', null],
      ['cut_from', id],
      ['cut_at', 0]
    ])
  if (segments.length === 0) {
    if (transcript === undefined) return drop('Nobody speaks in it, so there is no clip.')
    yield tableRow(base(`audio/${name.path}`, transcript, duration ?? null), folder, context)
    yield { file: `${folder}audio/${name.path}`, copyOf: path }
    return
  }
  if (transcript !== undefined) drop('The text of the whole recording was left out: there are only clips.')
  const problem = await uncut(context, recording)
  for (const [at, segment] of segments.entries()) {
    if (problem !== undefined) {
      drop(`Segment ${segment.id} was not cut: ${problem}`)
      continue
    }
    const clip = clipOf(recording, segment, { folder: `${folder}clips/`, stem: name.stem, number: at + 1 })
    yield asCopy(clip)
    const values = base(clip.file.slice(folder.length), segment.text, clip.duration)
    values
      .set('speaker', segment.speaker)
      .set('kind', segment.kind ?? null)
      .set('cut_at', segment.start)
    yield tableRow(values, folder, context)
  }
}

function tableRow(
  values: ReadonlyMap<string, unknown>,
  folder: string,
  context: ExportContext<Config>
): ExportChunk {
  const table = tableOf(context)
  const cell = (value: unknown) =>
    value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value)
  return {
    file: `${folder}metadata.${table}`,
    text: table === 'csv' ? csvLine([...values.values()].map(cell)) : jsonLine(values)
  }
}
