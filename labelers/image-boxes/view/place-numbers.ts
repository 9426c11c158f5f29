import { extentOf } from '../geometry.ts'
import type { Command, Shape } from '../schema.ts'

/** A number of a shape's place that is read, and typed to change it. */
export interface PlaceNumber {
  /** As it stands before the number. */
  readonly name: 'x' | 'y' | 'w' | 'h' | '°'
  readonly title: string
  /** Pixels of the image; degrees clockwise for `°`. */
  readonly value: number
}

/** Where a shape is: the frame of a box before it is turned, the bounds of a polygon, the one place of a point. */
export function placeNumbers(shape: Shape): readonly PlaceNumber[] {
  const { x, y, width, height } = frameOf(shape)
  const corner = [
    { name: 'x', title: 'x, from the left edge', value: x },
    { name: 'y', title: 'y, from the top edge', value: y }
  ] as const
  if (shape.kind === 'point') return corner
  const sides = [
    { name: 'w', title: 'w, the width', value: width },
    { name: 'h', title: 'h, the height', value: height }
  ] as const
  if (shape.kind !== 'rotated') return [...corner, ...sides]
  return [...corner, ...sides, { name: '°', title: '°, turned clockwise', value: shape.rotation }]
}

/** Numbers as they are read: to a tenth. */
export const readNumber = (value: number): string => String(Math.round(value * 10) / 10)

/** What gives a number of a place another value. Undefined where a shape cannot have it: no width, no height. */
export function withNumber(shape: Shape, name: PlaceNumber['name'], value: number): Command | undefined {
  const { id } = shape
  const { x, y, width, height } = frameOf(shape)
  if (!Number.isFinite(value)) return undefined
  if (name === 'x') return { type: 'shapes.move', ids: [id], dx: value - x, dy: 0 }
  if (name === 'y') return { type: 'shapes.move', ids: [id], dx: 0, dy: value - y }
  if (name === '°') return { type: 'shape.rotate', id, rotation: value }
  if (value <= 0 || shape.kind === 'point') return undefined
  const size = name === 'w' ? { width: value, height } : { width, height: value }
  if (shape.kind !== 'polygon') return { type: 'shape.resize', id, x, y, ...size }
  if (width === 0 || height === 0) return undefined
  const points = shape.points.map(
    ([px, py]) => [x + ((px - x) * size.width) / width, y + ((py - y) * size.height) / height] as const
  )
  return { type: 'shape.points', id, points }
}

function frameOf(shape: Shape) {
  if (shape.kind === 'box' || shape.kind === 'rotated') return shape
  const { left, top, right, bottom } = extentOf(shape)
  return { x: left, y: top, width: right - left, height: bottom - top }
}
