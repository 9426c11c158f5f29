import type { IdHash } from './id-hash.ts'
import type { IdTable } from './id-table.ts'
import { MADE, type RowTable, WRITTEN } from './row-table.ts'

/** The suffix of a row that has to wait for its own until every id is known. */
export const WAITING = 0xffffffff

/** An id that several rows have. */
interface Shared {
  readonly id: string
  next: number
}

/**
 * Gives every row an id of its own: the second of one id gets `~2`, the third `~3`. An id that is written in the data is
 * never taken from its first owner. Rows are entered in source order; the suffixes are given at the end.
 */
export class UniqueIds {
  readonly #rows: RowTable
  readonly #ids: IdTable
  readonly #hash: (id: string) => IdHash
  readonly #idOf: (row: number) => Promise<string>
  readonly #shared = new Map<number, Shared>()
  readonly #waiting: { readonly row: number; readonly shared: Shared }[] = []
  #written = false

  /** `idOf` reads the id of an earlier row, without suffix: a hash alone proves nothing. */
  constructor(
    rows: RowTable,
    ids: IdTable,
    hash: (id: string) => IdHash,
    idOf: (row: number) => Promise<string>
  ) {
    this.#rows = rows
    this.#ids = ids
    this.#hash = hash
    this.#idOf = idOf
  }

  /** Whether any row so far has an id that is written in the data. */
  get anyWritten(): boolean {
    return this.#written
  }

  async enter(row: number, id: string, written: boolean): Promise<void> {
    const hash = this.#hash(id)
    this.#rows.setHash(row, hash.low, hash.high)
    this.#rows.setKind(row, written ? WRITTEN : MADE)
    if (written) this.#written = true
    const owner = await this.#owner(hash, id)
    if (owner === undefined) return this.#ids.add(row)
    const shared = this.#shared.get(owner) ?? { id, next: 2 }
    if (written && this.#rows.kind(owner) === MADE) {
      this.#ids.replace(owner, row)
      this.#shared.delete(owner)
      this.#shared.set(row, shared)
      this.#wait(owner, shared)
    } else {
      this.#shared.set(owner, shared)
      this.#wait(row, shared)
    }
  }

  /** Yields every row that got a suffix, in source order, with the id it had. */
  *finish(): Iterable<{ readonly row: number; readonly id: string; readonly called: string }> {
    this.#waiting.sort((a, b) => a.row - b.row)
    for (const { row, shared } of this.#waiting) {
      const taken = (n: number) => this.#ids.find(this.#hash(`${shared.id}~${n}`)) !== undefined
      while (taken(shared.next)) shared.next++
      const n = shared.next++
      const called = `${shared.id}~${n}`
      const hash = this.#hash(called)
      this.#rows.setSuffix(row, n)
      this.#rows.setHash(row, hash.low, hash.high)
      this.#ids.add(row)
      yield { row, id: shared.id, called }
    }
    this.#waiting.length = 0
    this.#shared.clear()
  }

  #wait(row: number, shared: Shared): void {
    this.#rows.setSuffix(row, WAITING)
    this.#waiting.push({ row, shared })
  }

  async #owner(hash: IdHash, id: string): Promise<number | undefined> {
    for (let row = this.#ids.find(hash); row !== undefined; row = this.#ids.find(hash, row))
      if ((this.#shared.get(row)?.id ?? (await this.#idOf(row))) === id) return row
    return undefined
  }
}
