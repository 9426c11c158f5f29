/**
 * The positions that the queue shows, in its order. A value: adding gives a longer list and leaves this one as it is.
 * Every item in source order is no list at all, only a number.
 */
export class QueueList {
  readonly length: number
  readonly #held: Uint32Array | null
  readonly #sorted: boolean
  #asked = -1
  #place = -1

  private constructor(length: number, held: Uint32Array | null, sorted: boolean) {
    this.length = length
    this.#held = held
    this.#sorted = sorted
  }

  static every(count: number): QueueList {
    return new QueueList(count, null, true)
  }

  /** `sorted`: in source order. */
  static of(positions: Uint32Array, sorted: boolean): QueueList {
    return new QueueList(positions.length, positions, sorted)
  }

  with(more: Uint32Array): QueueList {
    if (more.length === 0) return this
    const all = new Uint32Array(this.length + more.length)
    all.set(this.positions)
    all.set(more, this.length)
    return new QueueList(all.length, all, this.#sorted)
  }

  get positions(): Uint32Array {
    return this.#held ?? new Uint32Array(this.length).map((_, place) => place)
  }

  /** Undefined outside. */
  at(place: number): number | undefined {
    if (place < 0 || place >= this.length) return undefined
    return this.#held === null ? place : this.#held[place]
  }

  has(position: number): boolean {
    return this.at(this.placeOf(position)) === position
  }

  /**
   * Where a position stands. One that is not in the list: in source order, the place before which it would stand; in any
   * other order, the first.
   */
  placeOf(position: number): number {
    if (this.#held === null) return Math.min(position, this.length)
    // Asked for again and again with the item on the screen.
    if (position !== this.#asked) {
      this.#place = this.#sorted ? this.#placeBefore(position) : this.#placeAnywhere(position)
      this.#asked = position
    }
    return this.#place
  }

  /** The positions from one place up to another, which is left out. */
  slice(from: number, to: number): readonly number[] {
    const end = Math.min(this.length, to)
    const start = Math.max(0, from)
    return Array.from({ length: Math.max(0, end - start) }, (_, n) => this.at(start + n) ?? 0)
  }

  #placeBefore(position: number): number {
    let [low, high] = [0, this.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.at(middle) ?? 0) < position) low = middle + 1
      else high = middle
    }
    return low
  }

  #placeAnywhere(position: number): number {
    const place = this.#held?.indexOf(position) ?? -1
    return place === -1 ? 0 : place
  }
}
