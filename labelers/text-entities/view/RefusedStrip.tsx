import { Cap } from '../../../renderer/ui/Cap.tsx'
import { Icon } from '../../../renderer/ui/Icon.tsx'
import styles from './text.module.css'

/** Why a label was not taken, until the next move. */
export function RefusedStrip({ sentence }: { readonly sentence: string }) {
  return (
    <div className={styles.strip} role="alert">
      <Icon name="warn" small className="warn-text" />
      <span className="grow">{sentence}</span>
      <Cap keys="Escape" />
    </div>
  )
}
