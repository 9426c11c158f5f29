import { fieldText } from '../../kit/field-text.ts'
import type { ExportContext, ExportRecord, ExportTask } from '../../kit/format.ts'
import { nameOf } from '../../kit/labels.ts'
import { oneAnswerEach } from '../../kit/one-answer-each.ts'
import { type Seconds, seconds } from '../../kit/seconds.ts'
import { durationFor } from '../duration.ts'
import { joined } from '../joining.ts'
import type { Answer, Config } from '../schema.ts'
import { inOrder } from '../segments.ts'

/** A segment as it goes out. */
export interface SaidSegment {
  readonly id: string
  /** Before `end`. */
  readonly start: Seconds
  readonly end: Seconds
  /** Name of its label. */
  readonly speaker: string | null
  /** Name of its kind. */
  readonly kind: string | undefined
  readonly text: string
}

/**
 * One recording of one task with what is said in it. Without segments and text somebody said that nobody speaks in it; it
 * goes out too.
 */
export interface AnsweredRecording {
  readonly id: string
  /** Of the recording, relative to the project. */
  readonly path: string
  readonly duration: Seconds | undefined
  /** Hz. Undefined while the file cannot be read. */
  readonly sampleRate: number | undefined
  readonly channels: number | undefined
  /** In order of start. */
  readonly segments: readonly SaidSegment[]
  /** Text of the whole recording. */
  readonly transcript: string | undefined
  readonly task: ExportTask<Config>
  /** Empty, or a folder of its own for each of several tasks, with a slash at its end. */
  readonly folder: string
  readonly drop: (reason: string) => void
}

/** The recordings of an export, in order. These formats hold one answer each; those of further annotators are left out. */
export async function* answeredRecordings(
  records: AsyncIterable<ExportRecord<Answer>>,
  context: ExportContext<Config>
): AsyncGenerator<AnsweredRecording> {
  for await (const { record, task, answer, folder, drop } of oneAnswerEach(records, context, 'recording')) {
    const recording = recordingOf(record, answer, task, folder, drop)
    if (recording.segments.length > 0 || recording.transcript !== undefined || answer.nothing === true)
      yield recording
    else drop('Nothing is written down, and nobody said that nobody speaks.')
  }
}

function recordingOf(
  { item }: ExportRecord<Answer>,
  answer: Answer,
  task: ExportTask<Config>,
  folder: string,
  drop: (reason: string) => void
): AnsweredRecording {
  const { config, field } = task
  const media = item.media !== undefined && Object.hasOwn(item.media, field) ? item.media[field] : undefined
  return {
    id: item.id,
    path: fieldText(item, field),
    duration: durationFor(answer, { item, field }),
    sampleRate: media?.sampleRate,
    channels: media?.channels,
    segments: inOrder(answer.segments).flatMap(({ id, start, end, speaker, kind, text }) => {
      if (!(end > start)) return (drop(`Segment ${id} has no length.`), [])
      return {
        id,
        start,
        end,
        speaker: speaker === null ? null : nameOf(config.labels, speaker),
        kind: kind === undefined ? undefined : nameOf(config.kinds, kind),
        text
      }
    }),
    transcript: answer.transcript === '' ? undefined : answer.transcript,
    task,
    folder,
    drop
  }
}

/** What is said in a recording as one text. */
export function wholeText({ transcript, segments, task }: AnsweredRecording): string {
  return (
    transcript ??
    joined(
      segments.map(({ text }) => text),
      task.config.language
    )
  )
}

/**
 * The segments for a format that has nothing else: a text of the whole recording becomes one from its start to its end.
 * Undefined where that is all there is and nobody knows where the recording ends. What is lost by it is said.
 */
export function segmentsOnly(recording: AnsweredRecording): readonly SaidSegment[] | undefined {
  const { segments, transcript, duration, drop, task } = recording
  if (transcript === undefined) return segments
  if (segments.length > 0) {
    if (task.config.mode !== 'segments' || wholeText({ ...recording, transcript: undefined }) !== transcript)
      drop('The text of the whole recording was left out: this format holds segments.')
    return segments
  }
  if (duration === undefined) {
    drop('It has a text without segments, and nobody knows how long the recording is.')
    return undefined
  }
  if (task.config.mode !== 'whole')
    drop('The text of the whole recording went out as one segment: this format holds segments.')
  return [{ id: 'g1', start: seconds(0), end: duration, speaker: null, kind: undefined, text: transcript }]
}

/** The part of what segments and texts cannot be told apart by, said once for all formats that hold segments only. */
export const SEGMENTS_ONLY =
  'The text of a whole recording goes out as a segment where there are no others, and is left out beside them.'
