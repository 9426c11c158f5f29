import { randomBytes } from 'node:crypto'
import type { Problem } from '../../schemas/schema.ts'
import { breather } from '../breather.ts'
import { FileError } from '../files.ts'
import { ProblemList } from '../sources/problem-list.ts'
import { idHash, type IdHash } from './id-hash.ts'
import { IdTable } from './id-table.ts'
import { Ended, type Pace } from './pace.ts'
import { HOLE, MADE, RowTable, UNREAD, WRITTEN } from './row-table.ts'
import { partAt, partProblems, readRows, type SourcePart } from './source-parts.ts'
import type { SourceRows } from './source-rows.ts'
import type { StoredIndex } from './stored-index.ts'
import { UniqueIds, WAITING } from './unique-ids.ts'

/** So many rows are read before anything else, so that there is an item to show. */
const FIRST = 64

/** Rows that are read between two looks at the clock. */
const AT_ONCE = 16

/** Of the work on a byte of a source, the share that finding its row takes. */
const SCAN_SHARE = 0.1

/**
 * Finds the rows of all sources, then reads each once for its id. Rows are added while it runs; what is there can be
 * used at once.
 */
export class Indexing {
  readonly parts: SourcePart[] = []
  seed: IdHash
  hash: (id: string) => IdHash
  rows = new RowTable()
  ids = new IdTable(this.rows)
  holes = 0
  /** Rows before this one have been read. */
  passed = 0
  readonly #sources: readonly SourceRows[]
  readonly #pace: Pace
  readonly #idProblems = new ProblemList()
  #keptProblems: readonly Problem[] | undefined
  #scanned = 0
  readonly #unique: UniqueIds

  constructor(sources: readonly SourceRows[], pace: Pace) {
    this.#sources = sources
    this.#pace = pace
    const random = randomBytes(8)
    this.seed = { low: random.readUInt32LE(0), high: random.readUInt32LE(4) }
    this.hash = idHash(this.seed)
    this.#unique = new UniqueIds(this.rows, this.ids, this.hash, row => this.idInData(row))
  }

  get total(): number {
    return this.#sources.reduce((sum, { size }) => sum + size, 0)
  }

  /** Of `total`. */
  get done(): number {
    if (this.#pace.state === 'whole') return this.total
    const read = this.rows.count === 0 ? 0 : (this.passed / this.rows.count) * this.#scanned
    return this.#scanned * SCAN_SHARE + read * (1 - SCAN_SHARE)
  }

  get problems(): readonly Problem[] {
    if (this.#keptProblems !== undefined) return this.#keptProblems
    const ofParts = partProblems(this.parts)
    const ofIds = this.#idProblems.list(new Set())
    const more = ofParts.more + ofIds.more
    const all = [...ofParts.problems, ...ofIds.problems]
    if (more === 0) return all
    return [...all, { message: `There are ${more} more problems in the data like these.` }]
  }

  /** Whether the id of a row can no longer become another. */
  isCertain(row: number): boolean {
    if (row >= this.rows.count) return false
    if (this.#pace.state === 'whole') return true
    if (row >= this.passed || this.rows.suffix(row) === WAITING) return false
    const kind = this.rows.kind(row)
    // An id made from content gives way to the same id written in a row further on, if any row has written ids.
    if (kind !== MADE) return true
    return !this.#unique.anyWritten && this.#partAt(row)?.part.rows.source.idColumn === undefined
  }

  /** The id of a row without suffix. Empty if it is no item. */
  async idInData(row: number): Promise<string> {
    for await (const { read } of readRows(this.parts, this.rows, row, row + 1)) return read.draft?.id ?? ''
    return ''
  }

  /** Resolves when everything is indexed. A source that cannot be read to its end is said, and the rest is usable. */
  async run(): Promise<void> {
    try {
      await this.#findRows()
      await this.#readRows(this.rows.count)
      await this.#giveSuffixes()
      this.#judgeColumns()
      this.#pace.finish()
    } catch (error) {
      if (!(error instanceof Ended)) throw error
    }
  }

  /** Drops the holes. Only while nobody has been told a position. */
  async compact(): Promise<void> {
    if (this.holes === 0) return
    const { rows, firsts } = this.#withoutHoles()
    for (const [n, part] of this.parts.entries()) part.first = firsts[n] ?? rows.count
    this.#take(rows, await IdTable.over(rows, breather()))
  }

  /** The index as it is to be kept, without holes. Undefined if some source cannot be known again. */
  async kept(key: string): Promise<StoredIndex | undefined> {
    const { rows, firsts } = this.#withoutHoles()
    const parts = this.parts.map((part, n) => ({ first: firsts[n] ?? 0, state: part.rows.state() }))
    if (parts.some(({ state }) => state === undefined)) return undefined
    const ids = rows === this.rows ? this.ids : await IdTable.over(rows, () => this.#pace.pause())
    return { header: { key, seed: this.seed, count: rows.count, problems: this.problems, parts }, rows, ids }
  }

  /** Takes what was kept instead of running. False, and of no use any more, if a source is not what it was then. */
  async restore({ header, rows, ids }: StoredIndex): Promise<boolean> {
    for (const [n, source] of this.#sources.entries()) {
      const kept = header.parts[n]
      if (kept === undefined || !(await source.restore(kept.state))) return false
      this.parts.push({ rows: source, first: kept.first, rowProblems: new ProblemList(), problems: [] })
    }
    this.seed = header.seed
    this.hash = idHash(header.seed)
    this.#keptProblems = header.problems
    this.#take(rows, ids)
    this.#pace.finish()
    return true
  }

  #withoutHoles(): { rows: RowTable; firsts: readonly number[] } {
    if (this.holes === 0) return { rows: this.rows, firsts: this.parts.map(({ first }) => first) }
    const rows = new RowTable()
    const firsts: number[] = []
    for (let row = 0; row <= this.rows.count; row++) {
      while (this.parts[firsts.length]?.first === row) firsts.push(rows.count)
      if (row < this.rows.count && this.rows.kind(row) !== HOLE) rows.addFrom(this.rows, row)
    }
    return { rows, firsts }
  }

  #take(rows: RowTable, ids: IdTable): void {
    this.rows = rows
    this.ids = ids
    this.passed = rows.count
    this.holes = 0
  }

  async #findRows(): Promise<void> {
    for (const rows of this.#sources) {
      const part = { rows, first: this.rows.count, rowProblems: new ProblemList(), problems: [] }
      this.parts.push(part)
      const before = this.#scanned
      try {
        for await (const done of rows.scan(this.rows)) {
          this.#scanned = before + done
          if (this.passed < FIRST) await this.#readRows(Math.min(FIRST, this.rows.count))
          await this.#pace.pause()
        }
      } catch (error) {
        fail(part, error)
      }
    }
  }

  async #readRows(to: number): Promise<void> {
    for (let at = this.#partAt(this.passed); at !== undefined && this.passed < to;) {
      const { part, end } = at
      const before = Math.min(to, end)
      try {
        for await (const { row, read } of readRows(this.parts, this.rows, this.passed, before)) {
          for (const { problem, column } of read.problems) part.rowProblems.add(problem, column)
          if (read.draft === undefined) this.#hole(row)
          else await this.#unique.enter(row, read.draft.id, read.draft.literalId)
          this.passed = row + 1
          if (row % AT_ONCE === 0) await this.#pace.pause()
        }
      } catch (error) {
        fail(part, error)
        // What cannot be read now is no item; the problem names its file.
        for (; this.passed < before; this.passed++)
          if (this.rows.kind(this.passed) === UNREAD) this.#hole(this.passed)
      }
      at = this.#partAt(this.passed)
    }
  }

  async #giveSuffixes(): Promise<void> {
    for (const { row, id, called } of this.#unique.finish()) {
      if (this.rows.kind(row) === WRITTEN) {
        const line = this.rows.line(row)
        this.#idProblems.add({
          file: await this.#fileOf(row),
          ...(line === 0 ? {} : { line }),
          message: `The id "${id}" is there already. This item is called "${called}".`
        })
      }
      await this.#pace.pause()
    }
  }

  /** Items whose ids would become others once the mapping is right are none. */
  #judgeColumns(): void {
    for (const { rows, first, problems } of this.parts) {
      const { lacking, source } = rows
      if (lacking === undefined) continue
      const message = `There is no column "${lacking}" in any row. Set "columns" of this source in goldset.json.`
      problems.push({ file: source.path, message })
      if (source.idColumn === undefined || rows.columns.has(source.idColumn)) continue
      const end = this.#partAt(first)?.end ?? first
      for (let row = first; row < end; row++) if (this.rows.kind(row) !== HOLE) this.#hole(row)
    }
  }

  #hole(row: number): void {
    this.rows.setKind(row, HOLE)
    this.holes++
  }

  #partAt(row: number) {
    return partAt(this.parts, this.rows, row)
  }

  async #fileOf(row: number): Promise<string> {
    for await (const { read } of readRows(this.parts, this.rows, row, row + 1))
      return read.draft?.item('').source ?? ''
    return ''
  }
}

function fail(part: SourcePart, error: unknown): void {
  if (!(error instanceof FileError)) throw error
  part.problems.push({ file: part.rows.source.path, message: error.message })
}
