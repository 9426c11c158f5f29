import { type Paragraph, paragraphAt, placeOf } from './paragraphs.ts'
import { type Box, piecesOf, sameLine } from './pieces.ts'
import type { Positions } from './positions.ts'

/** The width of the line numbers, at the side the text starts. `text.module.css` has the same. */
const NUMBERS = 28

/** Measures a text on the screen. Boxes are in the coordinates of their paragraph, offsets in UTF-16. */
export class Ruler {
  readonly #column: HTMLElement
  readonly #paragraphs: readonly Paragraph[]
  readonly #positions: Positions
  readonly #range = document.createRange()

  constructor(column: HTMLElement, paragraphs: readonly Paragraph[], positions: Positions) {
    this.#column = column
    this.#paragraphs = paragraphs
    this.#positions = positions
  }

  /** The offset under a point of the window; undefined beside the column. */
  offsetAt(x: number, y: number): number | undefined {
    const caret = 'caretPositionFromPoint' in document ? document.caretPositionFromPoint(x, y) : null
    if (caret === null || !this.#column.contains(caret.offsetNode)) return undefined
    return this.#positions.offset(caret.offsetNode, caret.offset)
  }

  /** The offset one line above or below, as near to `x` (of the window) as the line allows; undefined at the ends. */
  verticalFrom(offset: number, by: -1 | 1, x: number | undefined): { offset: number; x: number } | undefined {
    const { index } = placeOf(this.#paragraphs, offset)
    const element = this.#positions.element(index)
    const box = this.caretBox(offset)
    if (element === undefined || box === undefined) return undefined
    const frame = element.getBoundingClientRect()
    const column = x ?? frame.left + box.left
    const line = parseFloat(getComputedStyle(element).lineHeight)
    const y = frame.top + (box.top + box.bottom) / 2 + by * line
    if (y >= frame.top && y <= frame.bottom - parseFloat(getComputedStyle(element).paddingBottom))
      return this.#within(index, column, y)
    const next = index + by
    const neighbour = this.#positions.element(next)
    if (neighbour === undefined) return undefined
    neighbour.scrollIntoView({ block: 'nearest' })
    const there = neighbour.getBoundingClientRect()
    const padding = parseFloat(getComputedStyle(neighbour).paddingBottom)
    return this.#within(next, column, by === 1 ? there.top + 12 : there.bottom - padding - 12)
  }

  /** Start and end of the line on the screen that an offset stands on. */
  lineAround(offset: number): { start: number; end: number } {
    const { index, at } = placeOf(this.#paragraphs, offset)
    const paragraph = this.#paragraphs[index]
    const box = this.caretBox(offset)
    if (paragraph === undefined || box === undefined) return { start: offset, end: offset }
    const onLine = (place: number) => {
      const other = this.caretBox(paragraph.start + place)
      return other !== undefined && sameLine(other, box)
    }
    let start = at
    let end = at
    for (let step = 256; step > 0; step >>= 1) {
      while (start - step >= 0 && onLine(start - step)) start -= step
      while (end + step <= paragraph.text.length && onLine(end + step)) end += step
    }
    return { start: paragraph.start + start, end: paragraph.start + end }
  }

  isRtl(offset: number): boolean {
    const element = this.#positions.element(paragraphAt(this.#paragraphs, offset))
    return element !== undefined && getComputedStyle(element).direction === 'rtl'
  }

  rects(index: number, text: Text, start: number, end: number): readonly Box[] {
    if (end <= start) return []
    this.#range.setStart(text, start)
    this.#range.setEnd(text, end)
    return this.#local(index, this.#range.getClientRects())
  }

  #local(index: number, rects: Iterable<DOMRect>): readonly Box[] {
    const frame = this.#positions.element(index)?.getBoundingClientRect()
    if (frame === undefined) return []
    return [...rects].map(rect => ({
      left: rect.left - frame.left,
      right: rect.right - frame.left,
      top: rect.top - frame.top,
      bottom: rect.bottom - frame.top
    }))
  }

  /** The boxes of a stretch inside the paragraph it starts in. */
  boxesOf(start: number, end: number): readonly Box[] {
    const { index, at } = placeOf(this.#paragraphs, start)
    const text = this.#positions.element(index)?.firstChild
    const paragraph = this.#paragraphs[index]
    if (!(text instanceof Text) || paragraph === undefined) return []
    return piecesOf(
      this.rects(index, text, at, Math.min(end - paragraph.start, paragraph.text.length)),
      false
    )
  }

  /** A box without width where the caret stands: before the next character, or after the last one. */
  caretBox(offset: number): Box | undefined {
    const { index, at } = placeOf(this.#paragraphs, offset)
    const element = this.#positions.element(index)
    const text = element?.firstChild
    const paragraph = this.#paragraphs[index]
    if (element === undefined || paragraph === undefined || !(text instanceof Text)) return undefined
    const rtl = getComputedStyle(element).direction === 'rtl'
    const before = at > 0
    const box = this.rects(
      index,
      text,
      before ? at - 1 : at,
      before ? at : Math.min(at + 1, paragraph.text.length)
    ).at(-1)
    if (box === undefined) {
      const start = rtl ? element.clientWidth - NUMBERS : NUMBERS
      return { left: start, right: start, top: 2, bottom: 23 }
    }
    const left = before === rtl ? box.left : box.right
    return { ...box, left, right: left }
  }

  #within(index: number, x: number, y: number): { offset: number; x: number } | undefined {
    const frame = this.#column.getBoundingClientRect()
    const paragraph = this.#paragraphs[index]
    if (paragraph === undefined) return undefined
    const rtl = this.isRtl(paragraph.start)
    const left = frame.left + (rtl ? 2 : NUMBERS + 1)
    const right = frame.right - (rtl ? NUMBERS + 1 : 2)
    const found = this.offsetAt(Math.max(left, Math.min(x, right)), y)
    const offset = found ?? paragraph.start
    return { offset: Math.max(paragraph.start, Math.min(offset, paragraph.start + paragraph.text.length)), x }
  }
}
