import type { Client, LabelState, QueueRow } from '../../electron/api/contract.ts'
import { answerLine } from '../../labelers/answer-line.ts'
import type { Task } from '../../schemas/project.ts'
import type { QueueList } from './queue-list.ts'

const chunk = 100
/** Rows out of sight are let go beyond so many. */
const kept = 4000
/** So many can be asked for at once. */
const most = 500

/** What was done in this window and main may not have known when it was asked. */
type Set = Pick<QueueRow, 'status' | 'marks' | 'said'>

/** What is looked at: the places of a list, both included. */
interface Sight {
  readonly list: QueueList
  readonly from: number
  readonly to: number
}

/**
 * Rows of the queue, fetched a chunk at a time as they come into view. While some are on their way only the last sight
 * waits; what is in sight is fetched again whenever it is lost.
 */
export class QueueRows {
  /** Those seen last come last. */
  readonly #rows = new Map<number, QueueRow>()
  readonly #set = new Map<number, Set>()
  /** Positions of rows that main knows better. They are shown until it has told. */
  readonly #stale = new Set<number>()
  #sight: Sight | null = null
  /** Raised by `want` and `clear`: an answer from before may lack what is needed now. */
  #wish = 0
  #fetching = false
  /** Raised by `clear`: what was asked before is not what is there now. */
  #age = 0

  constructor(
    private readonly client: Client,
    private readonly changed: () => void,
    /** Whose answers rows have a line about. */
    private readonly task?: Task
  ) {}

  at(position: number): QueueRow | undefined {
    return this.#rows.get(position)
  }

  /** Fetches what is not there yet between two places of a list, and keeps what is there from being let go. */
  want(list: QueueList, from: number, to: number): void {
    this.#sight = { list, from, to }
    for (const position of list.slice(from, to + 1)) {
      const row = this.#rows.get(position)
      if (row !== undefined) this.#keep(row)
    }
    this.#look()
  }

  /** The state of an item as this window has it. Rows that are fetched later take it too. */
  setState(position: number, state: LabelState): void {
    const { status, unsure, comments } = state
    const marks = [
      ...(unsure ? ['unsure' as const] : []),
      ...(comments.length > 0 ? ['commented' as const] : [])
    ]
    const said = this.task === undefined ? undefined : answerLine(this.task, state)
    this.#set.set(position, { status, marks, said })
    const row = this.#rows.get(position)
    if (row !== undefined) this.#rows.set(position, this.#asHere(row))
  }

  /** Fetches the row of an item anew when it is in sight next: main knows something of it that this window does not. */
  doubt(position: number): void {
    if (!this.#rows.has(position)) return
    this.#stale.add(position)
    this.#look()
  }

  /** Everything is read again: files changed on disk. */
  clear(): void {
    this.#age++
    this.#rows.clear()
    this.#set.clear()
    this.#stale.clear()
    this.changed()
    this.#look()
  }

  #look(): void {
    this.#wish++
    if (!this.#fetching) void this.#fetchAll()
  }

  async #fetchAll(): Promise<void> {
    let answered = -1
    this.#fetching = true
    try {
      while (answered !== this.#wish) {
        answered = this.#wish
        await this.#fetch()
      }
    } finally {
      this.#fetching = false
      // One that failed is not tried again by itself, but what came meanwhile is not lost with it.
      if (answered !== this.#wish) void this.#fetchAll()
    }
  }

  async #fetch(): Promise<void> {
    if (this.#sight === null) return
    const { list, from, to } = this.#sight
    const missing = (positions: readonly number[]) =>
      positions.filter(each => !this.#rows.has(each) || this.#stale.has(each))
    const seen = missing(list.slice(from, to + 1))
    if (seen.length === 0) return
    // A little more than what is seen, so that slow scrolling finds it there.
    const start = Math.floor(Math.max(0, from) / chunk) * chunk
    const end = Math.ceil((to + 1) / chunk) * chunk
    const around = missing(list.slice(start, end))
    const age = this.#age
    const rows = await this.client.call('queue.rows', { positions: around.slice(0, most) })
    if (age !== this.#age) return
    for (const row of rows) {
      this.#stale.delete(row.position)
      this.#keep(this.#asHere(row))
    }
    this.changed()
  }

  /** Of problems only main knows. */
  #asHere(row: QueueRow): QueueRow {
    const set = this.#set.get(row.position)
    if (set === undefined) return row
    const problem = row.marks.filter(mark => mark === 'problem')
    return { ...row, ...set, marks: [...set.marks, ...problem] }
  }

  #keep(row: QueueRow): void {
    this.#rows.delete(row.position)
    this.#rows.set(row.position, row)
    const [oldest] = this.#rows.keys()
    if (this.#rows.size > kept && oldest !== undefined) this.#rows.delete(oldest)
  }
}
