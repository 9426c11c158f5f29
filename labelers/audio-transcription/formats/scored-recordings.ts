import type { ExportChunk, ExportContext, ExportRecord } from '../../kit/format.ts'
import type { Answer, Config } from '../schema.ts'
import { byBytes } from './byte-order.ts'
import { answeredRecordings, type AnsweredRecording, type SaidSegment, segmentsOnly } from './exported.ts'
import { apart } from './lanes.ts'
import { PlainIds, stemOfPath } from './plain-ids.ts'

/** A segment of a recording that sclite is to compare. */
export interface ScoredSegment extends SaidSegment {
  /** `1`, and for what overlaps `2`, `3`: sclite cannot compare two at a time in one channel. */
  readonly channel: string
}

/**
 * The files of STM and CTM: sorted by name of the recording, channel and start, as sclite wants them. It needs all lines for
 * that, so they are held until the end. `linesOf` gives those of one recording, in order of channel and start.
 */
export async function* scoredFiles(
  records: AsyncIterable<ExportRecord<Answer>>,
  context: ExportContext<Config>,
  extension: string,
  linesOf: (id: string, segments: readonly ScoredSegment[], recording: AnsweredRecording) => string
): AsyncGenerator<ExportChunk> {
  const tasks = new Map(
    context.tasks.map(task => [
      task.id,
      { ids: new PlainIds('recording', { hyphens: true }), blocks: [] as (readonly [string, string])[] }
    ])
  )
  for await (const recording of answeredRecordings(records, context)) {
    const task = tasks.get(recording.task.id)
    const segments = segmentsOnly(recording)
    if (segments === undefined || task === undefined) continue
    const id = task.ids.idFor(recording.path, stemOfPath(recording.path))
    const scored = apart(segments).flatMap((list, at) =>
      list.map(segment => ({ ...segment, channel: String(at + 1) }))
    )
    task.blocks.push([id, linesOf(id, scored, recording)])
  }
  for (const [task, { blocks }] of tasks)
    for (const [, text] of blocks.sort(([a], [b]) => byBytes(a, b)))
      yield { file: context.fileName(task, extension), text }
}
