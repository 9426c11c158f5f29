import { benchDocument, type BenchDocument, labelIds, nativeAbilities, painted } from '../document.ts'

/** The least that shows such a text: paragraphs with content-visibility, spans as CSS highlights. No lanes, tags or keys. */
const column = document.querySelector('#column') as HTMLElement
let shown: BenchDocument = { text: '', spans: [], free: [] }
let starts: readonly number[] = []

/** Static: a live range would be kept up to date with every change of the page, which costs more than all the rest. */
function rangeOf({ start, end }: { start: number; end: number }): StaticRange {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >>> 1
    if ((starts[middle] ?? 0) <= start) low = middle
    else high = middle - 1
  }
  const node = column.children[low]?.firstChild ?? column
  const from = starts[low] ?? 0
  return new StaticRange({
    startContainer: node,
    startOffset: start - from,
    endContainer: node,
    endOffset: end - from
  })
}

window.bench = {
  async open(size, count) {
    const made = benchDocument(size, count)
    column.replaceChildren()
    CSS.highlights.clear()
    await painted()
    const from = performance.now()
    shown = made
    const all = document.createDocumentFragment()
    const at: number[] = []
    let offset = 0
    for (const line of shown.text.split('\n')) {
      const paragraph = document.createElement('p')
      paragraph.textContent = line
      all.append(paragraph)
      at.push(offset)
      offset += line.length + 1
    }
    starts = at
    column.append(all)
    for (const label of labelIds)
      CSS.highlights.set(
        label,
        new Highlight(...shown.spans.filter(span => span.label === label).map(rangeOf))
      )
    await painted()
    return performance.now() - from
  },
  async add(nth) {
    const place = shown.free[nth]
    if (place === undefined) throw new Error('No free place is left.')
    await painted()
    const from = performance.now()
    const range = rangeOf(place)
    document
      .getSelection()
      ?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset)
    CSS.highlights.get('event')?.add(range)
    await painted()
    return performance.now() - from
  },
  native: () => nativeAbilities(column.children, shown.text)
}
