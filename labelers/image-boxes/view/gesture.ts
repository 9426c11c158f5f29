import type { Size } from '../image-size.ts'
import type { BoxShape, Command, Point, PolygonShape, RotatedShape, Shape } from '../schema.ts'
import { resized, rotationTowards } from './handles.ts'
import type { Frame } from './outline.ts'
import { dragged } from './placing.ts'

/** Something begun on the canvas and not finished. All places are pixels of the image. */
export type Gesture =
  | {
      readonly kind: 'draw'
      readonly shape: 'box' | 'rotated'
      readonly from: Point
      readonly to: Point
    }
  /** Corners that were set, and where the next would be. */
  | { readonly kind: 'polygon'; readonly points: readonly Point[]; readonly to: Point }
  | { readonly kind: 'move'; readonly shapes: readonly Shape[]; readonly from: Point; readonly to: Point }
  | {
      readonly kind: 'resize'
      readonly shape: BoxShape | RotatedShape
      readonly side: { readonly x: number; readonly y: number }
      readonly to: Point
    }
  | { readonly kind: 'turn'; readonly shape: RotatedShape; readonly to: Point; readonly inSteps: boolean }
  | {
      readonly kind: 'corner'
      readonly shape: PolygonShape
      readonly index: number
      /** It is a new corner after that one. */
      readonly isNew: boolean
      readonly to: Point
    }
  | { readonly kind: 'marquee'; readonly from: Point; readonly to: Point; readonly adding: boolean }

/** What shapes a gesture is about: they are drawn by it, not as they were. */
export function shapesOf(gesture: Gesture): readonly Shape[] {
  switch (gesture.kind) {
    case 'move':
      return gesture.shapes
    case 'resize':
    case 'turn':
    case 'corner':
      return [gesture.shape]
    case 'draw':
    case 'polygon':
    case 'marquee':
      return []
  }
}

/**
 * What the gesture does when it ends here. Undefined: nothing, or nothing to an answer.
 * @param label of what is drawn
 * @param reach pixels of the image within which its edge draws shapes to it
 */
export function commandOf(
  gesture: Gesture,
  label: string | null,
  image: Size,
  reach: number
): Command | undefined {
  switch (gesture.kind) {
    case 'draw': {
      const { from, to, shape } = gesture
      const frame = {
        x: Math.min(from[0], to[0]),
        y: Math.min(from[1], to[1]),
        width: Math.abs(to[0] - from[0]),
        height: Math.abs(to[1] - from[1])
      }
      if (frame.width === 0 || frame.height === 0) return undefined
      if (shape === 'box') return { type: 'shape.add', shape: { kind: 'box', ...frame, label } }
      return { type: 'shape.add', shape: { kind: 'rotated', ...frame, rotation: 0, label } }
    }
    case 'polygon': {
      const { points } = gesture
      if (points.length < 3) return undefined
      return { type: 'shape.add', shape: { kind: 'polygon', points: [...points], label } }
    }
    case 'move': {
      const { dx, dy } = dragged(gesture.shapes, gesture.from, gesture.to, image, reach)
      if (dx === 0 && dy === 0) return undefined
      return { type: 'shapes.move', ids: gesture.shapes.map(shape => shape.id), dx, dy }
    }
    case 'resize': {
      const { shape, side, to } = gesture
      const rotation = shape.kind === 'rotated' ? shape.rotation : 0
      const frame = resized(shape, rotation, side, to)
      return { type: 'shape.resize', id: shape.id, ...(rotation === 0 ? frame : inHundredths(frame)) }
    }
    case 'turn':
      return {
        type: 'shape.rotate',
        id: gesture.shape.id,
        rotation: rotationTowards(gesture.shape, gesture.to, gesture.inSteps)
      }
    case 'corner':
      return { type: 'shape.points', id: gesture.shape.id, points: cornersAfter(gesture) }
    case 'marquee':
      return undefined
  }
}

function cornersAfter({ shape, index, isNew, to }: Extract<Gesture, { kind: 'corner' }>): readonly Point[] {
  return isNew ? shape.points.toSpliced(index + 1, 0, to) : shape.points.with(index, to)
}

/** A turned box has no whole pixels; what is finer than a hundredth is noise of the arithmetic. */
function inHundredths({ x, y, width, height }: Frame): Frame {
  const round = (value: number) => Math.round(value * 100) / 100
  return { x: round(x), y: round(y), width: round(width), height: round(height) }
}
