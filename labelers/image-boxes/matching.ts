import { bestAssignment } from '../kit/assignment.ts'
import { type Extent, extentOf } from './geometry.ts'
import type { Size } from './image-size.ts'
import { overlapOf } from './overlap.ts'
import type { Shape } from './schema.ts'

/** Two shapes of two answers that mean the same thing, and how well they lie on each other, 0.5 to 1. */
export interface Pair {
  readonly a: Shape
  readonly b: Shape
  readonly overlap: number
}

/** Shapes closer than this mean the same thing: IoU, or for points what `closeness` makes of their distance. */
const THRESHOLD = 0.5

/**
 * Pairs shapes of one label: as many pairs as there can be, and of those the ones that overlap most.
 * Only shapes that overlap enough can be paired, so each group of them is settled by itself: ten thousand shapes are
 * many small assignments.
 */
export function pairsOf(a: readonly Shape[], b: readonly Shape[], size: Size | undefined): readonly Pair[] {
  const close = closePairs(a, b, size)
  return groupsOf(close).flatMap(group => settled(group))
}

function closePairs(a: readonly Shape[], b: readonly Shape[], size: Size | undefined): readonly Pair[] {
  const reach = reachOf(size)
  const placed = (shapes: readonly Shape[]) =>
    shapes
      .map(shape => ({ shape, extent: widened(extentOf(shape), shape.kind === 'point' ? reach : 0) }))
      .sort((one, other) => one.extent.left - other.extent.left)
  const others = placed(b)
  const pairs: Pair[] = []
  for (const { shape, extent } of placed(a)) {
    for (const other of others) {
      if (other.extent.left > extent.right) break
      if (other.shape.label !== shape.label || apart(extent, other.extent)) continue
      const overlap = closeness(shape, other.shape, reach)
      if (overlap >= THRESHOLD) pairs.push({ a: shape, b: other.shape, overlap })
    }
  }
  return pairs
}

/** Points 1 % of the image's diagonal apart still mean the same thing. */
function reachOf(size: Size | undefined): number {
  return size === undefined ? 10 : Math.hypot(size.width, size.height) / 100
}

function closeness(a: Shape, b: Shape, reach: number): number {
  if (a.kind !== 'point' || b.kind !== 'point') return overlapOf(a, b)
  const [[x = 0, y = 0] = [], [otherX = 0, otherY = 0] = []] = [a.points[0], b.points[0]]
  return 1 - (Math.hypot(x - otherX, y - otherY) / reach) * (1 - THRESHOLD)
}

const widened = ({ left, top, right, bottom }: Extent, by: number): Extent => ({
  left: left - by,
  top: top - by,
  right: right + by,
  bottom: bottom + by
})

const apart = (a: Extent, b: Extent): boolean =>
  a.right < b.left || b.right < a.left || a.bottom < b.top || b.bottom < a.top

/** Pairs that share a shape, directly or through others, together. */
function groupsOf(pairs: readonly Pair[]): readonly (readonly Pair[])[] {
  const parent = new Map<Shape, Shape>()
  const root = (shape: Shape): Shape => {
    let top = shape
    for (let up = parent.get(top); up !== undefined && up !== top; up = parent.get(top)) top = up
    parent.set(shape, top)
    return top
  }
  for (const { a, b } of pairs) parent.set(root(a), root(b))
  const groups = new Map<Shape, Pair[]>()
  for (const pair of pairs) {
    const group = groups.get(root(pair.a))
    if (group === undefined) groups.set(root(pair.a), [pair])
    else group.push(pair)
  }
  return [...groups.values()]
}

function settled(group: readonly Pair[]): readonly Pair[] {
  const [only, ...more] = group
  if (only === undefined || more.length === 0) return group
  const rows = [...new Set(group.map(pair => pair.a))]
  const columns = [...new Set(group.map(pair => pair.b))]
  const pairAt = new Map(rows.map(row => [row, new Map<Shape, Pair>()]))
  for (const pair of group) pairAt.get(pair.a)?.set(pair.b, pair)
  // One more pair outweighs any gain in overlap.
  const one = Math.min(rows.length, columns.length) + 1
  const weights = rows.map(row =>
    columns.map(column => {
      const pair = pairAt.get(row)?.get(column)
      return pair === undefined ? 0 : one + pair.overlap
    })
  )
  return bestAssignment(weights).flatMap((column, row) => {
    const [a, b] = [rows[row], column === undefined ? undefined : columns[column]]
    const pair = a === undefined || b === undefined ? undefined : pairAt.get(a)?.get(b)
    return pair ?? []
  })
}
