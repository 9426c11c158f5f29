import type { Geometry, Point, RotatedShape } from './schema.ts'

/** The upright rectangle around a shape, in pixels of the image. */
export interface Extent {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

type Turned = Pick<RotatedShape, 'x' | 'y' | 'width' | 'height' | 'rotation'>

/** The corners of a rotated box: of the unturned box from the top left clockwise, each turned about its centre. */
export function cornersOf({ x, y, width, height, rotation }: Turned): readonly [Point, Point, Point, Point] {
  const [cos, sin] = [cosine(rotation), cosine(rotation - 90)]
  const [centreX, centreY] = [x + width / 2, y + height / 2]
  const turned = (dx: number, dy: number): Point => [
    centreX + dx * cos - dy * sin,
    centreY + dx * sin + dy * cos
  ]
  const [across, down] = [width / 2, height / 2]
  return [turned(-across, -down), turned(across, -down), turned(across, down), turned(-across, down)]
}

/** Exact where people look: at quarter turns. */
function cosine(degrees: number): number {
  const turn = ((degrees % 360) + 360) % 360
  if (turn === 90 || turn === 270) return 0
  if (turn === 0) return 1
  return turn === 180 ? -1 : Math.cos((turn * Math.PI) / 180)
}

/** A shape as its corners, clockwise for boxes; a point has one. */
export function outlineOf(shape: Geometry): readonly Point[] {
  switch (shape.kind) {
    case 'box': {
      const { x, y, width, height } = shape
      return [
        [x, y],
        [x + width, y],
        [x + width, y + height],
        [x, y + height]
      ]
    }
    case 'rotated':
      return cornersOf(shape)
    case 'polygon':
    case 'point':
      return shape.points
  }
}

export function extentOf(shape: Geometry): Extent {
  // Of ten thousand boxes it is asked with every move of the pointer.
  if (shape.kind === 'box')
    return { left: shape.x, top: shape.y, right: shape.x + shape.width, bottom: shape.y + shape.height }
  return around(outlineOf(shape))
}

/** The extent of several points; of none it is turned inside out. */
export function around(points: readonly Point[]): Extent {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of points) {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x)
    bottom = Math.max(bottom, y)
  }
  return { left, top, right, bottom }
}

/** Square pixels inside a closed outline. Where it crosses itself, parts that are gone round the other way count against the rest. */
export function areaWithin(outline: readonly Point[]): number {
  let twice = 0
  for (const [at, [x, y]] of outline.entries()) {
    const [nextX, nextY] = outline[(at + 1) % outline.length] ?? [x, y]
    twice += x * nextY - nextX * y
  }
  return Math.abs(twice) / 2
}

/** Square pixels of a shape; a point has none. */
export function areaOf(shape: Geometry): number {
  if (shape.kind === 'box' || shape.kind === 'rotated') return shape.width * shape.height
  return areaWithin(shape.points)
}

/** What a shape is, where it is, and nothing else of it. */
export function geometryOf(shape: Geometry): Geometry {
  switch (shape.kind) {
    case 'box':
      return { kind: 'box', x: shape.x, y: shape.y, width: shape.width, height: shape.height }
    case 'rotated': {
      const { x, y, width, height, rotation } = shape
      return { kind: 'rotated', x, y, width, height, rotation }
    }
    case 'polygon':
      return { kind: 'polygon', points: shape.points }
    case 'point':
      return { kind: 'point', points: shape.points }
  }
}

/** The same shape elsewhere. */
export function movedBy<S extends Geometry>(shape: S, dx: number, dy: number): S {
  if (shape.kind === 'box' || shape.kind === 'rotated') return { ...shape, x: shape.x + dx, y: shape.y + dy }
  return { ...shape, points: shape.points.map(([x, y]): Point => [x + dx, y + dy]) }
}

/** Degrees brought to 0 up to below 360. */
export function turnOf(degrees: number): number {
  // The second remainder takes 360 itself, which rounding makes of the smallest negative turns.
  return (((degrees % 360) + 360) % 360) + 0
}
