import type { Result } from '../schemas/schema.ts'
import type { Template } from './template.ts'

export type { Template } from './template.ts'

/** The templates there are, in menu order. */
export const templates: readonly Template[] = []

/** Fails with a sentence for a name that is not a template, or not one yet. */
export function templateOf(_id: string): Result<Template> {
  throw new Error('not built yet')
}
