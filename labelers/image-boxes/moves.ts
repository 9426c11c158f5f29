import { around, extentOf, movedBy, outlineOf, turnOf } from './geometry.ts'
import type { Config, Point, Shape } from './schema.ts'
import { allowedMove, clipped, type Limits, pushedIn, resizedBox, resizedRotated } from './within-image.ts'

/** All of them together; locked ones stay. The same list when nothing moves. */
export function moved(
  shapes: readonly Shape[],
  { ids, dx, dy }: { readonly ids: readonly string[]; readonly dx: number; readonly dy: number },
  { size }: Limits
): readonly Shape[] {
  const wanted = new Set(ids)
  const moving = new Set(shapes.filter(shape => wanted.has(shape.id) && shape.locked !== true))
  if (moving.size === 0 || !Number.isFinite(dx) || !Number.isFinite(dy)) return shapes
  const extents = [...moving].map(extentOf)
  const { left, top, right, bottom } = around(
    extents.flatMap((each): Point[] => [
      [each.left, each.top],
      [each.right, each.bottom]
    ])
  )
  const x = allowedMove(dx, left, right, size.width)
  const y = allowedMove(dy, top, bottom, size.height)
  if (x === 0 && y === 0) return shapes
  const next = shapes.map(shape => (moving.has(shape) ? movedBy(shape, x, y) : shape))
  // A move too short for the numbers it is added to moves nothing.
  const same = next.every((shape, at) => shape === shapes[at] || isInPlace(shape, shapes[at]))
  return same ? shapes : next
}

function isInPlace(shape: Shape, was: Shape | undefined): boolean {
  return was !== undefined && samePoints(outlineOf(shape), outlineOf(was))
}

/** The same shape where the frame is no frame, or where nothing changes; polygons and points have none. */
export function resized(
  shape: Shape,
  wanted: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  limits: Limits
): Shape {
  const { x, y, width, height } = wanted
  if (![x, y, width, height].every(Number.isFinite)) return shape
  const frame =
    shape.kind === 'box'
      ? resizedBox(shape, { x, y, width, height }, limits)
      : shape.kind === 'rotated'
        ? resizedRotated(shape, { x, y, width, height }, limits)
        : undefined
  if (frame === undefined || (shape.kind !== 'box' && shape.kind !== 'rotated')) return shape
  const same = (['x', 'y', 'width', 'height'] as const).every(side => shape[side] === frame[side])
  return same ? shape : { ...shape, ...frame }
}

/** The same shape where the points do not make one of its kind. */
export function repointed(shape: Shape, points: readonly Point[], limits: Limits): Shape {
  if (shape.kind !== 'polygon' && shape.kind !== 'point') return shape
  if (!points.every(([x, y]) => Number.isFinite(x) && Number.isFinite(y))) return shape
  const placed = clipped({ kind: shape.kind, points: [...points] }, limits)
  if (placed === undefined || samePoints(outlineOf(shape), outlineOf(placed))) return shape
  return { ...shape, points: [...outlineOf(placed)] }
}

function samePoints(a: readonly Point[], b: readonly Point[]): boolean {
  return a.length === b.length && a.every(([x, y], at) => x === b[at]?.[0] && y === b[at]?.[1])
}

/** Turned about its centre, and pushed back where its corners reach over the edge; as it was where it cannot fit. */
export function rotated(shape: Shape, degrees: number, { size }: Limits, config: Config): Shape {
  if (!Number.isFinite(degrees)) return shape
  const rotation = turnOf(degrees)
  if (shape.kind === 'box' && (rotation === 0 || !config.shapes.includes('rotated'))) return shape
  if (shape.kind === 'polygon' || shape.kind === 'point') return shape
  if (shape.kind === 'rotated' && shape.rotation === rotation) return shape
  return pushedIn({ ...shape, kind: 'rotated', rotation }, size) ?? shape
}
