import type { Field, FieldKind } from '../../schemas/project.ts'

/**
 * The field a new question looks at, of those its labeler accepts: what is no plain text first, because a text beside a
 * conversation or a picture is about it; of several texts the one called `text`, else the last, as in title and body,
 * question and context. Undefined when none is accepted.
 */
export function fieldFor(accepts: readonly FieldKind[], fields: readonly Field[]): Field | undefined {
  const fitting = fields.filter(field => accepts.includes(field.kind))
  return (
    fitting.find(field => field.kind !== 'text') ??
    fitting.find(field => field.id === 'text') ??
    fitting.at(-1)
  )
}
