import type { Hint } from '../../../labelers/kit/view.ts'
import { Cap } from '../../ui/Cap.tsx'
import styles from './Hints.module.css'

/** The keys that act in the item, now. */
export function Hints({ hints }: { hints: readonly Hint[] }) {
  if (hints.length === 0) return null
  return (
    <div className={styles.hints}>
      {hints.map(hint => (
        <span key={hint.text}>
          {hint.caps.map(cap => (
            <Cap key={cap} keys={cap} />
          ))}
          {hint.text}
        </span>
      ))}
    </div>
  )
}
