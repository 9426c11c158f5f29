import Konva from 'konva/lib/Core.js'
import type { Size } from '../image-size.ts'
import type { Patch } from './patch.ts'

type Paint = (context: CanvasRenderingContext2D) => void

/**
 * Two canvases on top of each other: shapes that rest, as large as the view, and what moves or is selected, only as large
 * as that and put in its place by a transform, because a frame costs what it damages of the view. Each is one Konva shape
 * that is not listened to: ten thousand Konva nodes drop most frames, and finding the box under a place is our own
 * (hit-test.ts).
 */
export class Layers {
  readonly #rest: Konva.Stage
  readonly #active: Konva.Stage
  readonly #activeHolder: HTMLDivElement

  constructor(container: HTMLDivElement, paint: { readonly rest: Paint; readonly active: Paint }) {
    this.#activeHolder = holderIn(container)
    this.#rest = stage(container.insertBefore(document.createElement('div'), this.#activeHolder), paint.rest)
    this.#active = stage(this.#activeHolder, paint.active)
  }

  resize({ width, height }: Size): void {
    this.#rest.size({ width, height })
  }

  drawRest(): void {
    this.#rest.draw()
  }

  /** Draws what moves or is selected. What is painted is seen from the corner of the patch. Undefined: there is nothing. */
  drawActive(patch: Patch | undefined): void {
    const { style } = this.#activeHolder
    style.display = patch === undefined ? 'none' : 'block'
    if (patch === undefined) return
    style.transform = `translate(${patch.left}px, ${patch.top}px)`
    if (patch.width !== this.#active.width() || patch.height !== this.#active.height())
      this.#active.size({ width: patch.width, height: patch.height })
    this.#active.draw()
  }

  destroy(): void {
    this.#rest.destroy()
    this.#active.destroy()
  }
}

function holderIn(container: HTMLElement): HTMLDivElement {
  const holder = container.appendChild(document.createElement('div'))
  Object.assign(holder.style, { position: 'absolute', left: '0', top: '0', willChange: 'transform' })
  return holder
}

function stage(container: HTMLDivElement, paint: Paint): Konva.Stage {
  const made = new Konva.Stage({ container, width: 1, height: 1, listening: false })
  const layer = new Konva.Layer({ listening: false })
  layer.add(
    new Konva.Shape({
      listening: false,
      perfectDrawEnabled: false,
      sceneFunc: context => paint(context._context)
    })
  )
  made.add(layer)
  return made
}
