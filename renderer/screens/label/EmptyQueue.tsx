import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { statusNames } from '../../ui/status-names.ts'
import styles from './EmptyQueue.module.css'
import { useSession, useSessionState } from './use-session.ts'

/** A filter that finds nothing: says which, and takes it away. */
export function EmptyFilter() {
  const session = useSession()
  const { text, statuses } = useSessionState(state => state.filter)
  const names = statuses.map(status => statusNames[status]).join(' or ')
  const is = names === '' ? '' : ` is ${names}`
  const holds = text === '' ? '' : `${names === '' ? '' : ' and'} contains “${text}”`
  return (
    <div className={styles.void} role="status">
      <Icon name="filter" />
      <b>
        No item{is}
        {holds}
      </b>
      <Button small keys="Escape" onClick={() => void session.find({ text: '', statuses: [] })}>
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
        None of the sources of this project holds an item. Put text, CSV, TSV, JSON or JSONL files in its data
        folder, name them in goldset.json and open it again.
      </span>
      <span className="mono">{session.summary.folder}</span>
    </div>
  )
}
