import { type Extent, extentOf } from '../geometry.ts'
import type { Shape } from '../schema.ts'

/** Shapes that share a colour: changing the colour of a pen costs more than a line. */
export interface Batch {
  /** `#rrggbb` */
  readonly colour: string
  readonly dashed: boolean
  /** x, y, width, height of upright boxes, one after another: what most shapes are. */
  readonly boxes: Float64Array
  readonly others: readonly Shape[]
}

/** Many shapes made ready to be drawn again and again from other places. */
export interface Scene {
  readonly shapes: readonly Shape[]
  /** Left, top, right, bottom of each shape, one after another. */
  readonly extents: Float64Array
  readonly batches: readonly Batch[]
}

export const emptyScene: Scene = { shapes: [], extents: new Float64Array(), batches: [] }

/** @param colourOf of a label, as `#rrggbb`; null is a shape without one, which is white and dashed */
export function sceneOf(shapes: readonly Shape[], colourOf: (label: string | null) => string): Scene {
  const byLabel = new Map<string | null, Shape[]>()
  const extents = new Float64Array(shapes.length * 4)
  for (const [place, shape] of shapes.entries()) {
    const { left, top, right, bottom } = extentOf(shape)
    extents[place * 4] = left
    extents[place * 4 + 1] = top
    extents[place * 4 + 2] = right
    extents[place * 4 + 3] = bottom
    const same = byLabel.get(shape.label)
    if (same === undefined) byLabel.set(shape.label, [shape])
    else same.push(shape)
  }
  const batches = [...byLabel].map(([label, same]) => {
    const boxes = Float64Array.from(
      same.flatMap(shape => (shape.kind === 'box' ? [shape.x, shape.y, shape.width, shape.height] : []))
    )
    // Dashes are slow; of very many boxes nobody sees them.
    const dashed = label === null && boxes.length < 4 * 1000
    return { colour: colourOf(label), dashed, boxes, others: same.filter(shape => shape.kind !== 'box') }
  })
  return { shapes, extents, batches }
}

/** Which shapes can be seen at least in part, in z-order: places in `shapes`. */
export function placesInSight({ shapes, extents }: Scene, sight: Extent): readonly number[] {
  const seen: number[] = []
  for (let place = 0; place < shapes.length; place++) {
    const at = place * 4
    if ((extents[at] as number) > sight.right || (extents[at + 1] as number) > sight.bottom) continue
    if ((extents[at + 2] as number) < sight.left || (extents[at + 3] as number) < sight.top) continue
    seen.push(place)
  }
  return seen
}
