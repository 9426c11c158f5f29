import type { Seconds } from '../kit/seconds.ts'
import type { Segment } from './schema.ts'

/** A stretch of time, end exclusive. */
export interface Extent {
  readonly start: Seconds
  readonly end: Seconds
}

/** The order of an answer: by start, then end, then number of making. */
export function bySegmentOrder(a: Segment, b: Segment): number {
  return a.start - b.start || a.end - b.end || numberOf(a) - numberOf(b)
}

const numberOf = (segment: Segment): number => Number(segment.id.slice(1))

/** The same list where it is in order already. */
export function inOrder(segments: readonly Segment[]): readonly Segment[] {
  const sorted = segments.every((segment, at) => {
    const before = segments[at - 1]
    return before === undefined || bySegmentOrder(before, segment) <= 0
  })
  return sorted ? segments : [...segments].sort(bySegmentOrder)
}

/** Whether two stretches share time. Touching is not sharing. */
export function overlap(a: Extent, b: Extent): boolean {
  return a.start < b.end && b.start < a.end
}

/** Index of the first segment that starts at or after a time. */
export function firstFrom(segments: readonly Extent[], start: number): number {
  let low = 0
  let high = segments.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((segments[middle]?.start ?? Infinity) < start) low = middle + 1
    else high = middle
  }
  return low
}

/** The furthest end among the first n + 1 segments: says how far back an overlap can begin. */
const reaches = new WeakMap<readonly Extent[], Float64Array>()

function reachOf(segments: readonly Extent[]): Float64Array {
  let reach = reaches.get(segments)
  if (reach === undefined) {
    reach = new Float64Array(segments.length)
    let furthest = 0
    for (const [at, segment] of segments.entries()) reach[at] = furthest = Math.max(furthest, segment.end)
    reaches.set(segments, reach)
  }
  return reach
}

/**
 * The segments that share time with a stretch, in order. `segments` must be sorted as an answer is, and never changed
 * afterwards: what is learned about the list is remembered.
 */
export function overlapping<T extends Extent>(segments: readonly T[], extent: Extent): readonly T[] {
  const reach = reachOf(segments)
  const found: T[] = []
  for (let at = firstFrom(segments, extent.end) - 1; at >= 0 && (reach[at] ?? 0) > extent.start; at--) {
    const segment = segments[at]
    if (segment !== undefined && segment.end > extent.start) found.push(segment)
  }
  return found.reverse()
}

const highest = new WeakMap<readonly Segment[], number>()

/** The highest number an id of these segments has. Remembered: a list of segments is never changed. */
export function highestNumber(segments: readonly Segment[]): number {
  let top = highest.get(segments)
  if (top === undefined) {
    top = 0
    for (const segment of segments) top = Math.max(top, numberOf(segment))
    highest.set(segments, top)
  }
  return top
}

/** For a list made by adding to one whose highest number was known, so that it is not counted again. */
export function rememberHighest(segments: readonly Segment[], top: number): void {
  highest.set(segments, top)
}
