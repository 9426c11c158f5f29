import type { Extent } from '../geometry.ts'
import type { Size } from '../image-size.ts'

export const TAG_HEIGHT = 18
/** CSS pixels between a box and its tag: room for the ring of a selected one. */
const GAP = 5
/** CSS pixels by which a tag reaches over the side of its box, as the casing of the line does. */
const EDGE = 2

/**
 * Where a tag goes: above the box at its left edge; at its right edge where it would leave the canvas; below the box
 * where there is no room above; inside its top where there is none either. All in CSS pixels of the canvas.
 */
export function tagPlace(box: Extent, width: number, canvas: Size): readonly [number, number] {
  const left = box.left - EDGE
  const flipped = box.right + EDGE - width
  const x = left + width <= canvas.width || flipped < 0 ? Math.max(left, 0) : flipped
  const above = box.top - GAP - TAG_HEIGHT
  if (above >= 0) return [x, above]
  const below = box.bottom + GAP
  if (below + TAG_HEIGHT <= canvas.height) return [x, below]
  return [x, Math.max(0, box.top + GAP)]
}
