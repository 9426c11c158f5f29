import type { Size } from '../image-size.ts'
import type { Point, Shape } from '../schema.ts'
import { aheadOf, type Drawn, grown, nothingAhead, shiftTo } from './ahead.ts'
import { labelColour, WHITE } from './colours.ts'
import { drawOverlay, drawTag, type LookOf } from './draw-overlay.ts'
import { drawScene } from './draw-outlines.ts'
import { Haste } from './haste.ts'
import { Layers } from './layers.ts'
import { emptyOverlay, type Overlay } from './overlay.ts'
import { type Patch, patchOf } from './patch.ts'
import { emptyScene, placesInSight, type Scene, sceneOf } from './scene.ts'
import { Tags } from './tags.ts'
import { fitted, inSight, toImage, toScreen, type View } from './view-transform.ts'

/** More tags than this nobody reads, and each costs. */
const MOST_TAGS = 1200
/** From so many shapes on, lines are cased only while the view rests. */
const MANY = 400
/** Milliseconds after which a view rests that was moved. */
const SETTLED = 120

export interface SurfaceParts {
  /** What is clicked in; everything else lies inside it. */
  readonly canvas: HTMLElement
  readonly stage: HTMLDivElement
  /** Holds the image; is as large as the image and moved by a transform. */
  readonly picture: HTMLElement
  /** Its two lines cross at `--x`, `--y`. */
  readonly crosshair: HTMLElement
  /** Says where they cross. */
  readonly reading: HTMLElement
}

/**
 * The canvas of an image with its shapes: what is where, and what is drawn. It knows nothing of answers and labels beyond
 * what it is told to draw. Drawing waits for the next frame, and then everything moves together.
 */
export class Surface {
  readonly #parts: SurfaceParts
  readonly #layers: Layers
  readonly #tags = new Tags()
  readonly #haste = new Haste()
  readonly #observer: ResizeObserver
  readonly #listeners = new Set<() => void>()
  #image: Size = { width: 1, height: 1 }
  #canvas: Size = { width: 1, height: 1 }
  #view: View = { scale: 1, x: 0, y: 0 }
  /** The view is the fitted one, and stays so when the canvas changes its size. */
  #isFitted = true
  /** The shapes that rest. */
  #scene: Scene = emptyScene
  #looks: LookOf = () => ({ color: 0, badge: '?', name: '' })
  #overlay: Overlay = emptyOverlay
  /** Where of the canvas the overlay is drawn. */
  #patch: Patch | undefined
  #drawn: Drawn | undefined
  #crosshair: Point | undefined
  #frame = 0
  #dirty = { rest: false, active: false }
  /** The view was changed since listeners were told. */
  #turned = false
  #settling: ReturnType<typeof setTimeout> | undefined

  constructor(parts: SurfaceParts) {
    this.#parts = parts
    this.#layers = new Layers(parts.stage, {
      rest: context => this.#paintRest(context),
      active: context => this.#paintActive(context)
    })
    this.#observer = new ResizeObserver(() => this.#measure())
    this.#observer.observe(parts.canvas)
    this.#measure()
  }

  destroy(): void {
    this.#observer.disconnect()
    cancelAnimationFrame(this.#frame)
    clearTimeout(this.#settling)
    this.#layers.destroy()
  }

  get view(): View {
    return this.#view
  }

  /** CSS pixels. */
  get canvas(): Size {
    return this.#canvas
  }

  get image(): Size {
    return this.#image
  }

  /** Called with the frame that shows another view. Returns the removal. */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** A new image, fitted. */
  showImage(image: Size): void {
    this.#image = image
    this.#parts.picture.style.width = `${image.width}px`
    this.#parts.picture.style.height = `${image.height}px`
    this.#isFitted = true
    this.#setView(fitted(image, this.#canvas))
  }

  /** The shapes that rest, in z-order. */
  showShapes(shapes: readonly Shape[], looks: LookOf): void {
    this.#looks = looks
    this.#scene = sceneOf(shapes, label => (label === null ? WHITE : labelColour(looks(label).color)))
    this.#change({ rest: true, active: true })
  }

  showOverlay(overlay: Overlay): void {
    this.#overlay = overlay
    this.#change({ active: true })
  }

  moveTo(view: View): void {
    this.#isFitted = false
    this.#setView(view)
  }

  fit(): void {
    this.#isFitted = true
    this.#setView(fitted(this.#image, this.#canvas))
  }

  /** The place of the image under a place of the window. May lie outside the image. */
  placeAt(clientX: number, clientY: number): Point {
    return toImage(this.#view, this.onCanvas(clientX, clientY))
  }

  /** Where a place of the image is in the window. */
  onScreen(place: Point): Point {
    const { left, top } = this.#parts.canvas.getBoundingClientRect()
    const [x, y] = toScreen(this.#view, place)
    return [x + left, y + top]
  }

  /** CSS pixels from the top left corner of the canvas. */
  onCanvas(clientX: number, clientY: number): Point {
    const { left, top } = this.#parts.canvas.getBoundingClientRect()
    return [clientX - left, clientY - top]
  }

  /** Lines through a place of the image, with its coordinates. Undefined: none. */
  pointOut(place: Point | undefined): void {
    this.#crosshair = place
    this.#change({})
  }

  #measure(): void {
    const { width, height } = this.#parts.canvas.getBoundingClientRect()
    this.#canvas = { width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)) }
    this.#drawn = undefined
    if (this.#isFitted) this.#setView(fitted(this.#image, this.#canvas))
    else this.#change({ rest: true, active: true })
  }

  #setView(view: View): void {
    this.#view = view
    this.#turned = true
    clearTimeout(this.#settling)
    this.#settling = setTimeout(() => {
      this.#settling = undefined
      this.#change({ rest: true })
    }, SETTLED)
    this.#change({ rest: true, active: true })
  }

  #change({ rest = false, active = false }: { rest?: boolean; active?: boolean }): void {
    this.#dirty = { rest: this.#dirty.rest || rest, active: this.#dirty.active || active }
    this.#frame ||= requestAnimationFrame(() => this.#draw())
  }

  #draw(): void {
    this.#frame = 0
    const { rest, active } = this.#dirty
    this.#dirty = { rest: false, active: false }
    if (rest) {
      const { scale, x, y } = this.#view
      const { picture } = this.#parts
      picture.style.transform = `translate(${x}px, ${y}px) scale(${scale})`
      // While the view moves, the image that was painted moves; it is painted anew, as sharp as can be, when the view rests.
      const [willChange, pixels] = [this.#settling === undefined ? 'auto' : 'transform', String(scale >= 4)]
      if (picture.style.willChange !== willChange) picture.style.willChange = willChange
      if (picture.dataset['pixels'] !== pixels) picture.dataset['pixels'] = pixels
      this.#drawRest()
    }
    if (active) {
      this.#patch = patchOf(this.#overlay, this.#view, this.#canvas)
      this.#layers.drawActive(this.#patch)
    }
    this.#drawCrosshair()
    if (!this.#turned) return
    this.#turned = false
    for (const listener of this.#listeners) listener()
  }

  #drawRest(): void {
    const [scene, view, canvas] = [this.#scene, this.#view, this.#canvas]
    const before = this.#inHaste && this.#drawn?.scene === scene ? this.#drawn : undefined
    const shift = before?.isTagged === false ? shiftTo(before, view, canvas, devicePixelRatio) : undefined
    if (before && shift) return this.#layers.moveRest(before.ahead, shift)
    const isTagged = placesInSight(scene, inSight(view, canvas)).length <= MOST_TAGS
    const ahead = before && !isTagged ? aheadOf(canvas, before.view, view) : nothingAhead
    this.#drawn = { scene, view, ahead, isTagged }
    this.#layers.drawRest(canvas, ahead)
  }

  get #inHaste(): boolean {
    return this.#settling !== undefined && this.#scene.shapes.length > MANY
  }

  #paintRest(context: CanvasRenderingContext2D): void {
    if (this.#drawn === undefined) return
    const { scene, ahead, isTagged } = this.#drawn
    const view = { ...this.#view, x: this.#view.x + ahead.width, y: this.#view.y + ahead.height }
    const canvas = grown(this.#canvas, ahead)
    const sight = inSight(view, canvas)
    const seen = placesInSight(scene, sight)
    if (this.#inHaste) this.#haste.draw(context, scene, view, sight, seen.length)
    else drawScene(context, scene, view, sight)
    if (!isTagged) return
    for (const place of seen)
      drawTag(context, scene.shapes[place] as Shape, view, canvas, this.#looks, this.#tags)
  }

  #paintActive(context: CanvasRenderingContext2D): void {
    if (this.#patch === undefined) return
    context.translate(-this.#patch.left, -this.#patch.top)
    drawOverlay(context, this.#overlay, this.#view, this.#canvas, this.#looks, this.#tags)
  }

  #drawCrosshair(): void {
    const { crosshair } = this.#parts
    const place = this.#crosshair
    if (crosshair.hidden !== (place === undefined)) crosshair.hidden = place === undefined
    if (place === undefined) return
    const [x, y] = toScreen(this.#view, place).map(Math.round) as [number, number]
    crosshair.style.setProperty('--x', `${x}px`)
    crosshair.style.setProperty('--y', `${y}px`)
    const { reading } = this.#parts
    reading.textContent = `${place[0]}, ${place[1]}`
    const left = x > this.#canvas.width - 90 ? 'calc(-100% - 6px)' : '6px'
    const top = y > this.#canvas.height - 30 ? 'calc(-100% - 6px)' : '6px'
    reading.style.transform = `translate(${x}px, ${y}px) translate(${left}, ${top})`
  }
}
