import type { IdHash } from './id-hash.ts'
import type { RowTable } from './row-table.ts'

/** Which row has which id, by hash. Open addressing over row numbers; the hashes themselves stand in the row table. */
export class IdTable {
  readonly #rows: RowTable
  /** Row + 1; 0 for free. */
  #slots: Uint32Array = new Uint32Array(1 << 10)
  #used = 0

  constructor(rows: RowTable) {
    this.#rows = rows
  }

  /** The first row entered under this hash, or the next after `after`. */
  find(hash: IdHash, after?: number): number | undefined {
    const mask = this.#slots.length - 1
    let passed = after === undefined
    for (let at = hash.low & mask; ; at = (at + 1) & mask) {
      const row = (this.#slots[at] ?? 0) - 1
      if (row === -1) return undefined
      if (this.#rows.low(row) !== hash.low || this.#rows.high(row) !== hash.high) continue
      if (passed) return row
      passed = row === after
    }
  }

  /** Every row of a table, with pauses. */
  static async over(rows: RowTable, pause: () => Promise<void>): Promise<IdTable> {
    const ids = new IdTable(rows)
    while (ids.#slots.length < rows.count * 2) ids.#grow()
    for (let row = 0; row < rows.count; row++) {
      ids.add(row)
      if (row % 4096 === 0) await pause()
    }
    return ids
  }

  /** Over what `bytes` gave for the same rows, in place. They begin at a multiple of four in their buffer. */
  static fromBytes(rows: RowTable, bytes: Uint8Array): IdTable {
    const ids = new IdTable(rows)
    ids.#slots = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4)
    ids.#used = rows.count
    return ids
  }

  bytes(): Uint8Array {
    return new Uint8Array(this.#slots.buffer, this.#slots.byteOffset, this.#slots.byteLength)
  }

  /** Enters a row under the hash it has in the row table. */
  add(row: number): void {
    if (this.#used * 2 >= this.#slots.length) this.#grow()
    this.#put(row)
    this.#used++
  }

  /** Puts another row of the same hash in the place of one. */
  replace(row: number, by: number): void {
    const mask = this.#slots.length - 1
    for (let at = this.#rows.low(row) & mask; this.#slots[at] !== 0; at = (at + 1) & mask)
      if (this.#slots[at] === row + 1) {
        this.#slots[at] = by + 1
        return
      }
  }

  #put(row: number): void {
    const mask = this.#slots.length - 1
    let at = this.#rows.low(row) & mask
    while (this.#slots[at] !== 0) at = (at + 1) & mask
    this.#slots[at] = row + 1
  }

  #grow(): void {
    const before = this.#slots
    this.#slots = new Uint32Array(before.length * 2)
    for (const slot of before) if (slot !== 0) this.#put(slot - 1)
  }
}
