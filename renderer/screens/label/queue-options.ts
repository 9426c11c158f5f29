import { labelerOf } from '../../../labelers/index.ts'
import type { Status } from '../../../schemas/label-file.ts'
import type { Task } from '../../../schemas/project.ts'
import {
  type FilterChoices,
  isEveryItem,
  type ItemFilter,
  type ItemOrder,
  markNames,
  type QueueView,
  sortKeys
} from '../../../schemas/queue-view.ts'
import type { Counts } from '../../../electron/api/contract.ts'
import { inThousands } from '../../shell/place-names.ts'
import type { SavedView } from '../../state/queue-memory.ts'
import { filterParts, labelInWords, markWords, orderInWords, sortWords } from '../../state/queue-words.ts'
import type { MenuGroup, MenuOption } from '../../ui/OptionMenu.tsx'
import { statusNames } from '../../ui/status-names.ts'

/** Statuses that a person gives; those of a review are offered where there are any. */
export const givenStatuses: readonly Status[] = ['todo', 'draft', 'submitted', 'skipped', 'flagged']
const reviewStatuses: readonly Status[] = ['accepted', 'rejected']

export interface QueueOptions {
  readonly view: QueueView
  readonly counts: Counts
  readonly choices: FilterChoices | null
  readonly saved: readonly SavedView[]
  readonly tasks: readonly Task[]
  readonly find: (filter: Partial<ItemFilter>) => void
  readonly sort: (order: ItemOrder) => void
  readonly turnTo: (view: QueueView) => void
  readonly removeSaved: (name: string) => void
  /** For a shuffle that was not there before. */
  readonly newSeed: () => number
}

/** Everything the menu of the queue offers. */
export function queueOptions(options: QueueOptions): readonly MenuGroup[] {
  return [
    savedGroup(options),
    statusGroup(options),
    markGroup(options),
    annotatorGroup(options),
    ...labelGroups(options),
    orderGroup(options)
  ]
}

function savedGroup({ saved, view, tasks, turnTo, removeSaved }: QueueOptions): MenuGroup {
  const shown = JSON.stringify([view.filter, view.order])
  return {
    title: 'Saved filters',
    options: saved.map(({ name, filter, order }) => ({
      id: `saved:${name}`,
      title: name,
      note: isEveryItem(filter)
        ? (orderInWords(order) ?? '')
        : filterParts(filter, tasks)
            .map(({ words }) => words)
            .join(', '),
      checked: JSON.stringify([filter, order]) === shown,
      onChoose: () => turnTo({ filter, order }),
      onRemove: () => removeSaved(name)
    }))
  }
}

function statusGroup({ view, counts, find }: QueueOptions): MenuGroup {
  const { statuses } = view.filter
  const offered = [...givenStatuses, ...reviewStatuses.filter(status => counts[status] > 0)]
  return {
    title: 'Status',
    options: offered.map(status => ({
      id: `status:${status}`,
      title: capital(statusNames[status]),
      note: inThousands(counts[status]),
      icon: status,
      checked: statuses.includes(status),
      onChoose: () => find({ statuses: toggled(statuses, status) })
    }))
  }
}

function markGroup({ view, choices, find }: QueueOptions): MenuGroup {
  const { marks } = view.filter
  const icons = { unsure: 'info', commented: 'comment', problem: 'warn' } as const
  return {
    title: 'Marks',
    options: markNames.map(mark => ({
      id: `mark:${mark}`,
      title: capital(markWords[mark]),
      note: noteOf(choices?.marks[mark]),
      icon: icons[mark],
      checked: marks.includes(mark),
      onChoose: () => find({ marks: toggled(marks, mark) })
    }))
  }
}

/** Only where there is somebody else. */
function annotatorGroup({ view, choices, find }: QueueOptions): MenuGroup {
  const { annotators } = view.filter
  const all = choices?.annotators ?? []
  const offered = all.length > 1 ? all : []
  return {
    title: 'Answers of',
    options: offered.map(({ annotator, items }) => ({
      id: `by:${annotator}`,
      title: annotator,
      note: inThousands(items),
      icon: 'user',
      checked: annotators.includes(annotator),
      onChoose: () => find({ annotators: toggled(annotators, annotator) })
    }))
  }
}

function labelGroups({ view, choices, tasks, find }: QueueOptions): readonly MenuGroup[] {
  const { labels } = view.filter
  return tasks.map(task => ({
    title: tasks.length > 1 ? `Label of ${task.title}` : 'Label',
    options: [...labelsOf(task, choices)].map(([label, items]) => {
      const chosen = labels.find(each => each.task === task.id && each.label === label)
      const rest = labels.filter(each => each !== chosen)
      return {
        id: `label:${task.id}/${label}`,
        title: labelInWords({ task: task.id, label }, [task]),
        note: noteOf(items),
        checked: chosen !== undefined,
        onChoose: () => find({ labels: chosen === undefined ? [...labels, { task: task.id, label }] : rest })
      }
    })
  }))
}

/** Those of the schema in their order, used or not, then all others that were met; with the items that have them, when these are counted. */
function labelsOf(task: Task, choices: FilterChoices | null): ReadonlyMap<string, number | undefined> {
  const known = labelerOf(task.labeler)?.labelIds?.(task.config) ?? []
  const unused = choices === null ? undefined : 0
  const found = new Map<string, number | undefined>(known.map(label => [label, unused]))
  for (const { task: id, label, items } of choices?.labels ?? []) if (id === task.id) found.set(label, items)
  return found
}

function orderGroup({ view: { order }, sort, newSeed }: QueueOptions): MenuGroup {
  const sorts = sortKeys.map((by): MenuOption => {
    const { title, up, down } = sortWords[by]
    const on = order.by === by
    const descending = on ? !order.descending : by === 'saved' || by === 'time'
    const shown = on ? order.descending : descending
    return {
      id: `order:${by}`,
      title,
      note: shown ? down : up,
      checked: on,
      onChoose: () => sort(by === 'title' || by === 'id' ? { by, descending } : { by, descending })
    }
  })
  const seed = order.by === 'shuffle' ? order.seed : null
  return {
    title: 'Order',
    options: [
      {
        id: 'order:source',
        title: 'As in the data',
        checked: order.by === 'source',
        onChoose: () => sort({ by: 'source' })
      },
      {
        id: 'order:shuffle',
        title: seed === null ? 'Shuffled' : 'Shuffled: shuffle anew',
        ...(seed === null ? {} : { note: `seed ${seed}` }),
        checked: seed !== null,
        onChoose: () => sort({ by: 'shuffle', seed: newSeed() })
      },
      ...sorts
    ]
  }
}

function toggled<T>(list: readonly T[], value: T): T[] {
  return list.includes(value) ? list.filter(each => each !== value) : [...list, value]
}

function noteOf(count: number | undefined): string {
  return count === undefined ? '' : inThousands(count)
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
