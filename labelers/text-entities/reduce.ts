import { fieldOffsets } from '../kit/field-text.ts'
import type { Context } from '../kit/labeler.ts'
import { placeRefusal, refusal } from './refusal.ts'
import type { Answer, Command, Config, Extent, Span } from './schema.ts'
import { bySpanOrder, highestNumber, rememberHighest } from './spans.ts'

/** Pure and total: what cannot be done, or changes nothing, returns the same object. */
export function reduce(answer: Answer, command: Command, context: Context<Config>): Answer {
  switch (command.type) {
    case 'span.add':
      return addAll(answer, [command], command.label, context)
    case 'spans.add':
      return addAll(answer, command.extents, command.label, context)
    case 'span.relabel': {
      const span = answer.spans.find(each => each.id === command.id)
      if (span === undefined || span.label === command.label) return answer
      if (refusal(answer, span, command.label, context, span) !== undefined) return answer
      return replace(answer, span, { ...span, label: command.label })
    }
    case 'span.resize': {
      const { start, end } = command
      const span = answer.spans.find(each => each.id === command.id)
      if (span === undefined || (span.start === start && span.end === end)) return answer
      if (refusal(answer, command, span.label, context, span) !== undefined) return answer
      return replace(answer, span, { ...span, start, end, text: quote(command, context) })
    }
    case 'span.remove': {
      const spans = answer.spans.filter(span => span.id !== command.id)
      return spans.length === answer.spans.length ? answer : { ...answer, spans }
    }
    default:
      return answer
  }
}

function addAll(answer: Answer, extents: readonly Extent[], label: string, context: Context<Config>): Answer {
  let next = highestNumber(answer.spans)
  const added: Span[] = []
  // Of the spans just added, those that reach past the start of the next: starts only grow.
  let reaching: Span[] = []
  for (const { start, end } of [...extents].sort((a, b) => a.start - b.start || b.end - a.end)) {
    reaching = reaching.filter(span => span.end > start)
    if (refusal(answer, { start, end }, label, context) !== undefined) continue
    if (placeRefusal(reaching, { start, end }, label, context.config) !== undefined) continue
    const span = { id: `s${++next}`, start, end, label, text: quote({ start, end }, context) }
    added.push(span)
    reaching.push(span)
  }
  const [first] = added
  if (first === undefined) return answer
  const spans =
    added.length === 1 ? insert(answer.spans, first) : [...answer.spans, ...added].sort(bySpanOrder)
  rememberHighest(spans, next)
  return { ...answer, spans }
}

function insert(spans: readonly Span[], span: Span): Span[] {
  let at = spans.length
  for (let low = 0; low < at;) {
    const middle = (low + at) >>> 1
    const other = spans[middle]
    if (other !== undefined && bySpanOrder(other, span) < 0) low = middle + 1
    else at = middle
  }
  return spans.toSpliced(at, 0, span)
}

function replace(answer: Answer, span: Span, by: Span): Answer {
  return {
    ...answer,
    spans: insert(
      answer.spans.filter(each => each !== span),
      by
    )
  }
}

function quote({ start, end }: Extent, { item, field }: Context<Config>): string {
  return fieldOffsets(item, field).slice(start, end)
}
