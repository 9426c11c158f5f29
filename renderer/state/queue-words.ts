import { labelerOf } from '../../labelers/index.ts'
import type { Task } from '../../schemas/project.ts'
import type { ItemFilter, ItemOrder, LabelOfTask, MarkName, SortKey } from '../../schemas/queue-view.ts'
import { statusNames } from '../ui/status-names.ts'

/** `1 item`, `12,400 items`. */
export function itemsInWords(count: number): string {
  return `${count.toLocaleString('en')} ${count === 1 ? 'item' : 'items'}`
}

export const markWords: Readonly<Record<MarkName, string>> = {
  unsure: 'unsure',
  commented: 'commented',
  problem: 'has a problem'
}

export const sortWords: Readonly<
  Record<SortKey, { readonly title: string; readonly up: string; readonly down: string }>
> = {
  status: { title: 'Status', up: 'to do first', down: 'done first' },
  time: { title: 'Time on the item', up: 'shortest first', down: 'longest first' },
  saved: { title: 'Last saved', up: 'oldest first', down: 'newest first' },
  title: { title: 'Title', up: 'A to Z', down: 'Z to A' },
  id: { title: 'Id', up: 'A to Z', down: 'Z to A' }
}

/** Null for source order, which needs no words. */
export function orderInWords(order: ItemOrder): string | null {
  if (order.by === 'source') return null
  if (order.by === 'shuffle') return `Shuffled, seed ${order.seed}`
  const { title, up, down } = sortWords[order.by]
  return `${title}, ${order.descending ? down : up}`
}

/** The name of a label; with its task where the project has several. */
export function labelInWords({ task: id, label }: LabelOfTask, tasks: readonly Task[]): string {
  const task = tasks.find(each => each.id === id)
  const name = task === undefined ? label : (labelerOf(task.labeler)?.labelName(task.config, label) ?? label)
  return tasks.length > 1 ? `${task?.title ?? id}: ${name}` : name
}

/** One thing that a filter asks for, and the filter without it. */
export interface FilterPart {
  readonly id: string
  readonly words: string
  readonly without: Partial<ItemFilter>
}

/** What a filter asks for, part by part; its text is last. */
export function filterParts(filter: ItemFilter, tasks: readonly Task[]): readonly FilterPart[] {
  const { text, statuses, annotators, labels, marks } = filter
  return [
    ...annotators.map(annotator => ({
      id: `by:${annotator}`,
      words: `by ${annotator}`,
      without: { annotators: annotators.filter(each => each !== annotator) }
    })),
    ...statuses.map(status => ({
      id: `status:${status}`,
      words: statusNames[status],
      without: { statuses: statuses.filter(each => each !== status) }
    })),
    ...labels.map(label => ({
      id: `label:${label.task}/${label.label}`,
      words: labelInWords(label, tasks),
      without: { labels: labels.filter(each => each !== label) }
    })),
    ...marks.map(mark => ({
      id: `mark:${mark}`,
      words: markWords[mark],
      without: { marks: marks.filter(each => each !== mark) }
    })),
    ...(text === '' ? [] : [{ id: 'text', words: `“${text}”`, without: { text: '' } }])
  ]
}

/** A filter that finds nothing, as a sentence: `No item is skipped or flagged, has Good, and contains “kettle”`. */
export function nothingInWords(filter: ItemFilter, tasks: readonly Task[]): string {
  const { text, statuses, annotators, labels, marks } = filter
  const or = (words: readonly string[]) => words.join(' or ')
  const clauses = [
    statuses.length > 0 && `is ${or(statuses.map(status => statusNames[status]))}`,
    labels.length > 0 && `has ${or(labels.map(label => labelInWords(label, tasks)))}`,
    ...marks.map(mark => (mark === 'problem' ? markWords.problem : `is ${markWords[mark]}`)),
    text !== '' && `contains “${text}”`
  ].filter(clause => clause !== false)
  const whose = annotators.length === 0 ? '' : ` of ${or(annotators)}`
  const what = clauses.length === 0 ? ' was answered' : ` ${clauses.join(' and ')}`
  return `No item${whose}${what}`
}
