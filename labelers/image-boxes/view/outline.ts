import { around, type Extent, extentOf, outlineOf } from '../geometry.ts'
import type { Geometry, Point } from '../schema.ts'

/** A box before it is turned. */
export interface Frame {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A place turned clockwise, as seen, about another. Degrees. */
export function turned([x, y]: Point, about: Point, degrees: number): Point {
  const angle = (degrees * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const [dx, dy] = [x - about[0], y - about[1]]
  return [about[0] + dx * cos - dy * sin, about[1] + dx * sin + dy * cos]
}

/** Where a box before it is turned, and a turned one, have their middle. */
export function centreOf({ x, y, width, height }: Frame): Point {
  return [x + width / 2, y + height / 2]
}

/** The extent of several; undefined for none. */
export function extentOfAll(shapes: readonly Geometry[]): Extent | undefined {
  if (shapes.length === 0) return undefined
  return around(
    shapes.flatMap(shape => {
      const { left, top, right, bottom } = extentOf(shape)
      return [[left, top] as const, [right, bottom] as const]
    })
  )
}

export const overlaps = (a: Extent, b: Extent): boolean =>
  a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom

/** Whether a place lies inside a shape, by the even-odd rule. */
export function isInside(shape: Geometry, [x, y]: Point): boolean {
  if (shape.kind === 'box')
    return x >= shape.x && x <= shape.x + shape.width && y >= shape.y && y <= shape.y + shape.height
  const corners = outlineOf(shape)
  let inside = false
  for (const [at, [ax, ay]] of corners.entries()) {
    const [bx, by] = corners[(at + 1) % corners.length] ?? [ax, ay]
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
  }
  return inside
}

/** How far a place is from the nearest line of a shape, or from the point it is. */
export function distanceTo(shape: Geometry, place: Point): number {
  const corners = outlineOf(shape)
  let nearest = Infinity
  for (const [at, corner] of corners.entries())
    nearest = Math.min(nearest, distanceToLine(place, corner, corners[(at + 1) % corners.length] ?? corner))
  return nearest
}

/** How far a place is from the stretch between two others. */
export function distanceToLine([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length))
  return Math.hypot(x - ax - along * dx, y - ay - along * dy)
}
