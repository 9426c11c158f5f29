import type { Offsets } from '../../kit/offsets.ts'
import { lanesBetween } from '../lanes.ts'
import type { Span } from '../schema.ts'
import type { Paragraph } from './paragraphs.ts'

/** The spans of one paragraph, with their lanes. Made anew only when one of them changes. */
export interface Group {
  readonly spans: readonly Span[]
  readonly lanes: ReadonlyMap<Span, number>
  readonly depth: number
}

/**
 * The spans of every paragraph that has some, by its index. A span over several paragraphs is in each of them. A group whose
 * spans are those of `before` is that very group, so that what was drawn of it stays.
 */
export function groupsOf(
  spans: readonly Span[],
  paragraphs: readonly Paragraph[],
  offsets: Offsets,
  before: ReadonlyMap<number, Group>
): Map<number, Group> {
  const members = new Map<number, Span[]>()
  let index = 0
  for (const span of spans) {
    const start = offsets.toUtf16(span.start)
    const end = offsets.toUtf16(span.end)
    while (start >= (paragraphs[index + 1]?.start ?? Infinity)) index++
    for (let each = index; each === index || end > (paragraphs[each]?.start ?? Infinity); each++) {
      const list = members.get(each)
      if (list === undefined) members.set(each, [span])
      else list.push(span)
    }
  }
  const groups = new Map<number, Group>()
  for (const [at, list] of members) {
    const old = before.get(at)
    groups.set(at, old !== undefined && sameSpans(old.spans, list) ? old : groupOf(list))
  }
  return groups
}

function groupOf(spans: readonly Span[]): Group {
  const lanes = lanesBetween(spans)
  let depth = 0
  for (const lane of lanes.values()) depth = Math.max(depth, lane + 1)
  return { spans, lanes, depth }
}

function sameSpans(a: readonly Span[], b: readonly Span[]): boolean {
  return a.length === b.length && a.every((span, at) => span === b[at])
}
