/** Lets one after another begin, those first that came first; each must have ended before the next. */
export class OneByOne {
  readonly #waiting = new Set<() => Promise<unknown>>()
  #busy = false

  /** `begin` is called when it is its turn. What comes back gives the turn up, if it has not come yet. */
  join(begin: () => Promise<unknown>): () => void {
    this.#waiting.add(begin)
    void this.#goOn()
    return () => void this.#waiting.delete(begin)
  }

  async #goOn(): Promise<void> {
    if (this.#busy) return
    this.#busy = true
    for (const begin of this.#waiting) {
      this.#waiting.delete(begin)
      // Whoever joined hears of it; the others do not wait for ever.
      await begin().catch(() => undefined)
    }
    this.#busy = false
  }
}
