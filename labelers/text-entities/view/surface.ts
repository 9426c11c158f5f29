import type { Offsets } from '../../kit/offsets.ts'
import type { Span } from '../schema.ts'
import { type Block, buildBlocks } from './blocks.ts'
import { type Group, groupsOf } from './groups.ts'
import { drawLanes, laneTop, LANE_PITCH, part, place, type PlacedSpan } from './lane-drawing.ts'
import type { Look } from './looks.ts'
import { type Paragraph, paragraphAt } from './paragraphs.ts'
import { type Box, piecesOf } from './pieces.ts'
import { Positions } from './positions.ts'
import { Ruler } from './ruler.ts'

interface Drawn {
  readonly group: Group
  readonly selected: string | undefined
  readonly placed: readonly PlacedSpan[]
  readonly element: HTMLElement
}

/** Where the caret is, in UTF-16 offsets. Collapsed: a caret, which may have a word in hand. */
export interface Marks {
  readonly head: number
  readonly token: readonly [number, number] | undefined
}

/** Above this many spans, a paragraph is drawn only where it is in sight. */
const CROWDED = 200

/**
 * A text in a scrolling column, and its spans as lanes under the words. It owns the children of the column: one element per
 * paragraph with one text node, and beside that node, for paragraphs in sight only, what is drawn over it.
 */
export class TextSurface {
  readonly #scroller: HTMLElement
  readonly #column: HTMLElement
  #paragraphs: readonly Paragraph[] = []
  #blocks: readonly Block[] = []
  #positions: Positions
  #ruler: Ruler
  #offsets: Offsets | undefined
  #looks: (label: string) => Look = () => ({ color: 0, badge: '', name: '' })
  #groups = new Map<number, Group>()
  #drawn = new Map<number, Drawn>()
  #selected: string | undefined
  #marks: Marks | undefined
  #marked: HTMLElement[] = []
  #frame = 0
  readonly #stop = new AbortController()
  readonly #resized: ResizeObserver | undefined

  constructor(scroller: HTMLElement, column: HTMLElement) {
    this.#scroller = scroller
    this.#column = column
    this.#positions = new Positions(column, [], [])
    this.#ruler = new Ruler(column, [], this.#positions)
    const { signal } = this.#stop
    scroller.addEventListener('scroll', () => this.#soon(), { signal, passive: true })
    // Tells that a paragraph has come near the view or left it; it does not bubble.
    column.addEventListener('contentvisibilityautostatechange', () => this.#soon(), { signal, capture: true })
    if (typeof ResizeObserver === 'undefined') return
    let width = 0
    this.#resized = new ResizeObserver(() => {
      if (column.clientWidth !== width) this.#forget()
      width = column.clientWidth
      this.#soon()
    })
    this.#resized.observe(column)
    this.#resized.observe(scroller)
    if ('fonts' in document) document.fonts.addEventListener('loadingdone', () => this.#redraw(), { signal })
  }

  get ruler(): Ruler {
    return this.#ruler
  }

  get positions(): Positions {
    return this.#positions
  }

  destroy(): void {
    this.#stop.abort()
    this.#resized?.disconnect()
    cancelAnimationFrame(this.#frame)
    this.#column.replaceChildren()
  }

  /** Shows another text, without spans. */
  show(paragraphs: readonly Paragraph[], offsets: Offsets): void {
    this.#paragraphs = paragraphs
    this.#offsets = offsets
    const { blocks, elements } = buildBlocks(paragraphs)
    this.#blocks = blocks
    this.#positions = new Positions(this.#column, paragraphs, elements)
    this.#ruler = new Ruler(this.#column, paragraphs, this.#positions)
    this.#groups.clear()
    this.#drawn.clear()
    this.#marks = undefined
    this.#marked = []
    this.#column.replaceChildren(...blocks.map(block => block.element))
    this.#scroller.scrollTop = 0
  }

  /** The spans to draw, sorted as an answer is, and how labels look. Draws what is in sight at once. */
  setSpans(spans: readonly Span[], looks: (label: string) => Look): void {
    if (looks !== this.#looks) this.#forget()
    this.#looks = looks
    const groups =
      this.#offsets === undefined
        ? new Map<number, Group>()
        : groupsOf(spans, this.#paragraphs, this.#offsets, this.#groups)
    for (const index of this.#groups.keys()) if (!groups.has(index)) this.#setDepth(index, 0)
    for (const [index, group] of groups)
      if (group !== this.#groups.get(index)) this.#setDepth(index, group.depth)
    this.#groups = groups
    this.#draw()
  }

  /** The span whose words are tinted and whose edges can be dragged. */
  setSelected(id: string | undefined): void {
    if (id === this.#selected) return
    this.#selected = id
    this.#draw()
  }

  /** The caret and the word it holds; undefined for none. */
  setMarks(marks: Marks | undefined): void {
    this.#marks = marks
    this.#drawMarks()
  }

  /** Whether what is selected has been labelled as it is, which its lane shows well enough. */
  setLabelled(labelled: boolean): void {
    this.#column.toggleAttribute('data-labelled', labelled)
  }

  /** Scrolls so that a stretch of the text can be seen. */
  reveal(start: number, end: number): void {
    const box = this.#ruler.boxesOf(start, Math.min(end, start + 200))[0] ?? this.#ruler.caretBox(start)
    const element = this.#positions.element(paragraphAt(this.#paragraphs, start))
    if (box === undefined || element === undefined) return
    const view = this.#scroller.getBoundingClientRect()
    const top = element.getBoundingClientRect().top + box.top
    const margin = Math.min(64, view.height / 4)
    if (top < view.top + margin) this.#scroller.scrollTop -= view.top + margin - top
    else if (top > view.bottom - margin - 32) this.#scroller.scrollTop += top - (view.bottom - margin - 32)
    this.#draw()
  }

  /** The ids of the spans under a point: the one whose lane or tag it is, else those over the words, inner ones first. */
  spansAt(x: number, y: number): readonly string[] {
    for (const [index, { placed }] of this.#drawn) {
      const frame = this.#positions.element(index)?.getBoundingClientRect()
      if (frame === undefined || y < frame.top || y > frame.bottom) continue
      const at = { x: x - frame.left, y: y - frame.top }
      const inside = (box: Box) => at.x >= box.left && at.x <= box.right
      const inLane = placed.find(each =>
        each.pieces.some(box => {
          const top = laneTop(box, each.lane)
          return inside(box) && at.y >= top - 1 && at.y < top - 1 + LANE_PITCH
        })
      )
      if (inLane !== undefined) return [inLane.span.id]
      return placed
        .filter(each => each.pieces.some(box => inside(box) && at.y >= box.top && at.y < box.bottom + 1))
        .sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start) || a.lane - b.lane)
        .map(each => each.span.id)
    }
    return []
  }

  #setDepth(index: number, depth: number): void {
    this.#positions.element(index)?.style.setProperty('--lanes', String(depth))
  }

  #forget(): void {
    for (const { element } of this.#drawn.values()) element.remove()
    this.#drawn.clear()
  }

  #redraw(): void {
    this.#forget()
    this.#soon()
  }

  #soon(): void {
    if (this.#frame !== 0) return
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0
      this.#draw()
      this.#drawMarks()
    })
  }

  /** The paragraphs in or near the view. Blocks are asked first: asking a paragraph of one out of sight would lay it out. */
  #inSight(): ReadonlySet<number> {
    const view = this.#scroller.getBoundingClientRect()
    const top = view.top - view.height / 2
    const bottom = view.bottom + view.height / 2
    const seen = new Set<number>()
    for (let at = this.#firstBlockBelow(top); at < this.#blocks.length; at++) {
      const block = this.#blocks[at]
      if (block === undefined || block.element.getBoundingClientRect().top > bottom) break
      for (let index = block.first; index <= block.last; index++) {
        const frame = this.#positions.element(index)?.getBoundingClientRect()
        if (frame !== undefined && frame.bottom >= top && frame.top <= bottom) seen.add(index)
      }
    }
    return seen
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

  #draw(): void {
    if (this.#paragraphs.length === 0) return
    const seen = this.#inSight()
    for (const [index, drawn] of this.#drawn)
      if (!seen.has(index) || this.#groups.get(index) === undefined) {
        drawn.element.remove()
        this.#drawn.delete(index)
      }
    // First everything is measured, then everything is drawn: measuring between drawings would lay out again and again.
    const work: {
      index: number
      group: Group
      selected: string | undefined
      placed: PlacedSpan[]
      rtl: boolean
      edge: number
    }[] = []
    for (const index of seen) {
      const group = this.#groups.get(index)
      const element = this.#positions.element(index)
      if (group === undefined || element === undefined) continue
      const selected = group.spans.some(span => span.id === this.#selected) ? this.#selected : undefined
      const before = this.#drawn.get(index)
      const crowded = group.spans.length > CROWDED
      if (before?.group === group && before.selected === selected && !crowded) continue
      const rtl = getComputedStyle(element).direction === 'rtl'
      const placed =
        before?.group === group && !crowded ? [...before.placed] : this.#measure(index, group, rtl, crowded)
      work.push({ index, group, selected, placed, rtl, edge: rtl ? 0 : element.clientWidth })
    }
    for (const { index, group, selected, placed, rtl, edge } of work) {
      this.#drawn.get(index)?.element.remove()
      const element = drawLanes(placed, this.#looks, selected, edge, rtl)
      this.#positions.element(index)?.append(element)
      this.#drawn.set(index, { group, selected, placed, element })
    }
  }

  #measure(index: number, group: Group, rtl: boolean, crowded: boolean): PlacedSpan[] {
    const paragraph = this.#paragraphs[index]
    const text = this.#positions.element(index)?.firstChild
    const offsets = this.#offsets
    if (paragraph === undefined || offsets === undefined || !(text instanceof Text)) return []
    const [from, to] = crowded ? this.#offsetsInSight(paragraph) : [paragraph.start, Infinity]
    const limit = paragraph.text.length
    const placed: PlacedSpan[] = []
    for (const span of group.spans) {
      const start = offsets.toUtf16(span.start)
      const end = offsets.toUtf16(span.end)
      if (end < from || start > to) continue
      const first = Math.max(0, start - paragraph.start)
      const last = Math.min(limit, end - paragraph.start)
      placed.push({
        span,
        lane: group.lanes.get(span) ?? 0,
        pieces: piecesOf(this.#ruler.rects(index, text, first, last), rtl),
        starts: start >= paragraph.start,
        ends: end <= paragraph.start + limit
      })
    }
    return placed
  }

  /** For a paragraph that is larger than the view: the offsets at the top and bottom of the view. */
  #offsetsInSight(paragraph: Paragraph): readonly [number, number] {
    const view = this.#scroller.getBoundingClientRect()
    const frame = this.#column.getBoundingClientRect()
    const x = (frame.left + frame.right) / 2
    const top = this.#ruler.offsetAt(x, view.top + 2)
    const bottom = this.#ruler.offsetAt(x, view.bottom - 2)
    const margin = 400
    return [(top ?? paragraph.start) - margin, (bottom ?? paragraph.start + paragraph.text.length) + margin]
  }

  #drawMarks(): void {
    for (const element of this.#marked) element.remove()
    this.#marked = []
    const marks = this.#marks
    if (marks === undefined) return
    const index = paragraphAt(this.#paragraphs, marks.head)
    const box = this.#ruler.caretBox(marks.head)
    const token = marks.token === undefined ? [] : this.#ruler.boxesOf(...marks.token)
    const element = this.#positions.element(index)
    if (box === undefined || element === undefined) return
    this.#marked = token.map(each => {
      const frame = part('token')
      place(frame, each.left - 1, each.top, each.right - each.left + 2)
      frame.style.height = `${each.bottom - each.top + 1}px`
      return frame
    })
    const caret = part('caret')
    place(caret, box.left, (box.top + box.bottom) / 2 - 10.5)
    this.#marked.push(caret)
    for (const mark of this.#marked) mark.setAttribute('aria-hidden', 'true')
    element.append(...this.#marked)
  }
}
