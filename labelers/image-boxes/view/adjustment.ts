import type { SharedState } from '../../kit/view.ts'

/** How an image is shown to see more of it. Never stored and never exported. */
export interface Adjustment {
  /** Percent, 100 as it is. */
  readonly brightness: number
  readonly contrast: number
  readonly inverted: boolean
}

export const asItIs: Adjustment = { brightness: 100, contrast: 100, inverted: false }

export function useAdjustment(shared: SharedState): [Adjustment, (adjustment: Adjustment) => void] {
  return shared.use<Adjustment>('adjustment', asItIs)
}

/** As a CSS filter. Nothing for an image as it is: a filter costs with every frame. */
export function filterOf({ brightness, contrast, inverted }: Adjustment): string | undefined {
  const parts = [
    brightness === 100 ? '' : `brightness(${brightness}%)`,
    contrast === 100 ? '' : `contrast(${contrast}%)`,
    inverted ? 'invert(1)' : ''
  ].filter(part => part !== '')
  return parts.length === 0 ? undefined : parts.join(' ')
}
