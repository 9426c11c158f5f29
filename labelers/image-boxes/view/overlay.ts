import type { Point, Shape } from '../schema.ts'
import type { Gesture } from './gesture.ts'

/** What lies over the shapes that rest: what is selected, pointed at, or being made. */
export interface Overlay {
  /** As they would be if the gesture ended now. */
  readonly selected: readonly Shape[]
  readonly hovered: Shape | undefined
  readonly gesture: Gesture | undefined
  /** The shape that is being drawn, with the label it will get. */
  readonly drawn: Shape | undefined
  /** Where keys have the corner of a polygon. */
  readonly corner: Point | undefined
}

export const emptyOverlay: Overlay = {
  selected: [],
  hovered: undefined,
  gesture: undefined,
  drawn: undefined,
  corner: undefined
}
