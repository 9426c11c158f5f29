import { LabelPalette } from '../../kit/view/LabelPalette.tsx'
import { type Props, useTextState } from './text-state.ts'

/** The labels above the text. A click labels what is selected, or takes the label in hand. */
export function Palette(props: Props) {
  const { hand, applyLabel } = useTextState(props)
  return <LabelPalette {...props} hand={hand} onApply={applyLabel} />
}
