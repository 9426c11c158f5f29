import { optionOf } from '../../kit/drops.ts'
import { ExportNames } from '../../kit/export-names.ts'
import type { ExportChunk, ExportContext, ExportCopy, Exporter } from '../../kit/format.ts'
import { jsonLine } from '../../kit/json-lines.ts'
import type { Answer, Config } from '../schema.ts'
import { asCopy, audioOption, audioWanted, clipOf, inOneLine, uncut } from './clips.ts'
import { answeredRecordings, type AnsweredRecording, type SaidSegment, wholeText } from './exported.ts'
import { lengthText } from './seconds-text.ts'

/*
 * A NeMo manifest: a line for each utterance with `audio_filepath` (relative to the manifest), `duration` and `text`, and
 * `offset` where it is a part of the file, all in seconds. https://docs.nvidia.com/nemo-framework (ASR, datasets).
 * Readers that pass over `offset` (DALI) need clips. `item` says what item a row is of, and is passed over by NeMo.
 */

export const nemoExporter: Exporter<Config, Answer> = {
  format: 'nemo',
  title: 'NeMo manifest',
  extension: 'jsonl',
  cannotCarry:
    'Line ends in texts, and who transcribed. Rows of segments leave out a text of the whole recording, rows of recordings leave out segments. Recordings that cannot be cut have offsets among clips.',
  offsetUnit: null,
  tokenizer: null,
  options: [
    {
      name: 'rows',
      values: ['segments', 'whole'],
      about: 'A row for each segment, or one for each recording with all that is said in it.'
    },
    audioOption
  ],
  async *write(records, context) {
    const names = new Map(context.tasks.map(task => [task.id, new ExportNames()]))
    for await (const recording of answeredRecordings(records, context)) {
      const name = names.get(recording.task.id)?.nameFor(recording.path) ?? {
        stem: recording.path,
        path: recording.path
      }
      yield* rowsOf(recording, name, context)
    }
  }
}

async function* rowsOf(
  recording: AnsweredRecording,
  name: { readonly stem: string; readonly path: string },
  context: ExportContext<Config>
): AsyncGenerator<ExportChunk | ExportCopy> {
  const { segments, task, transcript, drop, path, folder, duration } = recording
  const wanted = audioWanted(context)
  const file = context.fileName(task.id, 'jsonl')
  const audio = wanted === 'leave' ? path : `audio/${folder}${name.path}`
  const parts = segments.length > 0 && optionOf(context, 'rows', ['segments', 'whole']) === 'segments'
  if (!parts && duration === undefined)
    return drop('Nobody knows how long the recording is, and a manifest says that of every row.')
  if (parts && transcript !== undefined)
    drop('The text of the whole recording was left out: the manifest has a row for each segment.')
  const problem = parts && wanted === 'clips' ? await uncut(context, recording) : undefined
  if (problem !== undefined) drop(`It was not cut, so its rows have offsets: ${problem}`)
  const clips = parts && wanted === 'clips' && problem === undefined
  if (!clips && wanted !== 'leave') yield { file: audio, copyOf: path }
  if (!parts) {
    const text = inOneLine(wholeText(recording), 'the recording', drop)
    yield { file, text: row(recording, { audio, duration: duration ?? 0, text }) }
    return
  }
  for (const [at, segment] of segments.entries()) {
    const text = inOneLine(segment.text, `segment ${segment.id}`, drop)
    if (clips) {
      const clip = clipOf(recording, segment, { folder: `clips/${folder}`, stem: name.stem, number: at + 1 })
      yield asCopy(clip)
      yield {
        file,
        text: row(recording, { audio: clip.file, duration: clip.duration, text, segment, cut: true })
      }
    } else {
      const length = Number(lengthText(segment.start, segment.end))
      yield { file, text: row(recording, { audio, duration: length, text, segment }) }
    }
  }
}

function row(
  { id, task }: AnsweredRecording,
  said: {
    readonly audio: string
    readonly duration: number
    readonly text: string
    readonly segment?: SaidSegment
    /** The row is about a file of its own, cut out of the item's. */
    readonly cut?: boolean
  }
): string {
  const { audio, duration, text, segment, cut = false } = said
  const { speaker = null, kind } = segment ?? {}
  const { language } = task.config
  return jsonLine([
    ['audio_filepath', audio],
    ...(segment === undefined || cut ? [] : [['offset', segment.start] as const]),
    ['duration', duration],
    ['text', text],
    ...(speaker === null ? [] : [['speaker', speaker] as const]),
    ...(kind === undefined ? [] : [['kind', kind] as const]),
    ...(language === undefined ? [] : [['lang', language] as const]),
    ...(cut ? [['cut_from', id] as const, ['cut_at', segment?.start ?? 0] as const] : [['item', id] as const])
  ])
}
