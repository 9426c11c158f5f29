import type { Client, QueueRow } from '../../electron/api/contract.ts'
import type { Status } from '../../schemas/label-file.ts'

const chunk = 100

/** Rows of the queue, fetched a chunk at a time as they come into view. */
export class QueueRows {
  readonly #rows = new Map<number, QueueRow>()
  readonly #asked = new Set<string>()
  readonly #set = new Map<number, Status>()

  constructor(
    private readonly client: Client,
    private readonly changed: () => void
  ) {}

  at(position: number): QueueRow | undefined {
    return this.#rows.get(position)
  }

  /** Fetches what is not there yet of `positions` between two places in that list. */
  want(positions: readonly number[], from: number, to: number): void {
    for (let start = Math.floor(Math.max(0, from) / chunk) * chunk; start <= to; start += chunk) {
      const wanted = positions.slice(start, start + chunk).filter(position => !this.#rows.has(position))
      const ask = `${wanted[0]}-${wanted.at(-1)}`
      if (wanted.length === 0 || this.#asked.has(ask)) continue
      this.#asked.add(ask)
      void this.client.call('queue.rows', { positions: wanted }).then(rows => {
        this.#asked.delete(ask)
        for (const row of rows)
          this.#rows.set(row.position, { ...row, status: this.#set.get(row.position) ?? row.status })
        this.changed()
      })
    }
  }

  /** A status set in this window. Rows that are fetched later take it too. */
  setStatus(position: number, status: Status): void {
    this.#set.set(position, status)
    const row = this.#rows.get(position)
    if (row !== undefined) this.#rows.set(position, { ...row, status })
  }

  /** Everything is read again: files changed on disk. */
  clear(): void {
    this.#rows.clear()
    this.#set.clear()
    this.changed()
  }
}
