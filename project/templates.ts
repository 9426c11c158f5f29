import { failed, ok, type Result } from '../schemas/schema.ts'
import type { Template } from './template.ts'
import { boxes } from './templates/boxes.ts'
import { callReview } from './templates/call-review.ts'
import { entities } from './templates/entities.ts'
import { intentSentiment } from './templates/intent-sentiment.ts'
import { joint } from './templates/joint.ts'
import { transcription } from './templates/transcription.ts'

export type { Template } from './template.ts'

/** The templates there are, in menu order. */
export const templates: readonly Template[] = [
  entities,
  intentSentiment,
  joint,
  boxes,
  transcription,
  callReview
]

const notYet: ReadonlySet<string> = new Set(['preference', 'rubric'])

/** Fails with a sentence for a name that is not a template, or not one yet. */
export function templateOf(id: string): Result<Template> {
  const found = templates.find(template => template.id === id)
  if (found !== undefined) return ok(found)
  const names = templates.map(template => template.id).join(', ')
  const reason = notYet.has(id)
    ? `The template "${id}" comes with a later version.`
    : `There is no template called "${id}".`
  return failed({ message: `${reason} There are: ${names}.` })
}
