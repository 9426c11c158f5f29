import { useRef, useState } from 'react'
import { isEveryItem } from '../../../schemas/queue-view.ts'
import { inThousands } from '../../shell/place-names.ts'
import { Icon } from '../../ui/Icon.tsx'
import styles from './QueueHead.module.css'
import { QueueMenu } from './QueueMenu.tsx'
import { queueMenuId } from './use-queue-commands.ts'
import { useSessionState } from './use-session.ts'

/** What the queue shows, with the menu to change it, and how many items that are. */
export function QueueHead() {
  const items = useSessionState(state => state.items)
  const filtered = useSessionState(state => !isEveryItem(state.view.filter))
  const shown = useSessionState(state => state.list.length)
  const finding = useSessionState(state => state.finding !== null)
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  return (
    <div
      className={styles.place}
      onBlur={event => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false)
      }}
    >
      <div className={styles.head}>
        <h2>
          <button
            id={queueMenuId}
            ref={button}
            className={styles.what}
            aria-haspopup="listbox"
            aria-expanded={open}
            title="What the queue shows, and in which order"
            onClick={() => setOpen(!open)}
          >
            {filtered ? 'Matching' : 'All items'}
            <Icon name="down" small className="faint" />
          </button>
        </h2>
        <span className="grow" />
        <span className="faint" role="status" aria-busy={finding}>
          {inThousands(shown)}
          {filtered && ` of ${inThousands(items)}`}
        </span>
      </div>
      {open && (
        <QueueMenu
          onClose={() => {
            setOpen(false)
            button.current?.focus()
          }}
        />
      )}
    </div>
  )
}
