import type { Client, LabelState, QueueRow } from '../../electron/api/contract.ts'
import type { QueueList } from './queue-list.ts'

const chunk = 100
/** Rows out of sight are let go beyond so many. */
const kept = 4000

/** What was done in this window and main may not have known when it was asked. */
type Set = Pick<QueueRow, 'status' | 'marks'>

/** Rows of the queue, fetched a chunk at a time as they come into view. While one is on its way only the last wish waits. */
export class QueueRows {
  readonly #rows = new Map<number, QueueRow>()
  readonly #set = new Map<number, Set>()
  #fetching = false
  #wanted: { readonly list: QueueList; readonly from: number; readonly to: number } | null = null
  /** Raised by `clear`: what was asked before is not what is there now. */
  #age = 0

  constructor(
    private readonly client: Client,
    private readonly changed: () => void
  ) {}

  at(position: number): QueueRow | undefined {
    return this.#rows.get(position)
  }

  /** Fetches what is not there yet between two places of a list. */
  want(list: QueueList, from: number, to: number): void {
    this.#wanted = { list, from, to }
    if (!this.#fetching) void this.#fetchAll()
  }

  /** The state of an item as this window has it. Rows that are fetched later take it too. */
  setState(position: number, { status, unsure, comments }: LabelState): void {
    const row = this.#rows.get(position)
    const problem = row?.marks.includes('problem') === true
    const marks = [
      ...(unsure ? ['unsure' as const] : []),
      ...(comments.length > 0 ? ['commented' as const] : []),
      ...(problem ? ['problem' as const] : [])
    ]
    this.#set.set(position, { status, marks })
    if (row !== undefined) this.#rows.set(position, { ...row, status, marks })
  }

  /** Everything is read again: files changed on disk. */
  clear(): void {
    this.#age++
    this.#rows.clear()
    this.#set.clear()
    this.changed()
  }

  async #fetchAll(): Promise<void> {
    this.#fetching = true
    try {
      await this.#fetch()
    } finally {
      this.#fetching = false
    }
    // A wish that came while the last answer was taken in.
    if (this.#wanted !== null) void this.#fetchAll()
  }

  async #fetch(): Promise<void> {
    for (let wish = this.#wanted; wish !== null; wish = this.#wanted) {
      this.#wanted = null
      const { list, from, to } = wish
      const missing = list.slice(from, to + 1).filter(position => !this.#rows.has(position))
      if (missing.length === 0) continue
      const age = this.#age
      // A little more than what is seen, so that slow scrolling finds it there.
      const start = Math.floor(Math.max(0, from) / chunk) * chunk
      const around = list
        .slice(start, Math.ceil((to + 1) / chunk) * chunk)
        .filter(each => !this.#rows.has(each))
      const rows = await this.client.call('queue.rows', { positions: around.slice(0, 500) })
      if (age !== this.#age) {
        this.#wanted ??= wish
        continue
      }
      for (const row of rows) this.#keep(row)
      this.changed()
    }
  }

  #keep(row: QueueRow): void {
    this.#rows.set(row.position, { ...row, ...this.#set.get(row.position) })
    const [oldest] = this.#rows.keys()
    if (this.#rows.size > kept && oldest !== undefined) this.#rows.delete(oldest)
  }
}
