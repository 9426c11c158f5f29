import { decimalDifference, decimalSum, shortestWithin } from '../../kit/decimal.ts'
import { turnOf } from '../geometry.ts'
import type { Geometry, Point } from '../schema.ts'

/** The edges of a box as text: what was added can be taken away again without a difference. */
export function edgesOf({
  x,
  y,
  width,
  height
}: {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}): { readonly left: string; readonly top: string; readonly right: string; readonly bottom: string } {
  return {
    left: decimalSum(x, 0),
    top: decimalSum(y, 0),
    right: decimalSum(x, width),
    bottom: decimalSum(y, height)
  }
}

/** A box between two corners, whichever they are. */
export function boxBetween(
  a: readonly [string, string],
  b: readonly [string, string]
): Extract<Geometry, { kind: 'box' }> {
  const [left, right] = Number(a[0]) <= Number(b[0]) ? [a[0], b[0]] : [b[0], a[0]]
  const [top, bottom] = Number(a[1]) <= Number(b[1]) ? [a[1], b[1]] : [b[1], a[1]]
  return {
    kind: 'box',
    x: Number(left),
    y: Number(top),
    width: Number(decimalDifference(right, left)),
    height: Number(decimalDifference(bottom, top))
  }
}

/** How far corners of a rectangle may be from where they should, in pixels, where a file rounds them. */
const SLANT = 0.01

/**
 * What four corners in order are: an upright box, a rotated box, or else a polygon. `off` is how far the numbers of the
 * file can be from what was meant.
 */
export function quadrangle(points: readonly [Point, Point, Point, Point], off = 1e-6): Geometry {
  const [a, b, c, d] = points
  const slant = Math.max(SLANT, 4 * off)
  const centre: Point = [(a[0] + c[0]) / 2, (a[1] + c[1]) / 2]
  const same = Math.hypot(centre[0] - (b[0] + d[0]) / 2, centre[1] - (b[1] + d[1]) / 2) <= slant
  const across = Math.hypot(b[0] - a[0], b[1] - a[1])
  const down = Math.hypot(c[0] - b[0], c[1] - b[1])
  const diagonals = Math.abs(Math.hypot(c[0] - a[0], c[1] - a[1]) - Math.hypot(d[0] - b[0], d[1] - b[1]))
  if (!same || diagonals > slant || across === 0 || down === 0)
    return { kind: 'polygon', points: [a, b, c, d] }
  const short = (value: number, error = off) => shortestWithin(value, error)
  const upright = [a, b, c, d].every((point, at) => {
    const next = points[(at + 1) % 4] ?? point
    return Math.min(Math.abs(point[0] - next[0]), Math.abs(point[1] - next[1])) <= off
  })
  if (upright) {
    const xs = points.map(point => short(point[0]))
    const ys = points.map(point => short(point[1]))
    const text = (pick: (...values: number[]) => number): [string, string] => [
      String(pick(...xs)),
      String(pick(...ys))
    ]
    return boxBetween(text(Math.min), text(Math.max))
  }
  // Corners that go round against the clock are those of a mirrored box: its first side is the one down.
  const clockwise = (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0]) > 0
  const [first, width, height] = clockwise ? [b, across, down] : [d, down, across]
  const degrees = (Math.atan2(first[1] - a[1], first[0] - a[0]) * 180) / Math.PI
  const rotation = turnOf(short(turnOf(degrees), Math.max(1e-6, (off / Math.max(width, height)) * 60)))
  const [w, h] = [short(width, off * 2), short(height, off * 2)]
  return {
    kind: 'rotated',
    x: short(centre[0] - w / 2, off * 2),
    y: short(centre[1] - h / 2, off * 2),
    width: w,
    height: h,
    rotation
  }
}
