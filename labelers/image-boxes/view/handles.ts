import type { Point, Shape } from '../schema.ts'
import { centreOf, type Frame, turned } from './outline.ts'

/** What of a shape can be taken hold of. `x` and `y` say which side a handle of a box moves: -1, 0 or 1. */
export type Handle =
  | { readonly kind: 'side'; readonly x: -1 | 0 | 1; readonly y: -1 | 0 | 1 }
  | { readonly kind: 'turn' }
  /** A corner of a polygon, or the one place of a point. */
  | { readonly kind: 'corner'; readonly index: number }
  /** The middle of a polygon's edge: dragged, it becomes a corner after `index`. */
  | { readonly kind: 'edge'; readonly index: number }

export interface PlacedHandle {
  readonly handle: Handle
  readonly at: Point
}

/** CSS pixels from the top edge of a rotated box to the handle that turns it. */
export const TURN_ARM = 22

const sides = [
  [-1, -1],
  [0, -1],
  [1, -1],
  [1, 0],
  [1, 1],
  [0, 1],
  [-1, 1],
  [-1, 0]
] as const

/**
 * The handles of a shape and where they are, in pixels of the image.
 * @param scale CSS pixels for one of the image: what is at a distance on the screen keeps it
 */
export function handlesOf(shape: Shape, scale: number): readonly PlacedHandle[] {
  if (shape.locked === true) return []
  if (shape.kind === 'point') return []
  if (shape.kind === 'polygon') return polygonHandles(shape.points)
  const centre = centreOf(shape)
  const rotation = shape.kind === 'rotated' ? shape.rotation : 0
  const at = (x: number, y: number): Point =>
    turned([centre[0] + (x * shape.width) / 2, centre[1] + (y * shape.height) / 2], centre, rotation)
  const onSides = sides.map(([x, y]) => ({ handle: { kind: 'side', x, y } as const, at: at(x, y) }))
  if (shape.kind === 'box') return onSides
  const above: Point = [centre[0], centre[1] - shape.height / 2 - TURN_ARM / scale]
  return [...onSides, { handle: { kind: 'turn' }, at: turned(above, centre, rotation) }]
}

function polygonHandles(points: readonly Point[]): readonly PlacedHandle[] {
  const corners = points.map((at, index) => ({ handle: { kind: 'corner', index } as const, at }))
  const edges = points.map((at, index) => {
    const next = points[(index + 1) % points.length] ?? at
    const middle: Point = [(at[0] + next[0]) / 2, (at[1] + next[1]) / 2]
    return { handle: { kind: 'edge', index } as const, at: middle }
  })
  return [...edges, ...corners]
}

/**
 * The handle nearest to a place, within reach of it.
 * @param reach pixels of the image
 */
export function handleAt(shape: Shape, place: Point, reach: number, scale: number): PlacedHandle | undefined {
  let found: PlacedHandle | undefined
  let nearest = reach
  for (const placed of handlesOf(shape, scale)) {
    const distance = Math.max(Math.abs(placed.at[0] - place[0]), Math.abs(placed.at[1] - place[1]))
    if (distance > nearest) continue
    nearest = distance
    found = placed
  }
  return found
}

/**
 * The frame after one of its handles was dragged to a place. What is opposite stays where it is, also when the box is
 * turned. Negative sizes mean that it was dragged over the other side.
 */
export function resized(frame: Frame, rotation: number, side: { x: number; y: number }, to: Point): Frame {
  const centre = centreOf(frame)
  const [x, y] = turned(to, centre, -rotation)
  const left = side.x === -1 ? x : frame.x
  const right = side.x === 1 ? x : frame.x + frame.width
  const top = side.y === -1 ? y : frame.y
  const bottom = side.y === 1 ? y : frame.y + frame.height
  // Its middle moved, and turning is about the middle.
  const middle = turned([(left + right) / 2, (top + bottom) / 2], centre, rotation)
  const [width, height] = [right - left, bottom - top]
  return { x: middle[0] - width / 2, y: middle[1] - height / 2, width, height }
}

/** Degrees by which a box is turned when the handle above it is dragged to a place; whole ones, or steps of 15. */
export function rotationTowards(frame: Frame, to: Point, inSteps: boolean): number {
  const [x, y] = centreOf(frame)
  const degrees = (Math.atan2(to[0] - x, y - to[1]) * 180) / Math.PI
  const step = inSteps ? 15 : 1
  return (((Math.round(degrees / step) * step) % 360) + 360) % 360
}

/** The pointer that says what a handle does, whichever way the box is turned. */
export function cursorOf(handle: Handle, shape: Shape): string {
  if (handle.kind === 'turn') return 'grab'
  if (handle.kind !== 'side') return handle.kind === 'corner' ? 'move' : 'copy'
  const rotation = shape.kind === 'rotated' ? shape.rotation : 0
  const degrees = (Math.atan2(handle.y, handle.x) * 180) / Math.PI + rotation
  return (['ew-resize', 'nwse-resize', 'ns-resize', 'nesw-resize'] as const)[
    ((Math.round(degrees / 45) % 4) + 4) % 4
  ] as string
}
