import type { Extent, Span } from './schema.ts'

/** The order of an answer: by start, then longer first, then by number of making. */
export function bySpanOrder(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end || numberOf(a) - numberOf(b)
}

const numberOf = (span: Span): number => Number(span.id.slice(1))

export type Relation = 'apart' | 'same' | 'inside' | 'around' | 'crossing'

/** How `a` lies to `b`. `inside`: `a` within `b`. */
export function relation(a: Extent, b: Extent): Relation {
  if (a.end <= b.start || b.end <= a.start) return 'apart'
  if (a.start === b.start && a.end === b.end) return 'same'
  if (a.start >= b.start && a.end <= b.end) return 'inside'
  if (a.start <= b.start && a.end >= b.end) return 'around'
  return 'crossing'
}

/** Index of the first extent that starts at or after an offset, in extents sorted by start. */
export function firstFrom(extents: readonly Extent[], start: number): number {
  let low = 0
  let high = extents.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((extents[middle]?.start ?? Infinity) < start) low = middle + 1
    else high = middle
  }
  return low
}

/** The furthest end among the first n + 1 extents: says how far back an overlap can begin. */
const reaches = new WeakMap<readonly Extent[], Float64Array>()

function reachOf(extents: readonly Extent[]): Float64Array {
  let reach = reaches.get(extents)
  if (reach === undefined) {
    reach = new Float64Array(extents.length)
    let furthest = 0
    for (const [i, extent] of extents.entries()) reach[i] = furthest = Math.max(furthest, extent.end)
    reaches.set(extents, reach)
  }
  return reach
}

/**
 * The spans that share at least one character with `[start, end)`, in order. `spans` must be sorted as an answer is,
 * and never changed afterwards: what is learned about the array is remembered.
 */
export function overlapping<T extends Extent>(spans: readonly T[], start: number, end: number): readonly T[] {
  const reach = reachOf(spans)
  const found: T[] = []
  for (let i = firstFrom(spans, end) - 1; i >= 0 && (reach[i] ?? 0) > start; i--) {
    const span = spans[i]
    if (span !== undefined && span.end > start) found.push(span)
  }
  return found.reverse()
}

const highest = new WeakMap<readonly Span[], number>()

/** The highest number any span of the answer has. */
export function highestNumber(spans: readonly Span[]): number {
  let top = highest.get(spans)
  if (top === undefined) {
    top = 0
    for (const span of spans) top = Math.max(top, numberOf(span))
    highest.set(spans, top)
  }
  return top
}

/** For a list made by adding to one whose highest number was known, so that it is not counted again. */
export function rememberHighest(spans: readonly Span[], top: number): void {
  highest.set(spans, top)
}
