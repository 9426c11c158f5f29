import type { Problem } from '../../schemas/schema.ts'
import type { Context } from '../kit/labeler.ts'
import type { Answer, Config } from './schema.ts'

/** What keeps an answer from being complete or true. */
export function check(answer: Answer, context: Context<Config>): readonly Problem[] {
  const { mode } = context.config
  const says = answer.segments.length > 0 || answer.transcript !== undefined || answer.nothing === true
  if (!context.required || says) return []
  return mode === 'whole'
    ? [{ path: '/transcript', message: 'Type what is said, or say that nobody speaks.' }]
    : [{ path: '/segments', message: 'Write down what is said, or say that nobody speaks.' }]
}
