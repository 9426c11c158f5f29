import { Button } from '../../../renderer/ui/Button.tsx'
import { NothingButton } from '../../kit/view/NothingButton.tsx'
import { Icon } from '../../../renderer/ui/Icon.tsx'
import styles from './answer.module.css'
import { type Props, useBoxesState } from './boxes-state.ts'
import { ShapeDetails } from './ShapeDetails.tsx'
import { ShapeList } from './ShapeList.tsx'
import { refusalOf } from './use-picture.ts'

/** Every shape of the item as a list, and what is known of the selected one. */
export function AnswerView(props: Props) {
  const { answer } = props
  const state = useBoxesState(props)
  const [only] = state.selected
  if (answer.shapes.length === 0) return <NothingYet {...props} />
  return (
    <>
      {(state.hidden || state.solo !== undefined) && <HiddenNote {...props} />}
      <ShapeList {...props} />
      {only !== undefined && state.selected.length === 1 && (
        <ShapeDetails key={only.id} {...props} shape={only} />
      )}
    </>
  )
}

/** Empty is an answer, and a different one from untouched. */
function NothingYet({ answer, item, task, readOnly, scope, dispatch, config }: Props) {
  const isRefused = refusalOf({ item, task }) !== undefined
  const said = answer.nothing === true
  const noun = config.shapes.every(kind => kind === 'box') ? 'boxes' : 'shapes'
  return (
    <div className={styles.empty}>
      <p>
        {said
          ? 'You said that there is nothing here.'
          : readOnly
            ? `No ${noun}.`
            : isRefused
              ? `No ${noun}. The image cannot be shown: skip it, or flag it for later.`
              : `No ${noun} yet. Draw one, or say that there is nothing to draw.`}
      </p>
      {!readOnly && (said || !isRefused) && (
        <NothingButton scope={scope} said={said} onToggle={() => dispatch({ type: 'nothing.toggle' })}>
          Nothing here
        </NothingButton>
      )}
    </div>
  )
}

function HiddenNote(props: Props) {
  const state = useBoxesState(props)
  return (
    <div className={styles.note}>
      <Icon name="eyeoff" small />
      <span className="grow">
        {state.hidden ? 'All shapes are hidden.' : 'Only shapes of one label are shown.'}
      </span>
      <Button
        small
        look="link"
        onClick={() => {
          state.setHidden(false)
          state.setSolo(undefined)
        }}
      >
        Show all
      </Button>
    </div>
  )
}
