import { breather } from '../breather.ts'
import type { ItemIndex } from '../item-index.ts'
import { readRows } from './row-reading.ts'
import { folded, holds } from './text-match.ts'

/** What a stretch of a search found. */
export interface Slice {
  /** In the order of the search. */
  readonly hits: readonly number[]
  /** How many rows were looked at since the start. */
  readonly read: number
}

/** Milliseconds between slices. The first hit does not wait. */
const SLICE_MS = 60
/** So many rows are looked at between two looks at the clock. */
const ROWS = 32

/** Looks for a text in the items at these positions (null: in all), and tells what it finds as it goes. */
export async function* searchText(
  items: ItemIndex,
  positions: Uint32Array | null,
  options: { readonly text: string; readonly inSourceOrder: boolean; readonly signal: AbortSignal }
): AsyncGenerator<Slice> {
  const needle = folded(options.text)
  const breathe = breather()
  let hits: number[] = []
  let [sliced, rows, read] = [performance.now(), 0, 0]
  let found = false
  for await (const row of readRows(items, positions, options.inSourceOrder)) {
    if (options.signal.aborted) return
    read = row.read
    if (holds(row.item, needle)) hits.push(row.position)
    if (++rows % ROWS !== 0) continue
    await breathe()
    const first = !found && hits.length > 0
    if (!first && performance.now() - sliced < SLICE_MS) continue
    yield { hits, read }
    found ||= hits.length > 0
    hits = []
    sliced = performance.now()
  }
  yield { hits, read }
}
