import { badgeOf } from '../../../labelers/kit/badge.ts'
import { labelKeys } from '../../../labelers/kit/keys.ts'
import type { Label } from '../../../schemas/label-set.ts'
import type { Task } from '../../../schemas/project.ts'

export interface BadgeLook {
  /** Place in the palette of twelve; 0 for a label the label set lacks. */
  readonly color: number
  readonly text: string
}

/** How the labels of a task look elsewhere in the window, whichever its labeler. */
export function badgeLooks({ config }: Pick<Task, 'config'>): (label: string, name: string) => BadgeLook {
  const labels = labelsIn(config)
  const keys = labelKeys(labels)
  const looks = new Map(
    labels.map(({ id, name, color }, place) => [
      id,
      { color: color ?? place + 1, text: badgeOf(name, keys.get(id)?.[0]) }
    ])
  )
  return (label, name) => looks.get(label) ?? { color: 0, text: badgeOf(name, undefined) }
}

/** The label set, as every labeler that has one keeps it. A faulty config, which opens read-only, has none. */
function labelsIn(config: unknown): readonly Label[] {
  const labels: unknown =
    typeof config === 'object' && config !== null ? Reflect.get(config, 'labels') : undefined
  return Array.isArray(labels) && labels.every(isLabel) ? labels : []
}

function isLabel(value: unknown): value is Label {
  if (typeof value !== 'object' || value === null) return false
  return typeof Reflect.get(value, 'id') === 'string' && typeof Reflect.get(value, 'name') === 'string'
}
