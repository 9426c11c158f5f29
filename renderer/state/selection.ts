import type { QueueList } from './queue-list.ts'

/** Items that something is to be done to at once, by position. A value; a million of them are 125 kB. */
export class Selection {
  static readonly none = new Selection(new Uint8Array(0), 0, null)

  readonly size: number
  /** The place in the list from which Shift selects. */
  readonly anchor: number | null
  readonly #bits: Uint8Array

  private constructor(bits: Uint8Array, size: number, anchor: number | null) {
    this.#bits = bits
    this.size = size
    this.anchor = anchor
  }

  has(position: number): boolean {
    return ((this.#bits[position >> 3] ?? 0) & (1 << (position & 7))) !== 0
  }

  /** Adds the item at a place, or takes it out; Shift selects from there on. */
  toggled(list: QueueList, place: number): Selection {
    const position = list.at(place)
    if (position === undefined) return this
    const bits = roomFor(this.#bits, position)
    bits[position >> 3] = (bits[position >> 3] ?? 0) ^ (1 << (position & 7))
    return new Selection(bits, this.size + (this.has(position) ? -1 : 1), place)
  }

  /** What lies from the anchor (else `from`) to a place, and nothing else. */
  reaching(list: QueueList, place: number, from: number): Selection {
    const anchor = this.anchor ?? from
    const positions = list.slice(Math.min(anchor, place), Math.max(anchor, place) + 1)
    return Selection.of(positions, anchor)
  }

  /** Everything that the list shows. */
  static all(list: QueueList): Selection {
    return Selection.of(list.slice(0, list.length))
  }

  /** Of positions that are each named once. */
  static of(positions: readonly number[], anchor: number | null = null): Selection {
    const bits = roomFor(
      new Uint8Array(0),
      positions.reduce((most, each) => Math.max(most, each), 0)
    )
    for (const position of positions) bits[position >> 3] = (bits[position >> 3] ?? 0) | (1 << (position & 7))
    return new Selection(bits, positions.length, anchor)
  }

  /** Those of the list that are selected, in its order. */
  within(list: QueueList): readonly number[] {
    const found: number[] = []
    for (let place = 0; place < list.length && found.length < this.size; place++) {
      const position = list.at(place)
      if (position !== undefined && this.has(position)) found.push(position)
    }
    return found
  }
}

function roomFor(bits: Uint8Array, position: number): Uint8Array {
  const room = new Uint8Array(Math.max(bits.length, (position >> 3) + 1))
  room.set(bits)
  return room
}
