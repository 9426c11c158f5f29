import { nothingInWords } from '../../state/queue-words.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import styles from './EmptyQueue.module.css'
import { useSession, useSessionState } from './use-session.ts'

/** A filter that finds nothing: says which, and takes it away. */
export function EmptyFilter() {
  const session = useSession()
  const filter = useSessionState(state => state.view.filter)
  return (
    <div className={styles.void} role="status">
      <Icon name="filter" />
      <b dir="auto">{nothingInWords(filter, session.tasks)}</b>
      <Button small keys="Escape" onClick={() => void session.showAll()}>
        Clear filter
      </Button>
    </div>
  )
}

/** A project whose sources hold no item. */
export function EmptyProject() {
  const session = useSession()
  return (
    <div className={styles.void}>
      <Icon name="folder" />
      <b>No data yet</b>
      <span>
        None of the sources of this project holds an item. Put texts, pictures, recordings or tables in its
        data folder, name them in goldset.json and open it again.
      </span>
      <span className="mono">{session.summary.folder}</span>
    </div>
  )
}
