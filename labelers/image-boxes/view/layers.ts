import Konva from 'konva/lib/Core.js'
import type { Size } from '../image-size.ts'

type Paint = (context: CanvasRenderingContext2D) => void

/**
 * Two canvases on top of each other: shapes that rest, and what moves or is selected. Each is one Konva shape that is not
 * listened to: ten thousand Konva nodes drop most frames, and finding the box under a place is our own (hit-test.ts).
 */
export class Layers {
  readonly #stage: Konva.Stage
  readonly #rest: Konva.Layer
  readonly #active: Konva.Layer

  constructor(container: HTMLDivElement, paint: { readonly rest: Paint; readonly active: Paint }) {
    this.#stage = new Konva.Stage({ container, width: 1, height: 1, listening: false })
    this.#rest = layer(paint.rest)
    this.#active = layer(paint.active)
    this.#stage.add(this.#rest, this.#active)
  }

  resize({ width, height }: Size): void {
    this.#stage.size({ width, height })
  }

  drawRest(): void {
    this.#rest.draw()
  }

  drawActive(): void {
    this.#active.draw()
  }

  destroy(): void {
    this.#stage.destroy()
  }
}

function layer(paint: Paint): Konva.Layer {
  const made = new Konva.Layer({ listening: false })
  made.add(
    new Konva.Shape({
      listening: false,
      perfectDrawEnabled: false,
      sceneFunc: context => paint(context._context)
    })
  )
  return made
}
