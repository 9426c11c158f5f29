import { answered, dropFrom } from '../../kit/drops.ts'
import { fieldOffsets } from '../../kit/field-text.ts'
import type { ExportContext, ExportRecord, ExportTask } from '../../kit/format.ts'
import { labelsById, nameOf } from '../../kit/labels.ts'
import type { Named } from '../bio.ts'
import { type Answer, type Config, type Span } from '../schema.ts'
import { bySpanOrder } from '../spans.ts'

/** A span ready to be written: its label by name, its quote checked against the text. */
export interface ExportedSpan extends Named {
  readonly span: Span
}

/**
 * The spans of a record that are true of its text, in order. What is not is dropped with a reason.
 * Undefined when the task was not answered, which is dropped too; no spans is an answer.
 */
export function exportedSpans(
  record: ExportRecord<Answer>,
  task: ExportTask<Config>,
  context: ExportContext<Config>
): readonly ExportedSpan[] | undefined {
  const answer = answered(record, task.id, context)
  if (answer === undefined) return undefined
  const drop = dropFrom(record, task.id, context)
  const offsets = fieldOffsets(record.item, task.field)
  const labels = labelsById(task.config.labels)
  return answer.spans.toSorted(bySpanOrder).flatMap(span => {
    const label = labels.get(span.label)
    if (label === undefined)
      drop(`${wordsOf(span)} has the label "${span.label}", which the task does not have.`)
    else if (span.end > offsets.length || offsets.slice(span.start, span.end) !== span.text)
      drop(`${wordsOf(span)} does not match the text there any more.`)
    else return [{ start: span.start, end: span.end, label: label.name, span }]
    return []
  })
}

/** For sentences about a span: `The span "Lisbon" at 28 to 34`. */
function wordsOf(span: Span): string {
  return `The span "${span.text}" at ${span.start} to ${span.end}`
}

/** Why a span is not in the output, in the words of `encode`. */
export function refusedSpan(
  config: Config,
  drop: (reason: string) => void
): (refused: ExportedSpan, reason: string) => void {
  return ({ span }, reason) => drop(`${wordsOf(span)} (${nameOf(config.labels, span.label)}) ${reason}.`)
}

/** The first of spans that share characters, in order: what formats without overlaps can hold. */
export function withoutOverlaps<T extends Named>(spans: readonly T[]): readonly T[] {
  let reach = 0
  return spans.filter(span => {
    if (span.start < reach) return false
    reach = span.end
    return true
  })
}
