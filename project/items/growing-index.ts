import type { Item } from '../../schemas/item.ts'
import type { Project } from '../../schemas/project.ts'
import { failed, ok, type Problem, type Result } from '../../schemas/schema.ts'
import { FileError } from '../files.ts'
import type { IndexProgress, ItemIndex, ItemTitle } from '../item-index.ts'
import type { Indexing } from './indexing.ts'
import { itemTitle } from './item-title.ts'
import type { Pace } from './pace.ts'
import { HOLE } from './row-table.ts'
import { partAt, readRows } from './source-parts.ts'
import type { RowRead } from './source-rows.ts'
import { WAITING } from './unique-ids.ts'

/** Rows that `items` reads at once. */
const BATCH = 256

/** The face of an indexing that may still be under way. */
export class GrowingIndex implements ItemIndex {
  readonly #indexing: Indexing
  readonly #pace: Pace
  readonly #project: Pick<Project, 'fields'>
  readonly #keeping: Promise<void>

  /** `keeping` is what goes on when everything is indexed. */
  constructor(
    indexing: Indexing,
    pace: Pace,
    project: Pick<Project, 'fields'>,
    keeping: Promise<void> = Promise.resolve()
  ) {
    this.#keeping = keeping
    this.#indexing = indexing
    this.#pace = pace
    this.#project = project
  }

  get count(): number {
    return this.#indexing.rows.count
  }

  get holes(): number {
    return this.#indexing.holes
  }

  get progress(): IndexProgress {
    return { state: this.#pace.state, done: this.#indexing.done, total: this.#indexing.total }
  }

  get problems(): readonly Problem[] {
    return this.#indexing.problems
  }

  get whole(): Promise<void> {
    return this.#pace.rest
  }

  onProgress(listener: () => void): () => void {
    return this.#pace.listen(listener)
  }

  cancel(): void {
    this.#pace.stop()
  }

  resume(): void {
    this.#pace.goOn()
  }

  async close(): Promise<void> {
    this.#pace.end()
    await this.#keeping
  }

  isItem(position: number): boolean {
    return position >= 0 && position < this.count && this.#indexing.rows.kind(position) !== HOLE
  }

  positionOf(id: string): number | undefined {
    const { ids, hash } = this.#indexing
    const row = ids.find(hash(id))
    return row !== undefined && this.isItem(row) ? row : undefined
  }

  async item(position: number): Promise<Result<Item>> {
    const indexing = this.#indexing
    while (!indexing.isCertain(position) && this.#pace.state === 'running' && !this.#pace.ended)
      await this.#pace.step
    if (position < 0 || position >= this.count) return failed(this.#noSuchItem(position))
    if (!indexing.isCertain(position)) return failed({ message: stoppedBefore })
    try {
      for await (const { read } of readRows(indexing.parts, indexing.rows, position, position + 1))
        return this.#itemOf(position, read)
    } catch (error) {
      if (!(error instanceof FileError)) throw error
      return failed({ file: this.#sourceOf(position), message: error.message })
    }
    return failed(this.#noSuchItem(position))
  }

  async titles(positions: readonly number[]): Promise<readonly ItemTitle[]> {
    const titles: ItemTitle[] = []
    for (let at = 0; at < positions.length;) {
      const from = positions[at] ?? 0
      let length = 1
      while (positions[at + length] === from + length) length++
      at += length
      const to = Math.min(from + length, this.count)
      try {
        for await (const { row, read } of readRows(this.#indexing.parts, this.#indexing.rows, from, to)) {
          if (read.draft === undefined || !this.isItem(row)) continue
          const item = read.draft.item(this.#called(row, read.draft.id))
          titles.push(itemTitle(row, item, this.#project))
        }
      } catch (error) {
        if (!(error instanceof FileError)) throw error
      }
    }
    return titles
  }

  async *items(start = 0): AsyncGenerator<{ readonly position: number; readonly item: Item }> {
    const indexing = this.#indexing
    for (let position = start; ;) {
      let end = position
      while (end < position + BATCH && indexing.isCertain(end)) end++
      for await (const { row, read } of readRows(indexing.parts, indexing.rows, position, end)) {
        if (!this.isItem(row)) continue
        const item = this.#itemOf(row, read)
        if (!item.ok) throw new FileError('other', this.#sourceOf(row), item.problems[0]?.message ?? '')
        yield { position: row, item: item.value }
      }
      if (end > position) position = end
      else if (this.#pace.state !== 'running' || this.#pace.ended) return
      else await this.#pace.step
    }
  }

  #itemOf(position: number, { draft, problems }: RowRead): Result<Item> {
    const [first] = problems
    if (draft === undefined || !this.isItem(position))
      return failed(first?.problem ?? this.#noSuchItem(position))
    const called = this.#called(position, draft.id)
    const { rows, hash } = this.#indexing
    const { low, high } = hash(called)
    if (low !== rows.low(position) || high !== rows.high(position))
      return failed({ file: this.#sourceOf(position), message: otherRow })
    return ok(draft.item(called))
  }

  #called(position: number, id: string): string {
    const n = this.#indexing.rows.suffix(position)
    return n === 0 || n === WAITING ? id : `${id}~${n}`
  }

  #sourceOf(position: number): string {
    return partAt(this.#indexing.parts, this.#indexing.rows, position)?.part.rows.source.path ?? ''
  }

  #noSuchItem(position: number): Problem {
    return { message: `There is no item ${position + 1}: the project has ${this.count - this.holes}.` }
  }
}

const stoppedBefore = 'Reading the data was stopped before this item. Go on with reading to open it.'
const otherRow =
  'This row holds another item than when the data was read. Open the project again to see it as it is now.'
