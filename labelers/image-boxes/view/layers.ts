import Konva from 'konva/lib/Core.js'
import type { Size } from '../image-size.ts'
import { grown, type Shift, unmoved } from './ahead.ts'
import type { Patch } from './patch.ts'

type Paint = (context: CanvasRenderingContext2D) => void

/**
 * Two sheets on top of each other: shapes that rest, as large as the view or larger, and what moves or is selected, only as
 * large as that; each is put in its place by a transform, because a frame costs what it damages of the view.
 */
export class Layers {
  readonly #rest: Sheet
  readonly #active: Sheet

  constructor(container: HTMLDivElement, paint: { readonly rest: Paint; readonly active: Paint }) {
    this.#rest = new Sheet(container, paint.rest)
    this.#active = new Sheet(container, paint.active)
  }

  /** @param ahead CSS pixels to draw beyond the canvas on each side; what is painted is seen from the corner of these */
  drawRest(canvas: Size, ahead: Size): void {
    this.moveRest(ahead, unmoved)
    this.#rest.draw(grown(canvas, ahead))
  }

  /** Moves what was drawn so far ahead: that costs next to nothing, however many shapes it is. */
  moveRest(ahead: Size, { x, y, scale }: Shift): void {
    this.#rest.put(x - ahead.width * scale, y - ahead.height * scale, scale)
  }

  /** Draws what moves or is selected. What is painted is seen from the corner of the patch. Undefined: there is nothing. */
  drawActive(patch: Patch | undefined): void {
    this.#active.show(patch !== undefined)
    if (patch === undefined) return
    this.#active.put(patch.left, patch.top)
    this.#active.draw(patch)
  }

  destroy(): void {
    this.#rest.destroy()
    this.#active.destroy()
  }
}

/**
 * A canvas that is one Konva shape, which is not listened to: ten thousand Konva nodes drop most frames, and finding the box
 * under a place is our own (hit-test.ts).
 */
class Sheet {
  readonly #holder: HTMLDivElement
  readonly #stage: Konva.Stage
  #isSizing = false

  constructor(container: HTMLDivElement, paint: Paint) {
    this.#holder = container.appendChild(document.createElement('div'))
    Object.assign(this.#holder.style, {
      position: 'absolute',
      left: '0',
      top: '0',
      willChange: 'transform',
      transformOrigin: '0 0'
    })
    this.#stage = new Konva.Stage({ container: this.#holder, width: 1, height: 1, listening: false })
    const layer = new Konva.Layer({ listening: false })
    layer.add(
      new Konva.Shape({
        listening: false,
        perfectDrawEnabled: false,
        sceneFunc: context => {
          if (!this.#isSizing) paint(context._context)
        }
      })
    )
    this.#stage.add(layer)
  }

  show(isShown: boolean): void {
    this.#holder.style.display = isShown ? 'block' : 'none'
  }

  put(x: number, y: number, scale = 1): void {
    this.#holder.style.transform = `translate(${x}px, ${y}px) scale(${scale})`
  }

  draw({ width, height }: Size): void {
    if (width !== this.#stage.width() || height !== this.#stage.height()) {
      // Konva draws by itself with each of the two.
      this.#isSizing = true
      this.#stage.size({ width, height })
      this.#isSizing = false
    }
    this.#stage.draw()
  }

  destroy(): void {
    this.#stage.destroy()
  }
}
