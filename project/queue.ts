import type { Item } from '../schemas/item.ts'
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
  find(filter: { readonly text: string; readonly statuses: readonly Status[] }): Promise<readonly number[]>
  /** The next position after (or before) `from` that is to do or a draft; null if there is none. */
  nextTodo(from: number, direction: 1 | -1): number | null
}

export function queueOf(items: ItemIndex, byItem: ReadonlyMap<string, Status>): Queue {
  /** By position; an item that is not here is to do. */
  const current = new Map<number, Status>()
  const counts = noCounts()
  /** Of items that are not indexed yet, or not there any more. */
  const waiting = new Map<string, Status>()
  let doneWhenSettled = -1
  const put = (position: number, status: Status) => {
    const before = current.get(position)
    if (before !== undefined) counts[before]--
    counts[status]++
    current.set(position, status)
  }
  const settle = () => {
    const { done } = items.progress
    if (done === doneWhenSettled) return
    doneWhenSettled = done
    for (const [id, status] of waiting) {
      const position = items.positionOf(id)
      if (position === undefined) continue
      waiting.delete(id)
      put(position, status)
    }
  }
  for (const [id, status] of byItem) waiting.set(id, status)
  const statusAt = (position: number) => {
    settle()
    return current.get(position) ?? 'todo'
  }
  return {
    get counts() {
      settle()
      return { ...counts, todo: counts.todo + items.count - items.holes - current.size }
    },
    statusAt,
    setStatus(id, status) {
      settle()
      const position = items.positionOf(id)
      if (position !== undefined) put(position, status)
    },
    async find({ text, statuses: wanted }) {
      const needle = text.toLowerCase()
      const any = wanted.length === 0
      const found: number[] = []
      if (needle === '') {
        for (let position = 0; position < items.count; position++)
          if (items.isItem(position) && (any || wanted.includes(statusAt(position)))) found.push(position)
        return found
      }
      for await (const { position, item } of items.items())
        if ((any || wanted.includes(statusAt(position))) && holds(item, needle)) found.push(position)
      return found
    },
    nextTodo(from, direction) {
      for (let position = from + direction; position >= 0 && position < items.count; position += direction) {
        const status = statusAt(position)
        if (items.isItem(position) && (status === 'todo' || status === 'draft')) return position
      }
      return null
    }
  }
}

export function noCounts(): Record<Status, number> {
  return Object.fromEntries(statuses.map(status => [status, 0])) as Record<Status, number>
}

function holds(item: Item, needle: string): boolean {
  if (item.id.toLowerCase().includes(needle)) return true
  return Object.values(item.fields).some(value => value.toLowerCase().includes(needle))
}
