import { Button } from '../../../renderer/ui/Button.tsx'
import { LabelPalette } from '../../kit/view/LabelPalette.tsx'
import { useLooks } from '../../kit/view/use-looks.ts'
import { type Props, useBoxesState } from './boxes-state.ts'
import { pastePrevious } from './use-copy-keys.ts'

/** The labels above the image. A click labels what is selected, or takes the label in hand. */
export function Palette(props: Props) {
  const { config, onKey, readOnly, scope } = props
  const state = useBoxesState(props)
  const looks = useLooks(props)
  return (
    <LabelPalette
      labels={config.labels}
      looks={looks}
      hand={state.hand}
      readOnly={readOnly}
      onKey={onKey}
      onMedia
      onApply={label => {
        scope.take()
        state.applyLabel(label)
      }}
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
