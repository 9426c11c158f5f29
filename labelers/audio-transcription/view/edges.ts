import { toMillisecond } from '../../kit/seconds.ts'
import type { Command, Segment } from '../schema.ts'

export interface Edge {
  readonly segment: Segment
  readonly side: 'start' | 'end'
}

/** Seconds. Edges this close to each other are one edge for two neighbours. */
const SHARED = 0.02

/** The edge nearest to a time, at most `reach` away; that of `preferred` before others. */
export function edgeAt(
  segments: readonly Segment[],
  time: number,
  reach: number,
  preferred?: Segment
): Edge | undefined {
  let best: Edge | undefined
  let nearest = reach
  for (const segment of segments)
    for (const side of ['start', 'end'] as const) {
      const away = Math.abs(segment[side] - time) - (segment === preferred ? reach : 0)
      if (away <= nearest && Math.abs(segment[side] - time) <= reach) {
        nearest = away
        best = { segment, side }
      }
    }
  return best
}

/** The segment on the other side of an edge that begins or ends there too. */
export function neighbourAt(segments: readonly Segment[], { segment, side }: Edge): Segment | undefined {
  const other = side === 'start' ? 'end' : 'start'
  return segments.find(each => each !== segment && Math.abs(each[other] - segment[side]) <= SHARED)
}

/** Moves an edge to a time; `both` takes along that of the neighbour it touches. */
export function edgeMoved(segments: readonly Segment[], edge: Edge, time: number, both: boolean): Command {
  const to = toMillisecond(Math.max(0, time))
  const { segment, side } = edge
  const neighbour = both ? neighbourAt(segments, edge) : undefined
  if (neighbour !== undefined) {
    const [left, right] = side === 'end' ? [segment, neighbour] : [neighbour, segment]
    return { type: 'boundary.move', left: left.id, right: right.id, to }
  }
  const { id, start, end } = segment
  return side === 'start'
    ? { type: 'segment.resize', id, start: to, end }
    : { type: 'segment.resize', id, start, end: to }
}
