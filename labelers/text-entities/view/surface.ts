import type { Offsets } from '../../kit/offsets.ts'
import type { Span } from '../schema.ts'
import { CaretMarks, type Marks } from './caret-marks.ts'
import { LaneLayer } from './lane-layer.ts'
import type { Look } from '../../kit/view/looks.ts'
import { type Paragraph, paragraphAt } from './paragraphs.ts'
import type { Positions } from './positions.ts'
import type { Ruler } from './ruler.ts'
import { Sheet } from './sheet.ts'

/**
 * A text in a scrolling column, and its spans as lanes under the words. It owns the children of the column: one element per
 * paragraph with one text node, and beside that node, for paragraphs in sight only, what is drawn over it.
 */
export class TextSurface {
  readonly #scroller: HTMLElement
  readonly #column: HTMLElement
  readonly #caret = new CaretMarks()
  readonly #stop = new AbortController()
  readonly #resized: ResizeObserver | undefined
  #sheet: Sheet
  #lanes: LaneLayer
  #selected: string | undefined
  #marks: Marks | undefined
  #frame = 0

  constructor(scroller: HTMLElement, column: HTMLElement) {
    this.#scroller = scroller
    this.#column = column
    this.#sheet = new Sheet(scroller, column)
    this.#lanes = new LaneLayer(this.#sheet, undefined)
    const { signal } = this.#stop
    scroller.addEventListener('scroll', () => this.#soon(), { signal, passive: true })
    // Tells that a paragraph has come near the view or left it; it does not bubble.
    column.addEventListener('contentvisibilityautostatechange', () => this.#soon(), { signal, capture: true })
    if (typeof ResizeObserver === 'undefined') return
    let width = 0
    this.#resized = new ResizeObserver(() => {
      if (column.clientWidth !== width) this.#lanes.forget()
      width = column.clientWidth
      this.#soon()
    })
    this.#resized.observe(column)
    this.#resized.observe(scroller)
    if ('fonts' in document) document.fonts.addEventListener('loadingdone', () => this.#redraw(), { signal })
  }

  get ruler(): Ruler {
    return this.#sheet.ruler
  }

  get positions(): Positions {
    return this.#sheet.positions
  }

  destroy(): void {
    this.#stop.abort()
    this.#resized?.disconnect()
    cancelAnimationFrame(this.#frame)
    this.#column.replaceChildren()
  }

  /** Shows another text, without spans. */
  show(paragraphs: readonly Paragraph[], offsets: Offsets): void {
    this.#sheet = new Sheet(this.#scroller, this.#column, paragraphs, offsets)
    this.#lanes = new LaneLayer(this.#sheet, this.#selected)
    this.#marks = undefined
    this.#scroller.scrollTop = 0
  }

  /** The spans to draw, sorted as an answer is, and how labels look. Draws what is in sight at once. */
  setSpans(spans: readonly Span[], looks: (label: string) => Look): void {
    this.#lanes.setSpans(spans, looks)
    this.#lanes.draw()
  }

  /** The span whose words are tinted and whose edges can be dragged. */
  setSelected(id: string | undefined): void {
    if (id === this.#selected) return
    this.#selected = id
    this.#lanes.setSelected(id)
    this.#lanes.draw()
  }

  /** The caret and the word it holds; undefined for none. */
  setMarks(marks: Marks | undefined): void {
    this.#marks = marks
    this.#caret.draw(this.#sheet, marks)
  }

  /** Whether what is selected has been labelled as it is, which its lane shows well enough. */
  setLabelled(labelled: boolean): void {
    this.#column.toggleAttribute('data-labelled', labelled)
  }

  /** Scrolls so that a stretch of the text can be seen. */
  reveal(start: number, end: number): void {
    const { ruler, positions, paragraphs } = this.#sheet
    const box = ruler.boxesOf(start, Math.min(end, start + 200))[0] ?? ruler.caretBox(start)
    const element = positions.element(paragraphAt(paragraphs, start))
    if (box === undefined || element === undefined) return
    const view = this.#scroller.getBoundingClientRect()
    const top = element.getBoundingClientRect().top + box.top
    const margin = Math.min(64, view.height / 4)
    if (top < view.top + margin) this.#scroller.scrollTop -= view.top + margin - top
    else if (top > view.bottom - margin - 32) this.#scroller.scrollTop += top - (view.bottom - margin - 32)
    this.#lanes.draw()
  }

  /** The ids of the spans under a point: the one whose lane or tag it is, else those over the words, inner ones first. */
  spansAt(x: number, y: number): readonly string[] {
    return this.#lanes.at(x, y)
  }

  #redraw(): void {
    this.#lanes.forget()
    this.#soon()
  }

  #soon(): void {
    if (this.#frame !== 0) return
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0
      this.#lanes.draw()
      this.#caret.draw(this.#sheet, this.#marks)
    })
  }
}
