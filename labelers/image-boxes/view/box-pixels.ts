import type { Extent } from '../geometry.ts'
import type { View } from './view-transform.ts'

/** A picture as `ImageData` has it, with one number for the four bytes of a pixel. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly words: Uint32Array
}

/** An opaque colour (`#rrggbb`) as a pixel: its red is the lowest byte on every machine that Electron runs on. */
export function pixelOf(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map(at => parseInt(colour.slice(at, at + 2), 16)) as [
    number,
    number,
    number
  ]
  return ((0xff << 24) | (blue << 16) | (green << 8) | red) >>> 0
}

/**
 * Paints outlines of upright boxes into pixels, as strokes of two CSS pixels around whole ones: for thousands of boxes it
 * takes a third of what as many calls of a canvas take.
 * @param boxes x, y, width, height, one after another, in pixels of the image
 * @param sight what of the image the pixels show; other boxes are passed over
 * @param ratio pixels for one CSS pixel
 */
export function paintBoxes(
  pixels: Pixels,
  boxes: Float64Array,
  view: View,
  sight: Extent,
  ratio: number,
  colour: number
): void {
  const { scale, x: left, y: top } = view
  const pen = Math.max(1, Math.round(2 * ratio))
  const onPixel = (place: number) => Math.round(Math.round(place) * ratio) - (pen >> 1)
  for (let at = 0; at < boxes.length; at += 4) {
    const x = boxes[at] as number
    const y = boxes[at + 1] as number
    const right = x + (boxes[at + 2] as number)
    const bottom = y + (boxes[at + 3] as number)
    if (x > sight.right || y > sight.bottom || right < sight.left || bottom < sight.top) continue
    const fromX = onPixel(x * scale + left)
    const fromY = onPixel(y * scale + top)
    const toX = onPixel(right * scale + left)
    const toY = onPixel(bottom * scale + top)
    for (let line = 0; line < pen; line++) {
      paintRow(pixels, fromY + line, fromX, toX + pen, colour)
      paintRow(pixels, toY + line, fromX, toX + pen, colour)
      paintColumn(pixels, fromX + line, fromY + pen, toY, colour)
      paintColumn(pixels, toX + line, fromY + pen, toY, colour)
    }
  }
}

// Loops, because most lines are so short that a call of `fill` costs more than they do.

function paintRow(
  { width, height, words }: Pixels,
  y: number,
  from: number,
  to: number,
  colour: number
): void {
  if (y < 0 || y >= height) return
  const end = y * width + Math.min(to, width)
  for (let at = y * width + Math.max(from, 0); at < end; at++) words[at] = colour
}

function paintColumn(
  { width, height, words }: Pixels,
  x: number,
  from: number,
  to: number,
  colour: number
): void {
  if (x < 0 || x >= width) return
  const end = Math.min(to, height) * width
  for (let at = Math.max(from, 0) * width + x; at < end; at += width) words[at] = colour
}
