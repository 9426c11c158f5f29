import type { Span } from '../schema.ts'

/** How deep each span lies inside others, at most `deepest`. Spans are sorted as an answer is. */
export function nesting(spans: readonly Span[], deepest: number): readonly number[] {
  // The furthest ends so far, furthest first. More than `deepest` of them could not change a depth.
  const ends: number[] = []
  return spans.map(({ end }) => {
    const depth = ends.filter(outer => outer >= end).length
    const place = ends.findIndex(outer => outer < end)
    ends.splice(place === -1 ? ends.length : place, 0, end)
    if (ends.length > deepest) ends.pop()
    return depth
  })
}
