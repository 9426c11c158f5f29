import { isEveryItem } from '../../../schemas/queue-view.ts'
import { EmptyFilter } from './EmptyQueue.tsx'
import { IndexProgress } from './IndexProgress.tsx'
import { PanelEdge } from './PanelEdge.tsx'
import { QueueFilters } from './QueueFilters.tsx'
import { QueueHead } from './QueueHead.tsx'
import styles from './QueuePanel.module.css'
import { QueueRows } from './QueueRows.tsx'
import { SelectionBar } from './SelectionBar.tsx'
import { useSessionState } from './use-session.ts'

/** The items in the order they are worked through, and what is shown of them. */
export function QueuePanel() {
  const nothing = useSessionState(
    ({ list, finding, view }) => list.length === 0 && finding === null && !isEveryItem(view.filter)
  )
  return (
    <aside className={styles.queue} aria-label="Queue">
      <QueueHead />
      <IndexProgress />
      <QueueFilters />
      {nothing ? <EmptyFilter /> : <QueueRows />}
      <SelectionBar />
      <PanelEdge name="queue" label="Width of the queue" />
    </aside>
  )
}
