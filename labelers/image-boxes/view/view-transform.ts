import type { Size } from '../image-size.ts'
import type { Point } from '../schema.ts'
import type { Extent } from '../geometry.ts'

/** Which part of the image is seen: a place on the screen is `image place × scale + (x, y)`, in CSS pixels of the canvas. */
export interface View {
  readonly scale: number
  readonly x: number
  readonly y: number
}

/** CSS pixels left free around a fitted image, so that tags and handles at its edge can be seen. */
const MARGIN = 24
/** At most this many CSS pixels for one of the image. */
const LARGEST = 40
/** However far the view is moved, this much of the image stays in sight. */
const KEPT = 48
export const ZOOM_STEP = 1.25

export const toScreen = (view: View, [x, y]: Point): Point => [
  x * view.scale + view.x,
  y * view.scale + view.y
]
export const toImage = (view: View, [x, y]: Point): Point => [
  (x - view.x) / view.scale,
  (y - view.y) / view.scale
]

/** The whole image in the middle of the canvas. A small one is enlarged, to four times its size at most. */
export function fitted(image: Size, canvas: Size): View {
  const room = (side: number) => Math.max(side - 2 * MARGIN, side / 2, 1)
  const scale = Math.min(room(canvas.width) / image.width, room(canvas.height) / image.height, 4)
  return centred(image, canvas, scale, [image.width / 2, image.height / 2])
}

/** The same scale, or another, with one place of the image in the middle of the canvas. */
export function centred(image: Size, canvas: Size, scale: number, [x, y]: Point): View {
  const within = limited(scale, image, canvas)
  return kept(
    { scale: within, x: canvas.width / 2 - x * within, y: canvas.height / 2 - y * within },
    image,
    canvas
  )
}

/** Nearer by a factor, or further away, the place under the pointer staying where it is. */
export function zoomed(view: View, factor: number, at: Point, image: Size, canvas: Size): View {
  const scale = limited(view.scale * factor, image, canvas)
  const [x, y] = toImage(view, at)
  return kept({ scale, x: at[0] - x * scale, y: at[1] - y * scale }, image, canvas)
}

export function moved(view: View, dx: number, dy: number, image: Size, canvas: Size): View {
  return kept({ ...view, x: view.x + dx, y: view.y + dy }, image, canvas)
}

/** A part of the image as large as a third of the canvas, so that what is around it is seen too. Never further away than fitted. */
export function closeUp(part: Extent, image: Size, canvas: Size): View {
  const [width, height] = [Math.max(part.right - part.left, 8), Math.max(part.bottom - part.top, 8)]
  const scale = Math.min(canvas.width / width, canvas.height / height) / 3
  const least = fitted(image, canvas).scale
  return centred(image, canvas, Math.max(Math.min(scale, 8), least), [
    (part.left + part.right) / 2,
    (part.top + part.bottom) / 2
  ])
}

/** The view moved as little as it takes to bring a part of the image into sight; the same one where it is. */
export function revealing(view: View, part: Extent, image: Size, canvas: Size): View {
  const [left, top] = toScreen(view, [part.left, part.top])
  const [right, bottom] = toScreen(view, [part.right, part.bottom])
  const dx = shift(left, right, canvas.width)
  const dy = shift(top, bottom, canvas.height)
  return dx === 0 && dy === 0 ? view : moved(view, dx, dy, image, canvas)
}

/** What of the image can be seen. May reach over its edges. */
export function inSight(view: View, canvas: Size): Extent {
  const [left, top] = toImage(view, [0, 0])
  const [right, bottom] = toImage(view, [canvas.width, canvas.height])
  return { left, top, right, bottom }
}

function shift(from: number, to: number, room: number): number {
  const free = Math.min(MARGIN, room / 4)
  if (to - from > room - 2 * free) {
    // Larger than the canvas: enough that some of it is there.
    if (to < free * 2) return free * 2 - to
    return from > room - free * 2 ? room - free * 2 - from : 0
  }
  if (from < free) return free - from
  return to > room - free ? room - free - to : 0
}

function limited(scale: number, image: Size, canvas: Size): number {
  const least = Math.min(canvas.width / image.width, canvas.height / image.height, 1) / 4
  return Math.min(Math.max(scale, least), LARGEST)
}

function kept(view: View, image: Size, canvas: Size): View {
  const side = (at: number, length: number, room: number) => {
    const least = Math.min(KEPT, length, room)
    return Math.min(Math.max(at, least - length), room - least)
  }
  return {
    scale: view.scale,
    x: side(view.x, image.width * view.scale, canvas.width),
    y: side(view.y, image.height * view.scale, canvas.height)
  }
}
