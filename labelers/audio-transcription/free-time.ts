import { type Seconds, seconds } from '../kit/seconds.ts'
import type { Config, Segment } from './schema.ts'
import { type Extent, overlap, overlapping } from './segments.ts'

/** Less than half a millisecond is nothing: it would be gone when written with three decimals. */
export const SHORTEST = 0.0005

export function isLongEnough({ start, end }: Extent): boolean {
  return end - start >= SHORTEST
}

export interface Placed extends Extent {
  readonly speaker: string | null
}

/** Whether the policy keeps two segments apart. Who has no name may be anybody. */
export function keptApart(a: Placed, b: Placed, config: Config): boolean {
  if (config.overlap === 'any') return false
  return config.overlap === 'none' || a.speaker === null || b.speaker === null || a.speaker === b.speaker
}

/** Two segments that share time and must not. */
export function inConflict(a: Placed, b: Placed, config: Config): boolean {
  return overlap(a, b) && keptApart(a, b, config)
}

/** The segments that stand where this one wants to be. `segments` sorted as an answer is. */
export function conflictsOf(
  segments: readonly Segment[],
  wanted: Placed,
  config: Config,
  besides: ReadonlySet<string> = new Set()
): readonly Segment[] {
  if (config.overlap === 'any') return []
  return overlapping(segments, wanted).filter(
    other => !besides.has(other.id) && keptApart(wanted, other, config)
  )
}

/** The part of a stretch that lies in the recording. Undefined: nothing of it, or it is not a stretch of time. */
export function within({ start, end }: Extent, duration: Seconds | undefined): Extent | undefined {
  if (!Number.isFinite(start) || !Number.isFinite(end)) return undefined
  const part = { start: seconds(Math.max(0, start)), end: seconds(Math.min(end, duration ?? Infinity)) }
  return isLongEnough(part) ? part : undefined
}

/** The longest part of a stretch that none of these covers, the first of equals. `taken` in order of start. */
export function longestFree(wanted: Extent, taken: readonly Extent[]): Extent | undefined {
  let best: Extent | undefined
  let from = wanted.start
  const offer = (end: Seconds) => {
    const part = { start: from, end }
    if (isLongEnough(part) && (best === undefined || end - from > best.end - best.start)) best = part
  }
  for (const { start, end } of taken) {
    offer(seconds(Math.min(start, wanted.end)))
    from = seconds(Math.max(from, end))
  }
  offer(wanted.end)
  return best
}

/**
 * How far the edges of a segment may go before a neighbour stops them. What it overlaps already, against the policy, does
 * not stop it.
 */
export function roomOf(
  segments: readonly Segment[],
  segment: Segment,
  config: Config,
  besides?: Segment
): Extent {
  let start = -Infinity
  let end = Infinity
  if (config.overlap !== 'any')
    for (const other of segments) {
      if (other === segment || other === besides || !keptApart(segment, other, config)) continue
      if (other.end <= segment.start) start = Math.max(start, other.end)
      else if (other.start >= segment.end) end = Math.min(end, other.start)
    }
  return { start: seconds(start), end: seconds(end) }
}
