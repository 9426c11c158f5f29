import { type Paragraph, placeOf } from './paragraphs.ts'

/**
 * Between offsets into the text and places in the document. The column holds one element for each paragraph, and the first
 * child of each is its text node.
 */
export class Positions {
  readonly #column: HTMLElement
  readonly #paragraphs: readonly Paragraph[]

  constructor(column: HTMLElement, paragraphs: readonly Paragraph[]) {
    this.#column = column
    this.#paragraphs = paragraphs
  }

  get length(): number {
    const last = this.#paragraphs.at(-1)
    return last === undefined ? 0 : last.start + last.text.length
  }

  holds(node: Node): boolean {
    return this.#column.contains(node)
  }

  element(index: number): HTMLElement | undefined {
    return this.#column.children[index] as HTMLElement | undefined
  }

  /** The text node and the place in it for an offset. */
  point(offset: number): [Node, number] {
    const { index, at } = placeOf(this.#paragraphs, offset)
    return [this.element(index)?.firstChild ?? this.#column, at]
  }

  /** A place in the document as an offset; one outside the text gives its start or end, whichever is nearer. */
  offset(node: Node, at: number): number {
    if (!this.#column.contains(node)) {
      const all = document.createRange()
      all.selectNodeContents(this.#column)
      return all.comparePoint(node, at) < 0 ? 0 : this.length
    }
    if (node === this.#column) return this.#paragraphs[at]?.start ?? this.length
    const index = this.#indexOf(node)
    const paragraph = this.#paragraphs[index]
    if (paragraph === undefined) return this.length
    const element = this.element(index)
    if (node === element?.firstChild) return paragraph.start + Math.min(at, paragraph.text.length)
    return node === element && at === 0 ? paragraph.start : paragraph.start + paragraph.text.length
  }

  /** Index of the paragraph that holds a node of the column, found by halving: a long text has thousands. */
  #indexOf(node: Node): number {
    let low = 0
    let high = this.#paragraphs.length - 1
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      const element = this.element(middle)
      if (element === undefined) break
      const after = element.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING
      if (after === 0) low = middle
      else high = middle - 1
    }
    return low
  }
}
