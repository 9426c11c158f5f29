import { Id, idFor, type Static, Type } from './schema.ts'

/**
 * One label of a label set, shared by every labeler that has labels.
 * The id is written into answers and never changes; everything else may.
 */
export const Label = Type.Object(
  {
    id: Id,
    name: Type.String({ minLength: 1, maxLength: 1000 }),
    /** One character. Absent: the shell gives it the next free digit or letter. */
    key: Type.Optional(Type.String({ minLength: 1, maxLength: 8 })),
    /** Place in the palette of twelve. Absent: its place in the set. */
    color: Type.Optional(Type.Integer({ minimum: 1, maximum: 12 })),
    description: Type.Optional(Type.String()),
    examples: Type.Optional(Type.Array(Type.String())),
    counterExamples: Type.Optional(Type.Array(Type.String())),
    /** The class number exports write. Explicit, so that adding or renaming a label never shifts another. */
    exportIndex: Type.Integer({ minimum: 0 }),
    /** A retired label stays readable in old answers and is not offered for new ones. */
    retired: Type.Optional(Type.Boolean())
  },
  { additionalProperties: true }
)
export type Label = Static<typeof Label>

/** Labels in the order classes are exported. */
export function inExportOrder(labels: readonly Label[]): readonly Label[] {
  return [...labels].sort((a, b) => a.exportIndex - b.exportIndex)
}

/** A label set from names, ids made from the names, class numbers in the order given. */
export function labelSet(names: readonly string[]): Label[] {
  return addLabels([], names).labels
}

/** Appends a label for every name the set lacks. Existing labels, their ids and class numbers stay as they are. */
export function addLabels(
  labels: readonly Label[],
  names: readonly string[]
): { labels: Label[]; added: string[] } {
  const known = new Set(labels.map(label => label.name))
  const ids = new Set(labels.map(label => label.id))
  const all = [...labels]
  const added: string[] = []
  let next = labels.reduce((top, label) => Math.max(top, label.exportIndex + 1), 0)
  for (const name of names) {
    if (known.has(name)) continue
    const id = idFor(name, ids)
    ids.add(id)
    known.add(name)
    all.push({ id, name, exportIndex: next++ })
    added.push(name)
  }
  return { labels: all, added }
}
