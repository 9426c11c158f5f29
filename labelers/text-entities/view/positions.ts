import { type Paragraph, placeOf } from './paragraphs.ts'

/** Between offsets into the text and places in the document. The first child of each paragraph's element is its text node. */
export class Positions {
  readonly #column: HTMLElement
  readonly #paragraphs: readonly Paragraph[]
  readonly #elements: readonly HTMLElement[]

  constructor(column: HTMLElement, paragraphs: readonly Paragraph[], elements: readonly HTMLElement[]) {
    this.#column = column
    this.#paragraphs = paragraphs
    this.#elements = elements
  }

  get length(): number {
    const last = this.#paragraphs.at(-1)
    return last === undefined ? 0 : last.start + last.text.length
  }

  holds(node: Node): boolean {
    return this.#column.contains(node)
  }

  element(index: number): HTMLElement | undefined {
    return this.#elements[index]
  }

  /** The text node and the place in it for an offset. */
  point(offset: number): [Node, number] {
    const { index, at } = placeOf(this.#paragraphs, offset)
    return [this.element(index)?.firstChild ?? this.#column, at]
  }

  /** A place in the document as an offset. One that is not in a text gives the end of the text before it. */
  offset(node: Node, at: number): number {
    const index = this.#indexOf(node, at)
    const paragraph = this.#paragraphs[index]
    if (paragraph === undefined) return 0
    const element = this.element(index)
    if (node === element?.firstChild) return paragraph.start + Math.min(at, paragraph.text.length)
    return node === element && at === 0 ? paragraph.start : paragraph.start + paragraph.text.length
  }

  /** The last paragraph that begins at or before a place, found by halving: a long text has thousands. -1: before all. */
  #indexOf(node: Node, at: number): number {
    const place = document.createRange()
    place.setStart(node, at)
    let low = -1
    let high = this.#paragraphs.length - 1
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      const element = this.element(middle)
      if (element !== undefined && place.comparePoint(element, 0) <= 0) low = middle
      else high = middle - 1
    }
    return low
  }
}
