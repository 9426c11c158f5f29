import { type Finding, findingsOf } from '../findings.ts'
import type { Config, Segment } from '../schema.ts'

/** The segment a step away from the one in hand; without one, the first that ends behind the playhead, or that before it. */
export function segmentBeside(
  segments: readonly Segment[],
  at: number,
  direction: 1 | -1,
  time: number
): Segment | undefined {
  if (at !== -1) return segments[Math.max(0, Math.min(at + direction, segments.length - 1))]
  if (direction === 1) return segments.find(({ end }) => end > time) ?? segments.at(-1)
  return segments.findLast(({ start }) => start < time) ?? segments[0]
}

export interface SegmentFinding {
  readonly segment: Segment
  /** Its number in the list, from 0. */
  readonly place: number
  readonly finding: Finding
}

/** The next segment with a finding after this place, or before it; around the end. Undefined: nothing is found. */
export function findingBeside(
  segments: readonly Segment[],
  config: Config,
  at: number,
  direction: 1 | -1
): SegmentFinding | undefined {
  const count = segments.length
  const from = at === -1 && direction === -1 ? 0 : at
  for (let step = 1; step <= count; step++) {
    const place = (((from + direction * step) % count) + count) % count
    const segment = segments[place]
    const [finding] = segment === undefined ? [] : findingsOf(segment, config)
    if (segment !== undefined && finding !== undefined) return { segment, place, finding }
  }
  return undefined
}

/** Characters a second, as the table shows them; undefined: there is no text. */
export function charactersPerSecond({ text, start, end }: Segment): number | undefined {
  const written = [...text.trim()].length
  return written === 0 ? undefined : Math.round(written / (end - start))
}

/** Where text is parted that nobody has a caret in: between the words nearest to the share of time that has passed. */
export function partedAt(text: string, share: number): number {
  const points = [...text]
  const wanted = share * points.length
  const gaps = points.flatMap((point, place) => (/\s/u.test(point) ? [place] : []))
  return [0, ...gaps, points.length].reduce((best, gap) =>
    Math.abs(gap - wanted) < Math.abs(best - wanted) ? gap : best
  )
}
