import { exactF1 } from '../kit/agreement.ts'
import type { Answer } from './schema.ts'

export const metric = 'F1, exact'

export function compare(a: Answer, b: Answer): number {
  return exactF1(keysOf(a), keysOf(b))
}

function keysOf(answer: Answer): ReadonlySet<string> {
  return new Set([
    ...(answer.transcript === undefined ? [] : [answer.transcript]),
    ...answer.segments.map(({ start, end, text }) => `${start} ${end} ${text}`)
  ])
}
