import { seconds, toMillisecond } from '../../kit/seconds.ts'
import type { Command, Segment } from '../schema.ts'
import { type Edge, edgeMoved } from './edges.ts'

/** What the pointer is doing on the time axis. */
export type Drag =
  | { readonly kind: 'new'; readonly from: number; readonly to: number; readonly speaker: string | null }
  | { readonly kind: 'edge'; readonly edge: Edge; readonly to: number; readonly both: boolean }

/** Seconds. A click that trembles makes no segment. */
const SHORTEST_DRAWN = 0.03

/** What letting go does; undefined: nothing. */
export function commandOf(drag: Drag, segments: readonly Segment[]): Command | undefined {
  if (drag.kind === 'edge') return edgeMoved(segments, drag.edge, drag.to, drag.both)
  const [start, end] = [Math.min(drag.from, drag.to), Math.max(drag.from, drag.to)]
  if (end - start < SHORTEST_DRAWN) return undefined
  const segment = {
    start: toMillisecond(Math.max(0, start)),
    end: toMillisecond(end),
    speaker: drag.speaker,
    text: ''
  }
  return { type: 'segment.add', segment }
}

/** The stretch that is drawn meanwhile. */
export function stretchOf(drag: Drag): { readonly start: number; readonly end: number } {
  if (drag.kind === 'new') return { start: Math.min(drag.from, drag.to), end: Math.max(drag.from, drag.to) }
  const { segment, side } = drag.edge
  return side === 'start'
    ? { start: seconds(drag.to), end: segment.end }
    : { start: segment.start, end: seconds(drag.to) }
}
