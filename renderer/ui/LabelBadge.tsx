import { classNames } from './class-names.ts'
import styles from './LabelBadge.module.css'

interface LabelBadgeProps {
  /** Place in the palette of twelve. A 13th label starts again at 1. */
  readonly color: number
  /** The key that gives the label, or two letters of its name. */
  readonly text: string
  /** No label yet: a dashed edge. */
  readonly open?: boolean
  /** Colours as on a picture, the same in both themes, so that list and picture match. */
  readonly onMedia?: boolean
}

/** Colour and key of a label, never colour alone. */
export function LabelBadge({ color, text, open = false, onMedia = false }: LabelBadgeProps) {
  const place = color < 1 ? 0 : ((color - 1) % 12) + 1
  return (
    <b
      className={classNames(
        styles.badge,
        `l${place}`,
        // A name, not a key.
        [...text].length > 1 && styles.two,
        open && styles.open,
        onMedia && styles.onMedia
      )}
      aria-hidden="true"
    >
      {text}
    </b>
  )
}
