import type { Order, Shape } from './schema.ts'

/**
 * Shapes in another order of drawing; those that are moved keep their order among themselves. `forward` and `backward`
 * go past one shape that is not moved. The same list when nothing changed.
 */
export function restacked(shapes: readonly Shape[], moved: ReadonlySet<string>, to: Order): readonly Shape[] {
  const next = ordered(shapes, moved, to)
  return next.every((shape, place) => shape === shapes[place]) ? shapes : next
}

function ordered(shapes: readonly Shape[], moved: ReadonlySet<string>, to: Order): readonly Shape[] {
  const [on, off] = [shapes.filter(({ id }) => moved.has(id)), shapes.filter(({ id }) => !moved.has(id))]
  switch (to) {
    case 'front':
      return [...off, ...on]
    case 'back':
      return [...on, ...off]
    case 'backward':
      return pastOne(shapes, moved)
    case 'forward':
      return pastOne(shapes.toReversed(), moved).toReversed()
    default:
      return shapes
  }
}

/** Towards the start of the list. */
function pastOne(shapes: readonly Shape[], moved: ReadonlySet<string>): Shape[] {
  const next = [...shapes]
  for (let place = 1; place < next.length; place++) {
    const [before, shape] = [next[place - 1], next[place]]
    if (before === undefined || shape === undefined || moved.has(before.id) || !moved.has(shape.id)) continue
    next[place - 1] = shape
    next[place] = before
  }
  return next
}
