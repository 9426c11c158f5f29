/**
 * How tall rows are and where they begin: what was measured, else what is guessed. A change costs one pass over numbers,
 * so that 5,000 rows of different heights scroll as those of one height do.
 */
export class RowHeights {
  #tops = new Float64Array(1)
  #ids: readonly string[] = []
  readonly #measured = new Map<string, number>()

  /** Pixels of all rows together. */
  get total(): number {
    return this.#tops[this.#ids.length] ?? 0
  }

  /** The rows in their order, with a guess for each that was never measured. */
  lay(ids: readonly string[], guess: (place: number) => number): void {
    this.#ids = ids
    const tops = new Float64Array(ids.length + 1)
    for (let place = 0; place < ids.length; place++)
      tops[place + 1] = (tops[place] ?? 0) + (this.#measured.get(ids[place] ?? '') ?? guess(place))
    this.#tops = tops
  }

  top(place: number): number {
    return this.#tops[Math.max(0, Math.min(place, this.#ids.length))] ?? 0
  }

  height(place: number): number {
    return this.top(place + 1) - this.top(place)
  }

  /** The row that lies at so many pixels from the top. */
  at(y: number): number {
    let low = 0
    let high = Math.max(0, this.#ids.length - 1)
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      if ((this.#tops[middle] ?? 0) <= y) low = middle
      else high = middle - 1
    }
    return low
  }

  /** True if a row is taller or lower than was thought; `lay` then finds out where everything is. */
  measured(id: string, height: number): boolean {
    if (height <= 0 || this.#measured.get(id) === height) return false
    this.#measured.set(id, height)
    return true
  }

  /** The width is another one: every row may have other lines now. */
  forget(): void {
    this.#measured.clear()
  }
}
