import { exactF1 } from '../kit/agreement.ts'
import type { Answer } from './schema.ts'

export const metric = 'F1, exact'

/** Spans agree when start, end and label are equal; ids and order of making do not count. */
export function compare(a: Answer, b: Answer): number {
  return exactF1(keysOf(a), keysOf(b))
}

function keysOf(answer: Answer): ReadonlySet<string> {
  return new Set(answer.spans.map(span => `${span.start} ${span.end} ${span.label}`))
}
