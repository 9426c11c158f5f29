import { LabelPalette } from '../../kit/view/LabelPalette.tsx'
import { useLooks } from '../../kit/view/use-looks.ts'
import { type Props, useTextState } from './text-state.ts'

/** The labels above the text. A click labels what is selected, or takes the label in hand. */
export function Palette(props: Props) {
  const { config, onKey, readOnly, scope } = props
  const state = useTextState(props)
  const looks = useLooks(props)
  return (
    <LabelPalette
      labels={config.labels}
      looks={looks}
      hand={state.hand}
      readOnly={readOnly}
      onKey={onKey}
      onApply={label => {
        scope.take()
        state.applyLabel(label)
      }}
    />
  )
}
