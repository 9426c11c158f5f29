import type { Extent } from '../geometry.ts'
import { paintBoxes, pixelOf, type Pixels } from './box-pixels.ts'
import { drawLines } from './draw-outlines.ts'
import type { Scene } from './scene.ts'
import type { View } from './view-transform.ts'

/**
 * Pixels of the canvas for each box in sight up to which painting pixels is quicker than strokes: a pixel costs about 3 ns to
 * clear and hand over, whatever is in it, and a box painted into them about a microsecond less than its stroke.
 */
const PIXELS_FOR_A_BOX = 300
const none = new Float64Array()

/** Draws outlines while the view moves: lines without casing, and very many upright boxes straight into pixels. */
export class Haste {
  #image = new ImageData(1, 1)
  #pixels: Pixels = { width: 1, height: 1, words: new Uint32Array(1) }

  /** @param seen how many shapes are in sight */
  draw(context: CanvasRenderingContext2D, { batches }: Scene, view: View, sight: Extent, seen: number): void {
    const { width, height } = context.canvas
    if (width * height > seen * PIXELS_FOR_A_BOX) return drawLines(context, batches, view, sight)
    const pixels = this.#cleared(width, height)
    const ratio = context.getTransform().a
    for (const { dashed, boxes, colour } of batches)
      if (!dashed) paintBoxes(pixels, boxes, view, sight, ratio, pixelOf(colour))
    context.putImageData(this.#image, 0, 0)
    const rest = batches.map(batch => (batch.dashed ? batch : { ...batch, boxes: none }))
    drawLines(context, rest, view, sight)
  }

  #cleared(width: number, height: number): Pixels {
    if (width === this.#image.width && height === this.#image.height) this.#pixels.words.fill(0)
    else {
      this.#image = new ImageData(width, height)
      this.#pixels = { width, height, words: new Uint32Array(this.#image.data.buffer) }
    }
    return this.#pixels
  }
}
