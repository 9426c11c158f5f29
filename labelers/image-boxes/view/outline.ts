import type { Geometry, Point } from '../schema.ts'

/** The upright rectangle around something, in pixels of the image or of the screen. */
export interface Bounds {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

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

/** The corners of a shape in order: four of a box, however it is turned; one place of a point. */
export function cornersOf(shape: Geometry): readonly Point[] {
  if (shape.kind === 'polygon' || shape.kind === 'point') return shape.points
  const { x, y, width, height } = shape
  const corners: readonly Point[] = [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height]
  ]
  if (shape.kind === 'box' || shape.rotation === 0) return corners
  return corners.map(corner => turned(corner, centreOf(shape), shape.rotation))
}

/** Where a box before it is turned, and a turned one, have their middle. */
export function centreOf({ x, y, width, height }: Frame): Point {
  return [x + width / 2, y + height / 2]
}

export function boundsOf(shape: Geometry): Bounds {
  if (shape.kind === 'box')
    return { left: shape.x, top: shape.y, right: shape.x + shape.width, bottom: shape.y + shape.height }
  return around(cornersOf(shape))
}

export function around(points: readonly Point[]): Bounds {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of points) {
    if (x < left) left = x
    if (x > right) right = x
    if (y < top) top = y
    if (y > bottom) bottom = y
  }
  return { left, top, right, bottom }
}

/** The bounds of several; undefined for none. */
export function boundsOfAll(shapes: readonly Geometry[]): Bounds | undefined {
  if (shapes.length === 0) return undefined
  return around(
    shapes.flatMap(shape => {
      const { left, top, right, bottom } = boundsOf(shape)
      return [[left, top] as const, [right, bottom] as const]
    })
  )
}

export const overlaps = (a: Bounds, b: Bounds): boolean =>
  a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom

/** The area inside a shape, in square pixels; 0 for a point. The shoelace formula. */
export function areaOf(shape: Geometry): number {
  if (shape.kind === 'box' || shape.kind === 'rotated') return shape.width * shape.height
  const corners = cornersOf(shape)
  let twice = 0
  for (const [at, [x, y]] of corners.entries()) {
    const [nextX, nextY] = corners[(at + 1) % corners.length] ?? [x, y]
    twice += x * nextY - nextX * y
  }
  return Math.abs(twice) / 2
}

/** Whether a place lies inside a shape, by the even-odd rule. */
export function isInside(shape: Geometry, [x, y]: Point): boolean {
  if (shape.kind === 'box')
    return x >= shape.x && x <= shape.x + shape.width && y >= shape.y && y <= shape.y + shape.height
  const corners = cornersOf(shape)
  let inside = false
  for (const [at, [ax, ay]] of corners.entries()) {
    const [bx, by] = corners[(at + 1) % corners.length] ?? [ax, ay]
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
  }
  return inside
}

/** How far a place is from the nearest line of a shape, or from the point it is. */
export function distanceTo(shape: Geometry, place: Point): number {
  const corners = cornersOf(shape)
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
