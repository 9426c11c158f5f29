import type { Span } from '../schema.ts'

/** How deep each span lies inside others, at most `deepest`. Spans are sorted as an answer is. */
export function nesting(spans: readonly Span[], deepest: number): readonly number[] {
  const around: Span[] = []
  return spans.map(span => {
    while (around.length > 0 && (around.at(-1)?.end ?? 0) <= span.start) around.pop()
    const depth = around.filter(outer => outer.end >= span.end).length
    // A span that crosses the one before it stays on the list: what follows may still lie inside it.
    around.push(span)
    around.sort((a, b) => b.end - a.end)
    return Math.min(depth, deepest)
  })
}
