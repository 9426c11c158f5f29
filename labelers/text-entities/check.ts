import type { Problem } from '../../schemas/schema.ts'
import { fieldOffsets } from '../kit/field-text.ts'
import type { Context } from '../kit/labeler.ts'
import { labelsById } from '../kit/labels.ts'
import { placeRefusal } from './refusal.ts'
import type { Answer, Config, Span } from './schema.ts'
import { bySpanOrder } from './spans.ts'

/** What keeps an answer from being complete or true: nothing labelled where it must be, quotes that differ, broken policy. */
export function check(answer: Answer, context: Context<Config>): readonly Problem[] {
  const problems: Problem[] = []
  const offsets = fieldOffsets(context.item, context.field)
  const labels = labelsById(context.config.labels)
  const refusals = policyRefusals(answer.spans, context.config)
  const ids = new Set<string>()
  if (context.required && answer.spans.length === 0)
    problems.push({ path: '/spans', message: 'Label at least one span.' })
  for (const [place, span] of answer.spans.entries()) {
    const say = (part: string, message: string) => problems.push({ path: `/spans/${place}/${part}`, message })
    if (ids.has(span.id)) say('id', `Two spans have the id "${span.id}".`)
    ids.add(span.id)
    if (!labels.has(span.label))
      say('label', `"${span.text}" has the label "${span.label}", which this task does not have.`)
    if (span.start >= span.end || span.end > offsets.length) {
      say(
        'end',
        `"${span.text}" is at ${span.start} to ${span.end}, outside the text of ${offsets.length} characters.`
      )
      continue
    }
    const words = offsets.slice(span.start, span.end)
    if (words !== span.text)
      say(
        'text',
        `The span quotes "${span.text}", and the text at ${span.start} to ${span.end} is "${words}".`
      )
    const refused = refusals.get(span)
    if (refused !== undefined) say('start', `"${span.text}": ${refused}`)
  }
  return problems
}

/** What the overlap policy says of each span against those before it: one sweep, however long the text. */
function policyRefusals(spans: readonly Span[], config: Config): ReadonlyMap<Span, string> {
  const refusals = new Map<Span, string>()
  let reaching: Span[] = []
  for (const span of spans.toSorted(bySpanOrder)) {
    reaching = reaching.filter(other => other.end > span.start)
    const refused = placeRefusal(reaching, span, span.label, config)
    if (refused !== undefined) refusals.set(span, refused)
    reaching.push(span)
  }
  return refusals
}
