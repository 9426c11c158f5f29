import type { Span } from '../schema.ts'
import { type Group, groupsOf } from './groups.ts'
import { drawLanes, LANE_PITCH, laneTop, type PlacedSpan } from './lane-drawing.ts'
import type { Look } from '../../kit/view/looks.ts'
import { type Box, piecesOf } from './pieces.ts'
import type { Sheet } from './sheet.ts'

interface Drawn {
  readonly group: Group
  readonly selected: string | undefined
  readonly placed: readonly PlacedSpan[]
  readonly element: HTMLElement
}

/** What one drawing of a paragraph needs, measured beforehand. */
interface Measured {
  readonly index: number
  readonly group: Group
  readonly selected: string | undefined
  readonly placed: readonly PlacedSpan[]
  readonly edge: number
  readonly rtl: boolean
}

/** Above this many spans, a paragraph is drawn only where it is in sight. */
const CROWDED = 200

/** The lanes over one sheet. They exist for paragraphs in sight only, and each is drawn anew only when it changes. */
export class LaneLayer {
  readonly #sheet: Sheet
  #looks: (label: string) => Look = () => ({ color: 0, badge: '', name: '' })
  #groups = new Map<number, Group>()
  #drawn = new Map<number, Drawn>()
  #selected: string | undefined

  constructor(sheet: Sheet, selected: string | undefined) {
    this.#sheet = sheet
    this.#selected = selected
  }

  /** The spans to draw, sorted as an answer is, and how labels look. */
  setSpans(spans: readonly Span[], looks: (label: string) => Look): void {
    if (looks !== this.#looks) this.forget()
    this.#looks = looks
    const { offsets, paragraphs } = this.#sheet
    const groups =
      offsets === undefined ? new Map<number, Group>() : groupsOf(spans, paragraphs, offsets, this.#groups)
    for (const index of this.#groups.keys()) if (!groups.has(index)) this.#setDepth(index, 0)
    for (const [index, group] of groups)
      if (group !== this.#groups.get(index)) this.#setDepth(index, group.depth)
    this.#groups = groups
  }

  setSelected(id: string | undefined): void {
    this.#selected = id
  }

  /** Takes everything away, so that the next drawing measures again. */
  forget(): void {
    for (const { element } of this.#drawn.values()) element.remove()
    this.#drawn.clear()
  }

  /** The ids of the spans under a point: the one whose lane or tag it is, else those over the words, inner ones first. */
  at(x: number, y: number): readonly string[] {
    for (const [index, { placed }] of this.#drawn) {
      const frame = this.#sheet.positions.element(index)?.getBoundingClientRect()
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

  /** Draws what is in sight and has changed; takes away what is not. */
  draw(): void {
    const seen = this.#sheet.inSight()
    for (const [index, drawn] of this.#drawn)
      if (!seen.has(index) || this.#groups.get(index) === undefined) {
        drawn.element.remove()
        this.#drawn.delete(index)
      }
    // First everything is measured, then everything is drawn: measuring between drawings would lay out again and again.
    const work = [...seen].flatMap(index => this.#work(index) ?? [])
    for (const { index, group, selected, placed, rtl, edge } of work) {
      this.#drawn.get(index)?.element.remove()
      const element = drawLanes(placed, this.#looks, selected, edge, rtl)
      this.#sheet.positions.element(index)?.append(element)
      this.#drawn.set(index, { group, selected, placed, element })
    }
  }

  /** What there is to draw in a paragraph; undefined when it stands as it is. */
  #work(index: number): Measured | undefined {
    const group = this.#groups.get(index)
    const element = this.#sheet.positions.element(index)
    if (group === undefined || element === undefined) return undefined
    const selected = group.spans.some(span => span.id === this.#selected) ? this.#selected : undefined
    const before = this.#drawn.get(index)
    const crowded = group.spans.length > CROWDED
    if (before?.group === group && before.selected === selected && !crowded) return undefined
    const rtl = getComputedStyle(element).direction === 'rtl'
    const placed =
      before?.group === group && !crowded ? before.placed : this.#measure(index, group, rtl, crowded)
    return { index, group, selected, placed, rtl, edge: rtl ? 0 : element.clientWidth }
  }

  #measure(index: number, group: Group, rtl: boolean, crowded: boolean): PlacedSpan[] {
    const paragraph = this.#sheet.paragraphs[index]
    const text = this.#sheet.positions.element(index)?.firstChild
    const { offsets, ruler } = this.#sheet
    if (paragraph === undefined || offsets === undefined || !(text instanceof Text)) return []
    const [from, to] = crowded ? this.#sheet.offsetsInSight(paragraph) : [paragraph.start, Infinity]
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
        pieces: piecesOf(ruler.rects(index, text, first, last), rtl),
        starts: start >= paragraph.start,
        ends: end <= paragraph.start + limit
      })
    }
    return placed
  }

  #setDepth(index: number, depth: number): void {
    this.#sheet.positions.element(index)?.style.setProperty('--lanes', String(depth))
  }
}
