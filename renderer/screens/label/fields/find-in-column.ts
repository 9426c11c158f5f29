import { findAll } from '../../../../labelers/kit/find-all.ts'

/** Words of a query in one piece of text on the screen. */
export interface Place {
  readonly node: Text
  /** UTF-16, in the text of the node. */
  readonly start: number
  readonly end: number
}

/** Every place of a query in what the fields hold, from top to bottom, folded parts among them; names of fields and roles are no part of it. */
export function findInColumn(column: Element, query: string, limit: number): readonly Place[] {
  const places: Place[] = []
  const walker = document.createTreeWalker(column, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, node =>
    node instanceof Element && node.matches('h2, h3, summary, [role=alert]')
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT
  )
  while (walker.nextNode() !== null && places.length < limit) {
    const node = walker.currentNode
    if (!(node instanceof Text)) continue
    for (const start of findAll(node.data, query, limit - places.length))
      places.push({ node, start, end: start + query.length })
  }
  return places
}

/** A place as the browser selects it. */
export function rangeOf({ node, start, end }: Place): Range {
  const range = document.createRange()
  range.setStart(node, start)
  range.setEnd(node, end)
  return range
}

/** Unfolds what holds a place, and scrolls until it can be read with some text around it. */
export function reveal(column: Element, place: Place): void {
  const fold = place.node.parentElement?.closest('details')
  if (fold) fold.open = true
  // Brings what is far away into the layout; only then does the place have a height.
  place.node.parentElement?.scrollIntoView({ block: 'nearest' })
  const view = column.getBoundingClientRect()
  const there = rangeOf(place).getBoundingClientRect()
  const MARGIN = 48
  if (there.top < view.top + MARGIN || there.bottom > view.bottom - MARGIN)
    column.scrollTop += there.top - view.top - view.height / 3
}

/** Marks places without touching the text. The style of each name is in `fields.module.css`. Returns how to take the marks away. */
export function mark(name: 'item-found' | 'item-found-now', places: readonly Place[]): () => void {
  if (typeof Highlight === 'undefined') return () => undefined
  const ranges = places.map(
    ({ node, start, end }) =>
      new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end })
  )
  CSS.highlights.set(name, new Highlight(...ranges))
  return () => CSS.highlights.delete(name)
}
