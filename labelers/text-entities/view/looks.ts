import type { Label } from '../../../schemas/label-set.ts'

/** How the spans of a label look. */
export interface Look {
  /** Place in the palette of twelve, from 1; 0 for a label the task does not know. */
  readonly color: number
  /** The key on the badge, or how the name begins where it has none. */
  readonly badge: string
  readonly name: string
}

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** The badge of a label: its key (`⇧1` for Shift and 1), else the first two characters of its name. */
export function badgeOf(name: string, cap: string | undefined): string {
  if (cap === undefined || cap === '')
    return Array.from(characters.segment(name.trim()), each => each.segment)
      .slice(0, 2)
      .join('')
  const parts = cap.split(/\+(?=.)/)
  return parts.map(part => (part === 'Shift' ? '⇧' : part.toUpperCase())).join('')
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
