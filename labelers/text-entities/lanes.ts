import type { Extent } from './schema.ts'

/**
 * The lane under the words for each span, 0 nearest the words: an inner span takes a lane nearer the words than the span
 * around it, and a crossing one the next that is free. In the order given.
 */
export function lanesOf(spans: readonly Extent[]): readonly number[] {
  const shortestFirst = spans
    .map((span, place) => ({ span, place }))
    .sort((a, b) => length(a.span) - length(b.span) || a.span.start - b.span.start || a.place - b.place)
  const lanes = new Array<number>(spans.length).fill(0)
  const taken: Extent[][] = []
  for (const { span, place } of shortestFirst) {
    // Below everything it touches: what is shorter has its lane already.
    const deepest = taken.findLastIndex(lane => isTaken(lane, span))
    const lane = (taken[deepest + 1] ??= [])
    lane.splice(firstEndingAfter(lane, span.start), 0, span)
    lanes[place] = deepest + 1
  }
  return lanes
}

const length = (span: Extent): number => span.end - span.start

function isTaken(lane: readonly Extent[], span: Extent): boolean {
  const next = lane[firstEndingAfter(lane, span.start)]
  return next !== undefined && next.start < span.end
}

/** The spans of a lane are disjoint and sorted. */
function firstEndingAfter(lane: readonly Extent[], offset: number): number {
  let low = 0
  let high = lane.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((lane[middle]?.end ?? Infinity) <= offset) low = middle + 1
    else high = middle
  }
  return low
}
