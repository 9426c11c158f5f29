import type { ItemOrder } from '../../schemas/queue-view.ts'

/** Positions in the order of a view. It grows while a search goes on. */
export class PositionList {
  #held: Uint32Array
  #length: number

  constructor(positions: Uint32Array) {
    this.#held = positions
    this.#length = positions.length
  }

  get length(): number {
    return this.#length
  }

  get positions(): Uint32Array {
    return this.#held.subarray(0, this.#length)
  }

  at(place: number): number {
    return this.#held[place] ?? 0
  }

  add(positions: Uint32Array): void {
    const length = this.#length + positions.length
    if (length > this.#held.length) {
      const held = new Uint32Array(Math.max(length, this.#held.length * 2))
      held.set(this.positions)
      this.#held = held
    }
    this.#held.set(positions, this.#length)
    this.#length = length
  }

  /**
   * The place of a position. Of one that is not in the list, in source order, the place beside the gap where it would
   * stand, so that one step in the direction leads over the gap; in any other order the list is begun anew.
   */
  placeBeside(position: number, direction: 1 | -1, { by }: ItemOrder): number {
    const place = this.positions.indexOf(position)
    if (place !== -1) return place
    if (by !== 'source') return direction === 1 ? -1 : this.#length
    let [low, high] = [0, this.#length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.at(middle) < position) low = middle + 1
      else high = middle
    }
    return direction === 1 ? low - 1 : low
  }
}
