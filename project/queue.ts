import { type Status, statuses } from '../schemas/label-file.ts'
import type { ItemIndex } from './item-index.ts'

export type Counts = Readonly<Record<Status, number>>

/** One annotator's way through the items: who is where, what is left. */
export interface Queue {
  /** Of all items, whatever the filter. */
  readonly counts: Counts
  statusAt(position: number): Status
  /** After a save. Ids that are no item are ignored. */
  setStatus(id: string, status: Status): void
  /**
   * Positions that match, in source order. `text` is looked for in ids and text fields, whatever the case; empty
   * matches all. No `statuses` means every status.
   */
  find(filter: { readonly text: string; readonly statuses: readonly Status[] }): readonly number[]
  /** The next position after (or before) `from` that is to do or a draft; null if there is none. */
  nextTodo(from: number, direction: 1 | -1): number | null
}

export function queueOf(items: ItemIndex, byItem: ReadonlyMap<string, Status>): Queue {
  const current: Status[] = []
  const counts: Record<Status, number> = noCounts()
  for (const item of items.items()) {
    const status = byItem.get(item.id) ?? 'todo'
    current.push(status)
    counts[status]++
  }
  const isTodo = (status: Status | undefined) => status === 'todo' || status === 'draft'
  return {
    get counts() {
      return { ...counts }
    },
    statusAt: position => current[position] ?? 'todo',
    setStatus(id, status) {
      const position = items.positionOf(id)
      if (position === undefined) return
      counts[current[position] ?? 'todo']--
      counts[status]++
      current[position] = status
    },
    find({ text, statuses: wanted }) {
      const needle = text.toLowerCase()
      const any = wanted.length === 0
      const found: number[] = []
      for (let position = 0; position < items.count; position++) {
        if (!any && !wanted.includes(current[position] ?? 'todo')) continue
        if (needle !== '' && !holds(items, position, needle)) continue
        found.push(position)
      }
      return found
    },
    nextTodo(from, direction) {
      for (let position = from + direction; position >= 0 && position < items.count; position += direction)
        if (isTodo(current[position])) return position
      return null
    }
  }
}

export function noCounts(): Record<Status, number> {
  return Object.fromEntries(statuses.map(status => [status, 0])) as Record<Status, number>
}

function holds(items: ItemIndex, position: number, needle: string): boolean {
  const item = items.at(position)
  if (item.id.toLowerCase().includes(needle)) return true
  return Object.values(item.fields).some(value => value.toLowerCase().includes(needle))
}
