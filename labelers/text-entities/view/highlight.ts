import type { Positions } from './positions.ts'

/** Marks stretches of the text without touching it. The style of each name is in `text.module.css`. */
export function highlight(
  name: 'goldset-matches' | 'goldset-found',
  positions: Positions,
  stretches: readonly { readonly start: number; readonly end: number }[]
): () => void {
  if (typeof Highlight === 'undefined') return () => undefined
  const ranges = stretches.map(({ start, end }) => {
    const range = document.createRange()
    range.setStart(...positions.point(start))
    range.setEnd(...positions.point(end))
    return range
  })
  CSS.highlights.set(name, new Highlight(...ranges))
  return () => CSS.highlights.delete(name)
}
