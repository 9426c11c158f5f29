import { around } from '../geometry.ts'
import type { Size } from '../image-size.ts'
import type { Point } from '../schema.ts'
import type { Overlay } from './overlay.ts'
import { extentOfAll } from './outline.ts'
import { toScreen, type View } from './view-transform.ts'

/** A part of the canvas, in whole CSS pixels of it. */
export interface Patch {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** CSS pixels that are drawn beside a shape at most: a tag of the longest name, and above it the handle that turns it. */
const BESIDE = 216
const ABOVE = 44
/** A whole number of pixels on screens at 125, 150 and 175 %, so that what is drawn stays sharp. */
const STEP = 4
/** Sizes come in steps, because a canvas of another size is a new one. */
const SIZE_STEP = 64

/** The part of the canvas that an overlay is drawn in. Undefined: nothing of it can be seen. */
export function patchOf(overlay: Overlay, view: View, canvas: Size): Patch | undefined {
  const places = placesOf(overlay)
  if (places.length === 0) return undefined
  const extent = around(places)
  const [left, top] = toScreen(view, [extent.left, extent.top])
  const [right, bottom] = toScreen(view, [extent.right, extent.bottom])
  const across = side(left - BESIDE, right + BESIDE, canvas.width)
  const down = side(top - ABOVE, bottom + ABOVE, canvas.height)
  if (across === undefined || down === undefined) return undefined
  return { left: across.start, top: down.start, width: across.length, height: down.length }
}

function side(from: number, to: number, room: number) {
  if (to <= 0 || from >= room) return undefined
  const start = Math.floor(Math.max(from, 0) / STEP) * STEP
  return { start, length: Math.ceil((Math.min(to, room) - start) / SIZE_STEP) * SIZE_STEP }
}

/** Places of the image that lie around all of it. */
function placesOf({ selected, hovered, drawn, gesture }: Overlay): readonly Point[] {
  const extent = extentOfAll([hovered, drawn, ...selected].filter(shape => shape !== undefined))
  const places: Point[] =
    extent === undefined
      ? []
      : [
          [extent.left, extent.top],
          [extent.right, extent.bottom]
        ]
  if (gesture?.kind === 'polygon') places.push(...gesture.points, gesture.to)
  if (gesture?.kind === 'marquee') places.push(gesture.from, gesture.to)
  return places
}
