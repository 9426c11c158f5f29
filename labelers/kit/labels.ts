import type { Label } from '../../schemas/label-set.ts'

const maps = new WeakMap<readonly Label[], ReadonlyMap<string, Label>>()

/** Labels by id. Remembered for a label set that does not change, because every keystroke asks. */
export function labelsById(labels: readonly Label[]): ReadonlyMap<string, Label> {
  let map = maps.get(labels)
  if (map === undefined) {
    map = new Map(labels.map(label => [label.id, label]))
    maps.set(labels, map)
  }
  return map
}

/** Ids of the labels that can be given to new answers, in their order. */
export function offeredIds(labels: readonly Label[]): readonly string[] {
  return labels.filter(label => label.retired !== true).map(label => label.id)
}

/** The name of a label id for people; an id the set does not know is its own name. */
export function nameOf(labels: readonly Label[], id: string): string {
  return labelsById(labels).get(id)?.name ?? id
}
