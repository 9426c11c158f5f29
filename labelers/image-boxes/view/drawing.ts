import { reduce } from '../reduce.ts'
import type { Answer, Point, Shape } from '../schema.ts'
import type { BoxesState, Props } from './boxes-state.ts'
import { commandOf, type Gesture, shapesOf } from './gesture.ts'
import { placed, SNAP } from './placing.ts'
import type { Surface } from './surface.ts'
import { inSight } from './view-transform.ts'

/** What a drawing stands on at this moment. */
export interface Ground {
  readonly props: Props
  readonly state: BoxesState
  readonly surface: Surface
}

/**
 * What is under way on the canvas, by pointer or by keys, and how it looks before it is done. A gesture changes the answer
 * once, when it ends: until then the same `reduce` shows what it would do. It is no React state, because it moves with
 * every move of the pointer.
 */
export class Drawing {
  readonly #ground: () => Ground | undefined
  readonly #listeners = new Set<() => void>()
  #gesture: Gesture | undefined
  #cursor: Point | undefined
  #hovered: string | undefined
  /** Where the pointer or the keys were last, to begin there. */
  #last: Point | undefined

  constructor(ground: () => Ground | undefined) {
    this.#ground = ground
  }

  /** Told when a gesture or the crosshair of the keys comes or goes. Returns the removal. */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  get gesture(): Gesture | undefined {
    return this.#gesture
  }

  /** Where keys have the crosshair; undefined while they have none. */
  get cursor(): Point | undefined {
    return this.#cursor
  }

  /** What is under way, in a word that changes only when something begins or ends. */
  get phase(): 'idle' | 'cursor' | Gesture['kind'] {
    return this.#gesture?.kind ?? (this.#cursor === undefined ? 'idle' : 'cursor')
  }

  begin(gesture: Gesture): void {
    this.#gesture = gesture
    this.#changed()
  }

  /** Goes on with what was begun. */
  goOn(gesture: Gesture): void {
    this.#gesture = gesture
    this.show()
  }

  /** Does what was begun; false where it came to nothing. */
  finish(): boolean {
    const ground = this.#ground()
    const gesture = this.#gesture
    this.#gesture = undefined
    this.#cursor = undefined
    this.#changed()
    if (ground === undefined || gesture === undefined) return false
    const { state, surface } = ground
    const command = commandOf(gesture, state.hand ?? null, surface.image, this.#reach(ground))
    if (command === undefined) return false
    return command.type === 'shape.add' ? state.make(command) : state.apply(command)
  }

  /** Lets go of what was begun and of the crosshair. */
  cancel(): void {
    if (this.phase === 'idle') return
    this.#gesture = undefined
    this.#cursor = undefined
    this.#changed()
  }

  /** Shows the crosshair of the keys: where the pointer or they were last, if that can be seen, else in the middle. */
  showCursor(): void {
    const ground = this.#ground()
    if (ground === undefined) return
    const { surface } = ground
    const { left, top, right, bottom } = inSight(surface.view, surface.canvas)
    const last = this.#last
    const seen =
      last !== undefined && last[0] >= left && last[0] <= right && last[1] >= top && last[1] <= bottom
    this.setCursor(seen ? last : [(left + right) / 2, (top + bottom) / 2])
  }

  /** Puts the crosshair of the keys on a whole pixel of the image. */
  setCursor(place: Point): void {
    const ground = this.#ground()
    if (ground === undefined) return
    this.#cursor = placed(place, ground.surface.image, 0)
    this.#last = this.#cursor
    this.#changed()
  }

  hideCursor(): void {
    if (this.#cursor === undefined) return
    this.#cursor = undefined
    this.#changed()
  }

  /** The pointer is over this shape, in a tool that would take it. */
  hover(id: string | undefined): void {
    if (this.#hovered === id) return
    this.#hovered = id
    this.show()
  }

  /** Where the pointer is, for keys that begin there. */
  pointedAt(place: Point): void {
    this.#last = place
  }

  /** Draws what is under way over what rests. Called when anything it stands on has changed. */
  show(): void {
    const ground = this.#ground()
    if (ground === undefined) return
    const { state, surface } = ground
    const gesture = this.#gesture
    const changed = gesture === undefined ? undefined : this.#preview(ground, gesture)
    const now = (shape: Shape) => changed?.get(shape.id) ?? shape
    const hovered =
      this.#hovered === undefined || gesture !== undefined
        ? undefined
        : state.visible.find(shape => shape.id === this.#hovered)
    surface.showOverlay({
      selected: (state.hidden ? [] : state.selected).map(now),
      hovered,
      gesture,
      drawn: gesture === undefined ? undefined : drawnBy(gesture, state.hand ?? null),
      corner: cornerOf(state)
    })
    if (this.#cursor !== undefined) surface.pointOut(this.#cursor)
  }

  /** Ids of shapes that a gesture is moving: they are not drawn where they were. */
  get lifted(): readonly string[] {
    return this.#gesture === undefined ? [] : shapesOf(this.#gesture).map(shape => shape.id)
  }

  /** The shapes a gesture is about as they would be if it ended now: what `reduce` makes of them, and of nothing else. */
  #preview(ground: Ground, gesture: Gesture): ReadonlyMap<string, Shape> | undefined {
    const shapes = shapesOf(gesture)
    if (shapes.length === 0) return undefined
    const { state, props, surface } = ground
    const command = commandOf(gesture, null, surface.image, this.#reach(ground))
    if (command === undefined) return undefined
    const few: Answer = { ...props.answer, shapes: [...shapes] }
    return new Map(reduce(few, command, state.context).shapes.map(shape => [shape.id, shape]))
  }

  #reach({ surface }: Ground): number {
    return SNAP / surface.view.scale
  }

  #changed(): void {
    this.show()
    for (const listener of this.#listeners) listener()
  }
}

function drawnBy(gesture: Gesture, label: string | null): Shape | undefined {
  if (gesture.kind !== 'draw') return undefined
  const { from, to } = gesture
  const frame = {
    x: Math.min(from[0], to[0]),
    y: Math.min(from[1], to[1]),
    width: Math.abs(to[0] - from[0]),
    height: Math.abs(to[1] - from[1])
  }
  return { id: 'b0', kind: 'box', label, ...frame }
}

function cornerOf({ selected, selection }: BoxesState): Point | undefined {
  const [only] = selected
  if (selected.length !== 1 || only?.kind !== 'polygon' || selection.corner === undefined) return undefined
  return only.points[selection.corner]
}
