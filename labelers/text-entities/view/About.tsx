import { LabelBadge } from '../../../renderer/ui/LabelBadge.tsx'
import { labelsById } from '../../kit/labels.ts'
import styles from '../../kit/view/about.module.css'
import { type Props, useTextState } from './text-state.ts'
import { useLooks } from '../../kit/view/use-looks.ts'

/** What the label of the selected span means, or the label in hand. */
export function About(props: Props) {
  const { selected, hand } = useTextState(props)
  const looks = useLooks(props)
  const id = selected?.label ?? hand
  if (id === undefined)
    return (
      <div className={styles.about}>
        <span className={styles.description}>
          Select words and press the key of a label. Press the key first to take the label in hand.
        </span>
      </div>
    )
  const look = looks(id)
  const label = labelsById(props.config.labels).get(id)
  return (
    <div className={styles.about}>
      <LabelBadge color={look.color} text={look.badge} />
      <strong title={look.name}>{look.name}</strong>
      <span className={styles.description} title={label?.description}>
        {label === undefined
          ? 'This task has no such label. Its spans are kept as they are.'
          : (label.description ?? 'No description yet.')}
      </span>
    </div>
  )
}
