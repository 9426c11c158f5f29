import type { Size } from './image-size.ts'
import { areaWithin, around, cornersOf, type Extent, extentOf, movedBy, turnOf } from './geometry.ts'
import type { BoxShape, Geometry, Point, RotatedShape } from './schema.ts'

/*
 * How drawn shapes are kept inside the image and above the smallest size. Where the size of the image is not known,
 * it is taken to be larger than any image is.
 */

/** What counts as rounding, in pixels: no shape is called outside for less. */
export const ROUNDING = 1e-6

const BOUNDLESS: Size = { width: 2 ** 31, height: 2 ** 31 }

/** Square pixels of a polygon: less is a line, and rounding could take it away. */
const LEAST_AREA = 0.01

export interface Limits {
  readonly size: Size
  /** No side of a shape is shorter, in pixels. */
  readonly across: number
  readonly down: number
}

/** An image smaller than the smallest size is itself the smallest. */
export function limitsOf(size: Size = BOUNDLESS, minSize: number): Limits {
  return { size, across: Math.min(minSize, size.width), down: Math.min(minSize, size.height) }
}

export function isWithin(extent: Extent, { width, height }: Size): boolean {
  return (
    extent.left >= -ROUNDING &&
    extent.top >= -ROUNDING &&
    extent.right <= width + ROUNDING &&
    extent.bottom <= height + ROUNDING
  )
}

/** With what lies outside cut off. Undefined where too little is left, or where a rotated box cannot be cut. */
export function clipped(shape: Geometry, limits: Limits): Geometry | undefined {
  switch (shape.kind) {
    case 'box': {
      const box = clippedBox(upright(shape), limits.size)
      return box.width >= limits.across && box.height >= limits.down ? { kind: 'box', ...box } : undefined
    }
    case 'rotated': {
      const turned = { ...upright(shape), kind: shape.kind, rotation: turnOf(shape.rotation) }
      const big = turned.width >= limits.across && turned.height >= limits.down
      return big ? pushedIn(turned, limits.size) : undefined
    }
    case 'polygon':
      return clippedPolygon(shape.points, limits)
    case 'point': {
      const [place] = shape.points
      return place === undefined || shape.points.length > 1
        ? undefined
        : { kind: 'point', points: [held(place, limits.size)] }
    }
  }
}

/** Moved into the image as a whole. Undefined where it is larger than the image. */
export function pushedIn<S extends Geometry>(shape: S, size: Size): S | undefined {
  let pushed = shape
  // Once is not enough from very far away, where numbers are further apart than what counts as rounding.
  for (let tries = 0; tries < 3; tries++) {
    const extent = extentOf(pushed)
    if (isWithin(extent, size)) return pushed
    const dx = push(extent.left, extent.right, size.width)
    const dy = push(extent.top, extent.bottom, size.height)
    if (dx === undefined || dy === undefined) return undefined
    pushed = movedBy(pushed, dx, dy)
  }
  return isWithin(extentOf(pushed), size) ? pushed : undefined
}

function push(from: number, to: number, length: number): number | undefined {
  if (to - from > length + ROUNDING) return undefined
  if (from < 0) return -from
  return to > length ? length - to : 0
}

/** How much of a move along one side the edges allow; where it is too large to fit at all, none. */
export function allowedMove(wanted: number, from: number, to: number, length: number): number {
  if (to - from > length) return 0
  return Math.max(-from, Math.min(wanted, length - to)) + 0
}

type Frame = Pick<BoxShape, 'x' | 'y' | 'width' | 'height'>

/** A new frame for a box: held to the image, and to the smallest size at the side that stayed where it was. */
export function resizedBox(now: Frame, wanted: Frame, { size, across, down }: Limits): Frame {
  const box = clippedBox(upright(wanted), size)
  const [x, width] = atLeast(across, box.x, box.width, now.x)
  const [y, height] = atLeast(down, box.y, box.height, now.y)
  // What grew over the edge of the image goes back from it.
  return {
    x: backFromEdge(x, width, size.width),
    y: backFromEdge(y, height, size.height),
    width,
    height
  }
}

function backFromEdge(from: number, extent: number, length: number): number {
  return from < 0 ? 0 : from + extent > length ? length - extent : from
}

/** As far towards the new frame as the image lets its corners go. Undefined where that is nowhere. */
export function resizedRotated(now: RotatedShape, wanted: Frame, limits: Limits): Frame | undefined {
  const flat = upright(wanted)
  const [x, width] = atLeast(limits.across, flat.x, flat.width, now.x)
  const [y, height] = atLeast(limits.down, flat.y, flat.height, now.y)
  // Corners move in straight lines as the frame does, so the first edge that one of them meets ends the way.
  const from = cornersOf(now)
  const to = cornersOf({ x, y, width, height, rotation: now.rotation })
  let way = 1
  for (const [at, [toX, toY]] of to.entries()) {
    const [fromX, fromY] = from[at] ?? [toX, toY]
    way = Math.min(way, wayWithin(fromX, toX, limits.size.width), wayWithin(fromY, toY, limits.size.height))
  }
  if (!(way > 0)) return undefined
  if (way === 1) return { x, y, width, height }
  const between = (a: number, b: number) => a + (b - a) * way
  return {
    x: between(now.x, x),
    y: between(now.y, y),
    width: between(now.width, width),
    height: between(now.height, height)
  }
}

/** The share of the way from one place to another that lies within 0 and a length. */
function wayWithin(from: number, to: number, length: number): number {
  if (to >= -ROUNDING / 2 && to <= length + ROUNDING / 2) return 1
  const edge = to < 0 ? 0 : length
  return from === to ? 0 : Math.max(0, Math.min(1, (edge - from) / (to - from)))
}

/** Every corner held to the image. Undefined for less than three corners, no area, or less than the smallest size. */
export function clippedPolygon(points: readonly Point[], limits: Limits): Geometry | undefined {
  if (points.length < 3) return undefined
  const corners = points.map(point => held(point, limits.size))
  const { left, top, right, bottom } = around(corners)
  const big =
    right - left >= limits.across && bottom - top >= limits.down && areaWithin(corners) >= LEAST_AREA
  return big ? { kind: 'polygon', points: corners } : undefined
}

export function held([x, y]: Point, { width, height }: Size): Point {
  return [between(x, width), between(y, height)]
}

const between = (place: number, length: number): number => Math.max(0, Math.min(place, length)) + 0

/** A frame with no negative side, and no negative zero. What needs no turning over keeps its very numbers. */
function upright({ x, y, width, height }: Frame): Frame {
  return {
    x: (width < 0 ? x + width : x) + 0,
    y: (height < 0 ? y + height : y) + 0,
    width: Math.abs(width),
    height: Math.abs(height)
  }
}

function clippedBox({ x, y, width, height }: Frame, size: Size): Frame {
  const [left, across] = clippedSide(x, width, size.width)
  const [top, down] = clippedSide(y, height, size.height)
  return { x: left, y: top, width: across, height: down }
}

function clippedSide(from: number, extent: number, length: number): [number, number] {
  if (from >= 0 && from + extent <= length) return [from + 0, extent]
  const [start, end] = [between(from, length), between(from + extent, length)]
  return [start, end - start]
}

/** Grows a side to a least length, away from the edge that did not move. */
function atLeast(least: number, from: number, extent: number, was: number): [number, number] {
  if (extent >= least) return [from, extent]
  return [from === was ? from : from + extent - least, least]
}
