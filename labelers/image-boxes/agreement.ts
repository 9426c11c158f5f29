import type { Context } from '../kit/labeler.ts'
import { sizeOfItem } from './image-size.ts'
import { pairsOf } from './matching.ts'
import type { Answer, Config, Shape } from './schema.ts'

export const metric = 'F1 of shapes paired at IoU 0.5'

/** How two answers agree. Two empty ones agree fully, and have no shapes to overlap. */
export interface BoxAgreement {
  /** Twice the pairs over all shapes of both. */
  readonly f1: number
  /** Of the pairs; undefined where there are none. */
  readonly meanOverlap: number | undefined
}

/** Ids, order of drawing, attributes and locks do not count. */
export function agreementOf(a: Answer, b: Answer, context: Context<Config>): BoxAgreement {
  const all = a.shapes.length + b.shapes.length
  if (all === 0) return { f1: 1, meanOverlap: undefined }
  const size = sizeOfItem(context) ?? larger(a, b)
  const pairs = pairsOf(a.shapes, b.shapes, size)
  const overlap = pairs.reduce((sum, pair) => sum + pair.overlap, 0)
  return {
    f1: (2 * pairs.length) / all,
    meanOverlap: pairs.length === 0 ? undefined : overlap / pairs.length
  }
}

export function compare(a: Answer, b: Answer, context: Context<Config>): number {
  return agreementOf(a, b, context).f1
}

/** Whether two answers say the very same: shapes, order, attributes; ids and locks do not count. */
export function says(a: Answer, b: Answer): boolean {
  return (
    (a.nothing === true) === (b.nothing === true) &&
    a.shapes.length === b.shapes.length &&
    a.shapes.every((shape, at) => saying(shape) === saying(b.shapes[at]))
  )
}

function saying(shape: Shape | undefined): string {
  if (shape === undefined) return ''
  const { kind, label, attributes = [] } = shape
  const place =
    shape.kind === 'polygon' || shape.kind === 'point'
      ? shape.points
      : [shape.x, shape.y, shape.width, shape.height, shape.kind === 'rotated' ? shape.rotation : 0]
  const said = attributes.map(({ id, value }) => [id, value] as const)
  return JSON.stringify([kind, label, place, said.toSorted(([one], [other]) => (one < other ? -1 : 1))])
}

function larger(a: Answer, b: Answer) {
  const [one, other] = [a.image ?? undefined, b.image ?? undefined]
  if (one === undefined || other === undefined) return one ?? other
  return Math.hypot(one.width, one.height) >= Math.hypot(other.width, other.height) ? one : other
}
