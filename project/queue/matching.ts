import { statuses } from '../../schemas/label-file.ts'
import type { ItemFilter } from '../../schemas/queue-view.ts'
import type { LabelSets } from './label-sets.ts'
import { flagBits, type Marks, statusNumber } from './marks.ts'

/**
 * Positions below `count` that match all of a filter but its text, in source order. Null: all of them.
 * `whose`: the columns of the annotators that the filter speaks of.
 */
export function matching(
  filter: ItemFilter,
  count: number,
  whose: readonly Marks[],
  sets: LabelSets
): Uint32Array | null {
  const { statuses: wanted, annotators, labels, marks } = filter
  if ([wanted, annotators, labels, marks].every(part => part.length === 0)) return null
  const hit = new Uint8Array(count)
  const status = new Uint8Array(statuses.length).fill(wanted.length === 0 ? 1 : 0)
  for (const each of wanted) status[statusNumber(each)] = 1
  // To name an annotator and no status asks for what they have answered.
  const named = annotators.length > 0 && wanted.length === 0 ? flagBits.answered : 0
  const flags = marks.reduce((bits, mark) => bits | flagBits[mark], named)
  const set = labels.length === 0 ? null : sets.holding(labels)
  for (const columns of whose) mark(hit, columns, { status, flags, set })
  return positionsOf(hit)
}

interface Wanted {
  /** By the number of a status. */
  readonly status: Uint8Array
  /** Bits that must all be there. */
  readonly flags: number
  /** By the number of a label set; null: any. */
  readonly set: Uint8Array | null
}

/** Passes over plain columns add up bits and ask nothing: answers are scattered, and a wrong guess at every other item costs more. */
function mark(hit: Uint8Array, columns: Marks, { status, flags, set }: Wanted): void {
  const known = Math.min(hit.length, columns.length)
  const anyStatus = status.every(wanted => wanted === 1)
  if (set !== null && anyStatus && flags === 0)
    for (let at = 0; at < known; at++) hit[at] = (hit[at] ?? 0) | (set[columns.labels[at] ?? 0] ?? 0)
  else if (set === null && flags === 0)
    for (let at = 0; at < known; at++) hit[at] = (hit[at] ?? 0) | (status[columns.status[at] ?? 0] ?? 0)
  else
    for (let at = 0; at < known; at++) {
      const labelled = set === null ? 1 : (set[columns.labels[at] ?? 0] ?? 0)
      const flagged = ((columns.flags[at] ?? 0) & flags) === flags ? 1 : 0
      hit[at] = (hit[at] ?? 0) | ((status[columns.status[at] ?? 0] ?? 0) & labelled & flagged)
    }
  if (status[0] === 1 && flags === 0 && set === null) hit.fill(1, known)
}

function positionsOf(hit: Uint8Array): Uint32Array {
  const found = new Uint32Array(hit.length)
  let size = 0
  for (let at = 0; at < hit.length; at++) {
    found[size] = at
    size += hit[at] ?? 0
  }
  return found.slice(0, size)
}
