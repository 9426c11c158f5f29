import type { SaidSegment } from './exported.ts'

export interface Lane {
  readonly speaker: string | null
  /** In order, none overlapping another. */
  readonly segments: readonly SaidSegment[]
}

/**
 * A lane for every speaker in the order they begin, and a further one of the same speaker for what overlaps: for formats
 * whose tiers cannot overlap.
 */
export function lanesBySpeaker(segments: readonly SaidSegment[]): readonly Lane[] {
  const speakers = new Map<string | null, SaidSegment[]>()
  for (const segment of segments) {
    const own = speakers.get(segment.speaker)
    if (own === undefined) speakers.set(segment.speaker, [segment])
    else own.push(segment)
  }
  return [...speakers].flatMap(([speaker, own]) => apart(own).map(each => ({ speaker, segments: each })))
}

/** As few lists as it takes for no two segments of one list to overlap; each goes into the first with room. */
export function apart(segments: readonly SaidSegment[]): readonly (readonly SaidSegment[])[] {
  const lists: SaidSegment[][] = []
  for (const segment of segments) {
    const free = lists.find(list => (list.at(-1)?.end ?? 0) <= segment.start)
    if (free === undefined) lists.push([segment])
    else free.push(segment)
  }
  return lists
}
