import type { Size } from '../image-size.ts'
import type { Scene } from './scene.ts'
import type { View } from './view-transform.ts'

/** What was drawn last of the shapes that rest. */
export interface Drawn {
  readonly scene: Scene
  readonly view: View
  /** CSS pixels that were drawn beyond the canvas, on each side. */
  readonly ahead: Size
  /** Tags stand where they can be seen from here: they are not drawn ahead, and not moved with the shapes. */
  readonly isTagged: boolean
}

/** Where what is drawn has to be put, from the corner of the canvas, in CSS pixels. */
export interface Shift {
  readonly x: number
  readonly y: number
  readonly scale: number
}

export const nothingAhead: Size = { width: 0, height: 0 }
export const unmoved: Shift = { x: 0, y: 0, scale: 1 }

/** How much larger or smaller than drawn lines may be while they move: nobody sees it then. */
const STRETCHED = 1.15

/**
 * How far to draw beyond the canvas, so that the next frames only have to move what is drawn: a quarter of it where the view
 * is moved, half as much where it goes further away, nothing where it comes nearer.
 */
export function aheadOf(canvas: Size, before: View, view: View): Size {
  if (view.scale > before.scale) return nothingAhead
  const parts = view.scale === before.scale ? 4 : 8
  return { width: Math.ceil(canvas.width / parts), height: Math.ceil(canvas.height / parts) }
}

/** The canvas with what is drawn beyond it. */
export function grown({ width, height }: Size, ahead: Size): Size {
  return { width: width + 2 * ahead.width, height: height + 2 * ahead.height }
}

/**
 * What has to be done with what is drawn to show the same shapes in this view; undefined where it does not reach, or would
 * be stretched too far. Where it is only moved, by whole pixels of the screen, so that lines stay sharp.
 * @param ratio pixels of the screen for one CSS pixel
 */
export function shiftTo(drawn: Drawn, view: View, canvas: Size, ratio: number): Shift | undefined {
  const scale = view.scale / drawn.view.scale
  if (scale > STRETCHED || scale < 1 / STRETCHED) return undefined
  const onPixel = (place: number) => (scale === 1 ? Math.round(place * ratio) / ratio : place)
  const x = onPixel(view.x - drawn.view.x * scale)
  const y = onPixel(view.y - drawn.view.y * scale)
  const { ahead } = drawn
  const reaches =
    covers(x - ahead.width * scale, x + (canvas.width + ahead.width) * scale, canvas.width) &&
    covers(y - ahead.height * scale, y + (canvas.height + ahead.height) * scale, canvas.height)
  return reaches ? { x, y, scale } : undefined
}

/** Less than a pixel at the edge is not missed. */
const covers = (from: number, to: number, length: number) => from < 1 && to > length - 1
