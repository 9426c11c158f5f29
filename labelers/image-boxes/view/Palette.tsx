import { Button } from '../../../renderer/ui/Button.tsx'
import { LabelPalette } from '../../kit/view/LabelPalette.tsx'
import { type Props, useBoxesState } from './boxes-state.ts'
import { pastePrevious } from './use-copy-keys.ts'

/** The labels above the image. A click labels what is selected, or takes the label in hand. */
export function Palette(props: Props) {
  const { readOnly, scope } = props
  const state = useBoxesState(props)
  return (
    <LabelPalette
      {...props}
      hand={state.hand}
      onMedia
      onApply={state.applyLabel}
      end={
        readOnly ? undefined : (
          <Button
            small
            look="quiet"
            keys={scope.capOf('shapes.paste-previous')}
            keysOff={!scope.acts('shapes.paste-previous')}
            onMouseDown={event => event.preventDefault()}
            onClick={() => void pastePrevious({ props, state })}
          >
            Paste from previous
          </Button>
        )
      }
    />
  )
}
