import { inExportOrder, type Label } from '../../schemas/label-set.ts'
import { HIGHEST_CLASS } from './keys.ts'

/**
 * Class names at their class numbers, retired ones included. A number no label has (its label was deleted) is filled
 * with `(unused 3)`, so that no other class moves.
 */
export function classNames(labels: readonly Label[]): readonly string[] {
  return [...classTable(labels).names]
}

/** Whether a name of a class list is a label's, and not the filler of a class number without one. */
export const isUsed = (name: string): boolean => !/^\(unused \d+\)$/.test(name)

/** The class number of each label id. */
export function classNumbers(labels: readonly Label[]): ReadonlyMap<string, number> {
  return classTable(labels).numbers
}

function classTable(labels: readonly Label[]): { names: string[]; numbers: Map<string, number> } {
  const ordered = inExportOrder(labels)
  const used = new Set(ordered.map(label => label.exportIndex))
  // A label set that `labelSetProblems` refuses still gets numbers that are unique and in order.
  const explicit = used.size === ordered.length && (ordered.at(-1)?.exportIndex ?? 0) <= HIGHEST_CLASS
  const numbers = new Map(ordered.map((label, place) => [label.id, explicit ? label.exportIndex : place]))
  const names: string[] = []
  for (const label of ordered) {
    const number = numbers.get(label.id) ?? 0
    while (names.length < number) names.push(`(unused ${names.length})`)
    names[number] = label.name
  }
  return { names, numbers }
}
