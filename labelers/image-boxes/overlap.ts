import { areaWithin, extentOf, outlineOf } from './geometry.ts'
import type { Geometry, Point } from './schema.ts'

/*
 * Intersection over union of two shapes, exact for any two outlines that do not cross themselves: upright boxes by their
 * sides; where one is convex, the other is cut along its edges (Sutherland and Hodgman, 1974); two polygons as the sum
 * over their triangles, those that lie outside counting against the others.
 */

/** 0 to 1. Shapes without area, and points, overlap nothing. */
export function overlapOf(a: Geometry, b: Geometry): number {
  const common = commonArea(a, b)
  const all = areaOfOutline(a) + areaOfOutline(b) - common
  return common > 0 && all > 0 ? Math.min(1, common / all) : 0
}

const areaOfOutline = (shape: Geometry): number => (shape.kind === 'point' ? 0 : areaWithin(outlineOf(shape)))

function commonArea(a: Geometry, b: Geometry): number {
  if (a.kind === 'point' || b.kind === 'point') return 0
  const [one, other] = [extentOf(a), extentOf(b)]
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left)
  const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
  if (across <= 0 || down <= 0) return 0
  if (a.kind === 'box' && b.kind === 'box') return across * down
  if (a.kind !== 'polygon') return Math.abs(signedArea(cut(outlineOf(b), outlineOf(a))))
  if (b.kind !== 'polygon') return Math.abs(signedArea(cut(outlineOf(a), outlineOf(b))))
  const sum = trianglesOf(a.points).reduce(
    (total, first) =>
      total +
      trianglesOf(b.points).reduce(
        (part, second) =>
          part + first.sign * second.sign * Math.abs(signedArea(cut(first.corners, second.corners))),
        0
      ),
    0
  )
  return Math.abs(sum)
}

/** The fan of triangles from the first corner; `sign` says which way round each goes. */
function trianglesOf(
  outline: readonly Point[]
): { readonly corners: readonly Point[]; readonly sign: number }[] {
  const [first, ...rest] = outline
  return rest.flatMap((second, at) => {
    const third = rest[at + 1]
    if (first === undefined || third === undefined) return []
    const corners = [first, second, third]
    const sign = Math.sign(signedArea(corners))
    return sign === 0 ? [] : [{ corners, sign }]
  })
}

/** The part of an outline inside a convex one; edges it runs back along have no area. */
function cut(outline: readonly Point[], convex: readonly Point[]): readonly Point[] {
  const around = signedArea(convex) < 0 ? convex.toReversed() : convex
  let left = outline
  for (const [at, from] of around.entries()) {
    const to = around[(at + 1) % around.length] ?? from
    left = cutAlong(left, from, to)
  }
  return left
}

/** What lies on the inner side of the line from one point to another. */
function cutAlong(outline: readonly Point[], from: Point, to: Point): readonly Point[] {
  const side = ([x, y]: Point) => (to[0] - from[0]) * (y - from[1]) - (to[1] - from[1]) * (x - from[0])
  return outline.flatMap((point, at) => {
    const before = outline.at(at - 1) ?? point
    const [here, there] = [side(point), side(before)]
    const crossing: Point[] =
      here >= 0 === there >= 0 ? [] : [onTheWay(before, point, there / (there - here))]
    return here >= 0 ? [...crossing, point] : crossing
  })
}

const onTheWay = (from: Point, to: Point, share: number): Point => [
  from[0] + (to[0] - from[0]) * share,
  from[1] + (to[1] - from[1]) * share
]

function signedArea(outline: readonly Point[]): number {
  let twice = 0
  for (const [at, [x, y]] of outline.entries()) {
    const [nextX, nextY] = outline[(at + 1) % outline.length] ?? [x, y]
    twice += x * nextY - nextX * y
  }
  return twice / 2
}
