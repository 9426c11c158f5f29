import type { Offsets } from '../../kit/offsets.ts'
import { type Block, buildBlocks } from './blocks.ts'
import type { Paragraph } from './paragraphs.ts'
import { Positions } from './positions.ts'
import { Ruler } from './ruler.ts'

/** Around the offsets in sight, so that what begins just above is drawn too. UTF-16. */
const MARGIN = 400

/** One text laid out in the column: its elements, where its offsets are, and which of it is in sight. */
export class Sheet {
  readonly paragraphs: readonly Paragraph[]
  readonly offsets: Offsets | undefined
  readonly positions: Positions
  readonly ruler: Ruler
  readonly #scroller: HTMLElement
  readonly #column: HTMLElement
  readonly #blocks: readonly Block[]

  /** Puts the text into the column, in the place of what was there. */
  constructor(
    scroller: HTMLElement,
    column: HTMLElement,
    paragraphs: readonly Paragraph[] = [],
    offsets?: Offsets
  ) {
    const { blocks, elements } = buildBlocks(paragraphs)
    this.paragraphs = paragraphs
    this.offsets = offsets
    this.positions = new Positions(column, paragraphs, elements)
    this.ruler = new Ruler(column, paragraphs, this.positions)
    this.#scroller = scroller
    this.#column = column
    this.#blocks = blocks
    column.replaceChildren(...blocks.map(block => block.element))
  }

  /**
   * The indexes of the paragraphs in or near the view. Blocks are asked first: asking a paragraph of one out of sight would
   * lay it out.
   */
  inSight(): ReadonlySet<number> {
    const view = this.#scroller.getBoundingClientRect()
    const top = view.top - view.height / 2
    const bottom = view.bottom + view.height / 2
    const seen = new Set<number>()
    for (let at = this.#firstBlockBelow(top); at < this.#blocks.length; at++) {
      const block = this.#blocks[at]
      if (block === undefined || block.element.getBoundingClientRect().top > bottom) break
      for (let index = block.first; index <= block.last; index++) {
        const frame = this.positions.element(index)?.getBoundingClientRect()
        if (frame !== undefined && frame.bottom >= top && frame.top <= bottom) seen.add(index)
      }
    }
    return seen
  }

  /** For a paragraph that is larger than the view: the offsets at the top and bottom of the view, and a little more. */
  offsetsInSight(paragraph: Paragraph): readonly [number, number] {
    const view = this.#scroller.getBoundingClientRect()
    const frame = this.#column.getBoundingClientRect()
    const x = (frame.left + frame.right) / 2
    const top = this.ruler.offsetAt(x, view.top + 2)
    const bottom = this.ruler.offsetAt(x, view.bottom - 2)
    return [(top ?? paragraph.start) - MARGIN, (bottom ?? paragraph.start + paragraph.text.length) + MARGIN]
  }

  #firstBlockBelow(y: number): number {
    let low = 0
    let high = this.#blocks.length - 1
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#blocks[middle]?.element.getBoundingClientRect().bottom ?? 0) < y) low = middle + 1
      else high = middle
    }
    return low
  }
}
