import { type Static, type TSchema, Type } from '@sinclair/typebox'

/** A definition that is at once the TypeScript type, the validator's input and the published JSON Schema. */
export type Schema<T> = TSchema & { static: T }

/** An id written by a program and typed by a person: safe as a file name, an object key and a URL part. */
export const Id = Type.String({ pattern: '^[a-z0-9][a-z0-9_-]{0,63}$', description: 'Lower-case id' })

/** Ids never change and names may: this makes the first id for a name, unique among `taken`. */
export function idFor(name: string, taken: ReadonlySet<string>): string {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 48)
  const stem = slug === '' ? 'label' : slug
  if (!taken.has(stem)) return stem
  for (let n = 2; ; n++) if (!taken.has(`${stem}-${n}`)) return `${stem}-${n}`
}

export { describe, failed, ok, type Problem, type Result } from './problem.ts'
export { type Static, Type }
