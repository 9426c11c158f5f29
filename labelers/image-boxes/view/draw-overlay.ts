import type { Look } from '../../kit/view/looks.ts'
import type { Size } from '../image-size.ts'
import type { Point, Shape } from '../schema.ts'
import { CASING, HERE, INK, labelColour, PLATE, PLATE_TEXT, WHITE } from './colours.ts'
import { drawRing, drawShape } from './draw-outlines.ts'
import type { Gesture } from './gesture.ts'
import { handlesOf } from './handles.ts'
import { type Extent, extentOf, outlineOf } from '../geometry.ts'
import type { Overlay } from './overlay.ts'
import { TAG_HEIGHT, tagPlace } from './tag-place.ts'
import type { Tags } from './tags.ts'
import { toScreen, type View } from './view-transform.ts'

type Context = CanvasRenderingContext2D
const HANDLE = 9

/** How a label looks; null is a shape without one. */
export type LookOf = (label: string | null) => Look

export function drawOverlay(
  context: Context,
  overlay: Overlay,
  view: View,
  canvas: Size,
  looks: LookOf,
  tags: Tags
): void {
  const { selected, hovered, gesture, drawn } = overlay
  const colourOf = (shape: Shape) => (shape.label === null ? WHITE : labelColour(looks(shape.label).color))
  if (hovered !== undefined) drawShape(context, hovered, view, colourOf(hovered), 3)
  for (const shape of selected) drawRing(context, shape, view)
  for (const shape of selected) drawShape(context, shape, view, colourOf(shape))
  if (drawn !== undefined) drawShape(context, drawn, view, colourOf(drawn))
  if (gesture?.kind === 'polygon') drawPolygonSoFar(context, gesture, view)
  if (gesture?.kind === 'marquee') drawMarquee(context, gesture.from, gesture.to, view)
  for (const shape of selected.length > 50 ? [] : selected) drawTag(context, shape, view, canvas, looks, tags)
  if (hovered !== undefined && !selected.includes(hovered))
    drawTag(context, hovered, view, canvas, looks, tags)
  const [only] = selected
  if (only !== undefined && selected.length === 1 && gesture?.kind !== 'move') {
    drawHandles(context, only, view)
    if (overlay.corner !== undefined) drawKnob(context, toScreen(view, overlay.corner), HERE)
  }
  const measured = drawn ?? (gesture?.kind === 'resize' ? only : undefined)
  if (measured !== undefined && 'width' in measured) drawMeasure(context, measured, view)
}

/** The tag of a shape beside its bounds on the screen. */
export function drawTag(
  context: Context,
  shape: Shape,
  view: View,
  canvas: Size,
  looks: LookOf,
  tags: Tags
): void {
  const { picture, width } = tags.of(shape.label, looks)
  const [x, y] = tagPlace(onScreen(anchorOf(shape), view), width, canvas)
  context.drawImage(picture, x, y, width, TAG_HEIGHT)
}

/** What a tag stands above: a box, or the topmost corner of anything else, which may be far from the corner of its extent. */
function anchorOf(shape: Shape): Extent {
  const extent = extentOf(shape)
  if (shape.kind === 'box') return extent
  const [x] = outlineOf(shape).find(([, y]) => y === extent.top) ?? [extent.left]
  return { ...extent, left: x, right: x }
}

function onScreen({ left, top, right, bottom }: Extent, view: View): Extent {
  const [x, y] = toScreen(view, [left, top])
  const [endX, endY] = toScreen(view, [right, bottom])
  return { left: Math.round(x), top: Math.round(y), right: Math.round(endX), bottom: Math.round(endY) }
}

function drawHandles(context: Context, shape: Shape, view: View): void {
  const handles = handlesOf(shape, view.scale)
  const turn = handles.find(({ handle }) => handle.kind === 'turn')
  const top = handles.find(({ handle }) => handle.kind === 'side' && handle.x === 0 && handle.y === -1)
  if (turn !== undefined && top !== undefined) {
    context.beginPath()
    context.moveTo(...toScreen(view, top.at))
    context.lineTo(...toScreen(view, turn.at))
    cased(context, WHITE, 1.5)
  }
  for (const { handle, at } of handles) {
    const place = toScreen(view, at)
    if (handle.kind === 'side') drawSquare(context, place, HANDLE)
    else if (handle.kind === 'edge') drawKnob(context, place, CASING, 3)
    else drawKnob(context, place, WHITE)
  }
}

function drawSquare(context: Context, [x, y]: Point, side: number): void {
  const [left, top] = [Math.round(x) - side / 2, Math.round(y) - side / 2]
  context.fillStyle = INK
  context.fillRect(left - 0.5, top - 0.5, side + 1, side + 1)
  context.fillStyle = WHITE
  context.fillRect(left + 1, top + 1, side - 2, side - 2)
}

function drawKnob(context: Context, [x, y]: Point, fill: string, radius = 4.5): void {
  context.beginPath()
  context.arc(x, y, radius, 0, 2 * Math.PI)
  context.fillStyle = fill
  context.fill()
  context.strokeStyle = fill === CASING ? WHITE : INK
  context.lineWidth = 1.5
  context.stroke()
}

function drawPolygonSoFar(
  context: Context,
  { points, to }: Extract<Gesture, { kind: 'polygon' }>,
  view: View
): void {
  context.beginPath()
  for (const [at, point] of [...points, to].entries()) {
    if (at === 0) context.moveTo(...toScreen(view, point))
    else context.lineTo(...toScreen(view, point))
  }
  cased(context, WHITE, 2)
  for (const point of points) drawKnob(context, toScreen(view, point), WHITE)
}

function drawMarquee(context: Context, from: Point, to: Point, view: View): void {
  const [x, y] = toScreen(view, from)
  const [endX, endY] = toScreen(view, to)
  const frame = [Math.round(x), Math.round(y), Math.round(endX - x), Math.round(endY - y)] as const
  context.globalAlpha = 0.15
  context.fillStyle = HERE
  context.fillRect(...frame)
  context.globalAlpha = 1
  context.strokeStyle = CASING
  context.lineWidth = 3
  context.strokeRect(...frame)
  context.strokeStyle = HERE
  context.lineWidth = 1
  context.strokeRect(...frame)
}

/** `396 × 166` under the lower right corner of a box that is being made or sized. */
function drawMeasure(context: Context, shape: Shape & { width: number; height: number }, view: View): void {
  const bounds = onScreen(extentOf(shape), view)
  const text = `${Math.round(shape.width)} × ${Math.round(shape.height)}`
  context.font = '500 11px system-ui, -apple-system, "Segoe UI", sans-serif'
  const width = context.measureText(text).width + 10
  context.fillStyle = PLATE
  context.fillRect(bounds.right - width, bounds.bottom + 8, width, TAG_HEIGHT)
  context.fillStyle = PLATE_TEXT
  context.textBaseline = 'middle'
  context.fillText(text, bounds.right - width + 5, bounds.bottom + 8 + TAG_HEIGHT / 2 + 0.5)
}

/** Strokes the path that stands, with its casing. */
function cased(context: Context, colour: string, width: number): void {
  context.strokeStyle = CASING
  context.lineWidth = width + 2
  context.stroke()
  context.strokeStyle = colour
  context.lineWidth = width
  context.stroke()
}
