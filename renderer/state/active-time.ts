/** Longer than this without input is not work. */
const IDLE_MS = 120_000

/** Adds up the time between inputs, leaving out every pause of more than two minutes. */
export class ActiveTime {
  #total: number
  #last: number | null = null

  constructor(total: number) {
    this.#total = total
  }

  /** An input, or the item coming into view, at this time in milliseconds. */
  input(now: number): void {
    this.#total = this.at(now)
    this.#last = now
  }

  /** The item goes out of view. */
  pause(now: number): void {
    this.#total = this.at(now)
    this.#last = null
  }

  /** Whole milliseconds up to now. */
  at(now: number): number {
    const since = this.#last === null ? 0 : now - this.#last
    return this.#total + (since > 0 && since <= IDLE_MS ? Math.round(since) : 0)
  }
}
