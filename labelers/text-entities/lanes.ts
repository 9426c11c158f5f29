import type { Extent } from './schema.ts'
import { firstFrom } from './spans.ts'

/**
 * Which lane under the words each span is drawn in: 0 is nearest to the words. A span lies below every span inside it;
 * spans that cross take the next lane that is free. Two spans of one lane never share a character.
 *
 * Looks only at the spans that touch `[from, to)` and those they hang together with, so that the visible part of a long
 * text gets the same lanes as the whole. `spans` must be sorted as an answer is.
 */
export function lanesBetween<T extends Extent>(
  spans: readonly T[],
  from = 0,
  to = Number.POSITIVE_INFINITY
): ReadonlyMap<T, number> {
  const cluster = clusterOf(spans, from, to)
  const lanes: T[][] = []
  const laneOf = new Map<T, number>()
  const shortestFirst = cluster
    .map((span, place) => ({ span, place, length: span.end - span.start }))
    .sort((a, b) => a.length - b.length || a.place - b.place)
  for (const { span } of shortestFirst) {
    let lane = 0
    while (!takes(lanes[lane], span)) lane++
    const row = (lanes[lane] ??= [])
    row.splice(firstFrom(row, span.start), 0, span)
    laneOf.set(span, lane)
  }
  return laneOf
}

/** How many lanes the spans that touch `[from, to)` need there. */
export function laneCount<T extends Extent>(lanes: ReadonlyMap<T, number>, from: number, to: number): number {
  let count = 0
  for (const [span, lane] of lanes) if (span.start < to && span.end > from) count = Math.max(count, lane + 1)
  return count
}

/** Whether a lane, whose spans are disjoint, has room for one more. */
function takes(row: readonly Extent[] | undefined, span: Extent): boolean {
  if (row === undefined) return true
  const next = firstFrom(row, span.start)
  const before = row[next - 1]
  const after = row[next]
  return (
    (before === undefined || before.end <= span.start) && (after === undefined || after.start >= span.end)
  )
}

/** Neighbours in order until a gap that no span bridges, on both sides. */
function clusterOf<T extends Extent>(spans: readonly T[], from: number, to: number): readonly T[] {
  const found: T[] = []
  let group: T[] = []
  let reach = 0
  const close = () => {
    if (group.some(span => span.start < to && span.end > from)) found.push(...group)
    group = []
  }
  for (const span of spans) {
    if (span.start >= reach) {
      close()
      if (span.start >= to) return found
    }
    group.push(span)
    reach = Math.max(reach, span.end)
  }
  close()
  return found
}
