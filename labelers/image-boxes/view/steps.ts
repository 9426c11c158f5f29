import type { Command, Point, Shape } from '../schema.ts'
import { centreOf, turned } from './outline.ts'

export type Way = 'left' | 'right' | 'up' | 'down'

export const ways: readonly Way[] = ['left', 'right', 'up', 'down']

const directions: Readonly<Record<Way, Point>> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1]
}

/** A place one step further, `by` pixels. */
export function stepped([x, y]: Point, way: Way, by: number): Point {
  const [dx, dy] = directions[way]
  return [x + dx * by, y + dy * by]
}

/** Arrow keys on shapes: all of them move. */
export function nudge(shapes: readonly Shape[], way: Way, by: number): Command {
  const [dx, dy] = stepped([0, 0], way, by)
  return { type: 'shapes.move', ids: shapes.map(shape => shape.id), dx, dy }
}

/**
 * The side that an arrow names goes outwards by so many pixels, or inwards with a negative number; the opposite side stays
 * where it is. Boxes only; of a turned one the sides are called as they were before.
 */
export function sideMoved(shape: Shape, way: Way, by: number): Command | undefined {
  if (shape.kind !== 'box' && shape.kind !== 'rotated') return undefined
  const [dx, dy] = directions[way]
  const width = shape.width + Math.abs(dx) * by
  const height = shape.height + Math.abs(dy) * by
  if (width <= 0 || height <= 0) return undefined
  const [x, y] = centreOf(shape)
  const rotation = shape.kind === 'rotated' ? shape.rotation : 0
  const [middleX, middleY] = turned([x + (dx * by) / 2, y + (dy * by) / 2], [x, y], rotation)
  return {
    type: 'shape.resize',
    id: shape.id,
    x: middleX - width / 2,
    y: middleY - height / 2,
    width,
    height
  }
}

/** One corner of a polygon moved by an arrow key. */
export function cornerNudged(shape: Shape, corner: number, way: Way, by: number): Command | undefined {
  const at = shape.kind === 'polygon' ? shape.points[corner] : undefined
  if (shape.kind !== 'polygon' || at === undefined) return undefined
  return { type: 'shape.points', id: shape.id, points: shape.points.with(corner, stepped(at, way, by)) }
}

/** A new corner in the middle between one corner and the next. */
export function cornerAdded(shape: Shape, corner: number): Command | undefined {
  if (shape.kind !== 'polygon') return undefined
  const at = shape.points[corner]
  const next = shape.points[(corner + 1) % shape.points.length]
  if (at === undefined || next === undefined) return undefined
  const middle: Point = [Math.round((at[0] + next[0]) / 2), Math.round((at[1] + next[1]) / 2)]
  return { type: 'shape.points', id: shape.id, points: shape.points.toSpliced(corner + 1, 0, middle) }
}

/** A polygon without one of its corners, as long as three are left. */
export function cornerRemoved(shape: Shape, corner: number): Command | undefined {
  if (shape.kind !== 'polygon' || shape.points.length < 4) return undefined
  return { type: 'shape.points', id: shape.id, points: shape.points.toSpliced(corner, 1) }
}

/** The shape after the selected one, or before it; at the ends none, or with `round` the other end. */
export function shapeBeside(
  shapes: readonly Shape[],
  selected: readonly Shape[],
  by: 1 | -1,
  round: boolean
): Shape | undefined {
  const from = by === 1 ? selected.at(-1) : selected[0]
  const at = from === undefined ? -1 : shapes.indexOf(from)
  // From nowhere the first stop is what still lacks a label.
  if (at === -1) return shapes.find(shape => shape.label === null) ?? shapes.at(by === 1 ? 0 : -1)
  return shapes[at + by] ?? (round ? shapes.at(by === 1 ? 0 : -1) : undefined)
}
