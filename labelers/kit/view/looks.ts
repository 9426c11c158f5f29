import type { Label } from '../../../schemas/label-set.ts'
import { badgeOf } from '../../kit/badge.ts'

/** How the spans of a label look. */
export interface Look {
  /** Place in the palette of twelve, from 1; 0 for a label the task does not know. */
  readonly color: number
  /** The key on the badge, or how the name begins where it has none. */
  readonly badge: string
  readonly name: string
}

/** How every label looks, by id. `caps` are their keys in the order of the labels. */
export function looksOf(
  labels: readonly Label[],
  caps: readonly (string | undefined)[]
): (id: string) => Look {
  const looks = new Map<string, Look>()
  for (const [place, label] of labels.entries()) {
    const look = {
      color: label.color ?? place + 1,
      badge: badgeOf(label.name, caps[place]),
      name: label.name
    }
    looks.set(label.id, look)
  }
  return id => looks.get(id) ?? { color: 0, badge: '?', name: id }
}
