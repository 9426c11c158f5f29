import { LabelBadge } from '../../../renderer/ui/LabelBadge.tsx'
import { labelsById } from '../../kit/labels.ts'
import styles from '../../kit/view/about.module.css'
import { useLooks } from '../../kit/view/use-looks.ts'
import { type Props, useBoxesState } from './boxes-state.ts'
import { refusalOf } from './use-picture.ts'

/** What the label of the selected shape means, or the label in hand. */
export function About(props: Props) {
  const { selected, hand, solo } = useBoxesState(props)
  const looks = useLooks(props)
  const [only] = selected
  const id = selected.length === 1 && only !== undefined ? (only.label ?? undefined) : hand
  if (solo !== undefined) {
    const name = solo === null ? 'without a label' : `labelled ${looks(solo).name}`
    return <Line text={`Only shapes ${name} are shown. Escape shows all.`} />
  }
  if (selected.length > 1)
    return <Line text={`${selected.length} shapes are selected. Keys act on all of them.`} />
  if (id === undefined) {
    if (only !== undefined) return <Line text="This shape has no label yet. Press the key of one." />
    if (props.readOnly)
      return <Line text="Click a shape to see what is known of it. Nothing can be changed." />
    if (refusalOf(props) !== undefined) return <Line text="There is no image to draw on." />
    return (
      <Line text="Drag to draw. Press the key of a label first to draw with it, or afterwards to label what you drew." />
    )
  }
  const look = looks(id)
  const label = labelsById(props.config.labels).get(id)
  return (
    <div className={styles.about}>
      <LabelBadge color={look.color} text={look.badge} onMedia />
      <strong title={look.name}>{look.name}</strong>
      <span className={styles.description} title={label?.description}>
        {label === undefined
          ? 'This task has no such label. Its shapes are kept as they are.'
          : (label.description ?? 'No description yet.')}
      </span>
    </div>
  )
}

function Line({ text }: { text: string }) {
  return (
    <div className={styles.about}>
      <span className={styles.description}>{text}</span>
    </div>
  )
}
