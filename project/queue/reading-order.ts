import { breather } from '../breather.ts'
import type { ItemIndex } from '../item-index.ts'
import { folded } from './text-match.ts'

const BATCH = 500
/** Milliseconds between two words about how far it is. */
const TOLD_MS = 100
/** So many characters of a title decide its place. */
const COMPARED = 40

interface Keyed {
  readonly key: string
  readonly position: number
}

/**
 * Sorts positions by title or id, which are read for it: tells how much of it is done, 0 to 1, and at last the positions.
 * What is alike stays in the order it had; what cannot be read comes last. Ends early when it is aborted.
 */
export async function* inReadingOrder(
  items: ItemIndex,
  positions: Uint32Array,
  options: { readonly by: 'title' | 'id'; readonly descending: boolean; readonly signal: AbortSignal }
): AsyncGenerator<number | Uint32Array> {
  const { by, descending, signal } = options
  const breathe = breather()
  const compare = (a: Keyed, b: Keyed) => (a.key === b.key ? 0 : a.key < b.key === descending ? 1 : -1)
  let runs: Keyed[][] = []
  let told = performance.now()
  for (let start = 0; start < positions.length; start += BATCH) {
    const titles = await items.titles([...positions.subarray(start, start + BATCH)])
    const run = titles.map(title => ({ key: folded(title[by]).slice(0, COMPARED), position: title.position }))
    runs.push(run.sort(compare))
    await breathe()
    if (signal.aborted) return
    if (performance.now() - told < TOLD_MS) continue
    told = performance.now()
    yield start / positions.length
  }
  while (runs.length > 1) {
    const merged: Keyed[][] = []
    for (let at = 0; at < runs.length; at += 2)
      merged.push(await mergedRun(runs[at] ?? [], runs[at + 1] ?? [], compare, breathe))
    if (signal.aborted) return
    runs = merged
  }
  const sorted = Uint32Array.from(runs[0] ?? [], ({ position }) => position)
  const read = new Set(sorted)
  const unread = positions.length === sorted.length ? [] : positions.filter(position => !read.has(position))
  yield Uint32Array.from([...sorted, ...unread])
}

/** Of two that are alike the one of the first run comes first. */
async function mergedRun(
  first: readonly Keyed[],
  second: readonly Keyed[],
  compare: (a: Keyed, b: Keyed) => number,
  breathe: () => Promise<void>
): Promise<Keyed[]> {
  const merged: Keyed[] = []
  let [at, other] = [0, 0]
  while (at < first.length || other < second.length) {
    const [a, b] = [first[at], second[other]]
    if (b === undefined || (a !== undefined && compare(a, b) <= 0)) {
      if (a !== undefined) merged.push(a)
      at++
    } else {
      merged.push(b)
      other++
    }
    if (merged.length % 1024 === 0) await breathe()
  }
  return merged
}
