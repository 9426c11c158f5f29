import type { Shape } from '../schema.ts'
import type { BoxesState } from './boxes-state.ts'
import type { LookOf } from './draw-overlay.ts'
import { extentOf } from '../geometry.ts'

/** What is selected, in words for a screen reader. */
export function said({ selected }: Pick<BoxesState, 'selected'>, looks: LookOf): string {
  const [only] = selected
  if (only === undefined) return ''
  if (selected.length > 1) return `${selected.length} shapes selected`
  const { left, top } = extentOf(only)
  const locked = only.locked === true ? ', locked' : ''
  return `${looks(only.label).name}, ${measure(only)}, at ${Math.round(left)}, ${Math.round(top)}${locked}`
}

/** How large a shape is, as its row in the list says it. */
export function measure(shape: Shape): string {
  if (shape.kind === 'point') {
    const [x, y] = shape.points[0] ?? [0, 0]
    return `${Math.round(x)}, ${Math.round(y)}`
  }
  if (shape.kind === 'polygon') return `${shape.points.length} corners`
  const size = `${Math.round(shape.width)} × ${Math.round(shape.height)}`
  return shape.kind === 'rotated' && shape.rotation !== 0 ? `${size}, ${Math.round(shape.rotation)}°` : size
}
