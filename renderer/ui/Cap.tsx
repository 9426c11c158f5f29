import { classNames } from './class-names.ts'
import styles from './Cap.module.css'
import { capParts } from './key-words.ts'

interface CapProps {
  /** As the registry writes keys: `Ctrl+Enter`, `D`, `{`. */
  readonly keys: string
  /** The scope does not have the keys now: dashed. */
  readonly off?: boolean
  /** What the key gives is chosen: filled. */
  readonly chosen?: boolean
}

/** One cap for each part of a key. */
export function Cap({ keys, off = false, chosen = false }: CapProps) {
  const parts = capParts(keys)
  const caps = parts.map((part, place) => (
    <kbd key={place} className={classNames(styles.cap, off && styles.off, chosen && styles.chosen)}>
      {part}
    </kbd>
  ))
  return parts.length === 1 ? caps[0] : <span className={styles.keys}>{caps}</span>
}
