import type { Point, Shape } from '../schema.ts'
import { CASING, WHITE } from './colours.ts'
import { type Extent, extentOf, outlineOf } from '../geometry.ts'
import { overlaps } from './outline.ts'
import type { Batch, Scene } from './scene.ts'
import type { View } from './view-transform.ts'

type Context = CanvasRenderingContext2D

/**
 * Draws every outline that can be seen: first what cases the lines, then the lines. One call per box for each, because many
 * boxes in one path take five to nine times as long.
 */
export function drawScene(context: Context, { batches }: Scene, view: View, sight: Extent): void {
  context.lineJoin = 'miter'
  context.lineWidth = 4
  context.strokeStyle = CASING
  for (const batch of batches) strokeBatch(context, batch, view, sight)
  drawLines(context, batches, view, sight)
}

/** Draws the lines alone, which is half of the work. */
export function drawLines(context: Context, batches: readonly Batch[], view: View, sight: Extent): void {
  context.lineJoin = 'miter'
  context.lineWidth = 2
  for (const batch of batches) {
    context.strokeStyle = batch.colour
    if (batch.dashed) context.setLineDash([4, 3])
    strokeBatch(context, batch, view, sight)
    context.setLineDash([])
  }
}

function strokeBatch(context: Context, { boxes, others }: Batch, view: View, sight: Extent): void {
  const { scale, x: left, y: top } = view
  for (let at = 0; at < boxes.length; at += 4) {
    const x = boxes[at] as number
    const y = boxes[at + 1] as number
    const width = boxes[at + 2] as number
    const height = boxes[at + 3] as number
    if (x > sight.right || y > sight.bottom || x + width < sight.left || y + height < sight.top) continue
    // On whole pixels of the screen lines are sharp, and quick.
    const screenX = Math.round(x * scale + left)
    const screenY = Math.round(y * scale + top)
    context.strokeRect(
      screenX,
      screenY,
      Math.round((x + width) * scale + left) - screenX,
      Math.round((y + height) * scale + top) - screenY
    )
  }
  for (const shape of others) if (overlaps(extentOf(shape), sight)) strokeShape(context, shape, view)
}

/** Strokes the outline of one shape with the pen as it is. */
export function strokeShape(context: Context, shape: Shape, view: View): void {
  const corners = outlineOf(shape)
  if (shape.kind === 'point') {
    const [place] = corners
    if (place !== undefined) strokePoint(context, place, view)
    return
  }
  context.beginPath()
  for (const [at, [x, y]] of corners.entries()) {
    const screen = [x * view.scale + view.x, y * view.scale + view.y] as const
    if (at === 0) context.moveTo(...screen)
    else context.lineTo(...screen)
  }
  context.closePath()
  context.stroke()
}

/** CSS pixels from the middle of a point to its ring. */
export const POINT_RADIUS = 5

function strokePoint(context: Context, [x, y]: Point, view: View): void {
  const [atX, atY] = [x * view.scale + view.x, y * view.scale + view.y]
  context.beginPath()
  context.arc(atX, atY, POINT_RADIUS, 0, 2 * Math.PI)
  context.stroke()
  context.beginPath()
  context.arc(atX, atY, 0.5, 0, 2 * Math.PI)
  context.stroke()
}

/** One shape on its own with its casing: what is being drawn, or what the pointer is over. */
export function drawShape(context: Context, shape: Shape, view: View, colour: string, width = 2): void {
  context.strokeStyle = CASING
  context.lineWidth = width + 2
  strokeOne(context, shape, view)
  context.strokeStyle = colour
  context.lineWidth = width
  if (shape.label === null) context.setLineDash([4, 3])
  strokeOne(context, shape, view)
  context.setLineDash([])
}

/** The ring around a selected shape. */
export function drawRing(context: Context, shape: Shape, view: View): void {
  context.strokeStyle = WHITE
  if (shape.kind === 'box') {
    const [x, y, width, height] = screenBox(shape, view)
    context.lineWidth = 2
    context.strokeRect(x - 3, y - 3, width + 6, height + 6)
    return
  }
  context.lineWidth = 8
  context.lineJoin = 'round'
  strokeShape(context, shape, view)
  context.lineJoin = 'miter'
}

function strokeOne(context: Context, shape: Shape, view: View): void {
  if (shape.kind === 'box') context.strokeRect(...screenBox(shape, view))
  else strokeShape(context, shape, view)
}

function screenBox(
  { x, y, width, height }: Extract<Shape, { kind: 'box' }>,
  view: View
): [number, number, number, number] {
  const left = Math.round(x * view.scale + view.x)
  const top = Math.round(y * view.scale + view.y)
  return [
    left,
    top,
    Math.round((x + width) * view.scale + view.x) - left,
    Math.round((y + height) * view.scale + view.y) - top
  ]
}
