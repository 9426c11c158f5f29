import type { Span } from '../schema.ts'
import type { Look } from '../../kit/view/looks.ts'
import { type Box, roomFor } from './pieces.ts'
import styles from './text.module.css'
import { cutName } from './tag-name.ts'

/** A span where it stands in one paragraph. */
export interface PlacedSpan {
  readonly span: Span
  readonly lane: number
  /** In the coordinates of the paragraph; the first is where the span starts, if it starts in this paragraph. */
  readonly pieces: readonly Box[]
  readonly starts: boolean
  readonly ends: boolean
}

/** Distance from the bottom of the words to the first lane, and from lane to lane. The line height must leave room for it. */
export const LANE_GAP = 1
export const LANE_PITCH = 16
const LINE = 2.5
/** A name is drawn where this much of it fits: a cut long name helps, "Pe…" does not. */
const ENOUGH_NAME = 60
const BADGE = 19
const CHARACTER = 5.8

export const laneTop = (piece: Box, lane: number): number => piece.bottom + LANE_GAP + lane * LANE_PITCH

/** Draws the lanes of a paragraph. Everything is decoration beside the text: no words, nothing to select or find. */
export function drawLanes(
  placed: readonly PlacedSpan[],
  looks: (label: string) => Look,
  selected: string | undefined,
  edge: number,
  rtl: boolean
): HTMLElement {
  const overlay = part('overlay')
  overlay.setAttribute('aria-hidden', 'true')
  const tags: { lane: number; box: Box; placed: PlacedSpan }[] = []
  const pieces: { lane: number; box: Box }[] = []
  for (const each of placed) {
    const look = looks(each.span.label)
    for (const box of each.pieces) {
      const line = part('line', look.color)
      place(line, box.left, laneTop(box, each.lane), box.right - box.left)
      overlay.append(line)
      pieces.push({ lane: each.lane, box })
    }
    const first = each.pieces[0]
    if (each.starts && first !== undefined) tags.push({ lane: each.lane, box: first, placed: each })
    if (each.span.id === selected) overlay.append(...drawSelected(each, rtl))
  }
  const rooms = roomFor(tags, pieces, edge, rtl)
  for (const [at, { lane, box, placed: each }] of tags.entries()) {
    const look = looks(each.span.label)
    const room = rooms[at] ?? 0
    const tag = part('tag', look.color)
    tag.dataset['key'] = look.badge
    if (room >= BADGE + Math.min(look.name.length * CHARACTER, ENOUGH_NAME))
      tag.dataset['name'] = cutName(look.name, room - BADGE)
    if (each.span.id === selected) tag.classList.add(styles['chosen'] ?? '')
    const top = laneTop(box, lane) + LINE
    if (rtl) tag.style.transform = `translate(${box.right}px, ${top}px) translateX(-100%)`
    else tag.style.transform = `translate(${box.left}px, ${top}px)`
    tag.style.maxWidth = `${Math.max(room - 3, 12)}px`
    overlay.append(tag)
  }
  return overlay
}

function drawSelected({ pieces, lane, starts, ends }: PlacedSpan, rtl: boolean): HTMLElement[] {
  const parts = pieces.map(box => {
    const tint = part('tint')
    place(tint, box.left, box.top, box.right - box.left)
    tint.style.height = `${laneTop(box, lane) + LINE - box.top}px`
    return tint
  })
  const edge = (box: Box, which: 'start' | 'end') => {
    const handle = part('edge')
    handle.dataset['edge'] = which
    place(handle, (which === 'start') === rtl ? box.right : box.left, box.top)
    handle.style.height = `${laneTop(box, lane) + LINE - box.top}px`
    return handle
  }
  const first = pieces[0]
  const last = pieces.at(-1)
  if (starts && first !== undefined) parts.push(edge(first, 'start'))
  if (ends && last !== undefined) parts.push(edge(last, 'end'))
  return parts
}

export function part(name: string, color?: number): HTMLElement {
  const element = document.createElement('i')
  element.className = styles[name] ?? name
  if (color !== undefined) element.classList.add(`l${color < 1 ? 0 : ((color - 1) % 12) + 1}`)
  return element
}

export function place(element: HTMLElement, left: number, top: number, width?: number): void {
  element.style.transform = `translate(${left}px, ${top}px)`
  if (width !== undefined) element.style.width = `${width}px`
}
