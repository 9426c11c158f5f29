import type { Size } from '../image-size.ts'
import type { Point, Shape } from '../schema.ts'
import { extentOfAll } from './outline.ts'

/** CSS pixels from the edge of the image within which what is drawn or dragged goes to the edge. */
export const SNAP = 6

/**
 * A place for something drawn by hand: whole pixels, inside the image, at its edge when close to it.
 * @param reach pixels of the image that count as close
 */
export function placed([x, y]: Point, image: Size, reach: number): Point {
  return [onto(x, image.width, reach), onto(y, image.height, reach)]
}

function onto(at: number, length: number, reach: number): number {
  if (at <= reach) return 0
  return at >= length - reach ? length : Math.round(at)
}

/** How far shapes move when they are dragged: whole pixels, and to the edge of the image when they come close to it. */
export function dragged(
  shapes: readonly Shape[],
  from: Point,
  to: Point,
  image: Size,
  reach: number
): { readonly dx: number; readonly dy: number } {
  const bounds = extentOfAll(shapes)
  if (bounds === undefined) return { dx: 0, dy: 0 }
  const along = (by: number, low: number, high: number, length: number) => {
    if (Math.abs(low + by) <= reach) return -low
    return Math.abs(high + by - length) <= reach ? length - high : Math.round(by)
  }
  return {
    dx: to[0] === from[0] ? 0 : along(to[0] - from[0], bounds.left, bounds.right, image.width),
    dy: to[1] === from[1] ? 0 : along(to[1] - from[1], bounds.top, bounds.bottom, image.height)
  }
}
