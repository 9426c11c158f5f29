import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, useEffect, useRef } from 'react'
import type { QueueRow } from '../../../electron/api/contract.ts'
import { CommandCap } from '../../shell/commands/react.tsx'
import { inThousands } from '../../shell/place-names.ts'
import { classNames } from '../../ui/class-names.ts'
import { Field } from '../../ui/Field.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { statusNames } from '../../ui/status-names.ts'
import { EmptyFilter } from './EmptyQueue.tsx'
import { PanelEdge } from './PanelEdge.tsx'
import styles from './QueuePanel.module.css'
import { filterFieldId } from './use-label-commands.ts'
import { useSession, useSessionState } from './use-session.ts'

const rowHeight = 26
const shown = ['todo', 'draft', 'submitted', 'skipped', 'flagged'] as const

/** Every item that matches the filter, with its status. */
export function QueuePanel() {
  const session = useSession()
  const counts = useSessionState(state => state.counts)
  const filter = useSessionState(state => state.filter)
  const found = useSessionState(state => state.positions.length)
  const filtered = filter.text !== '' || filter.statuses.length > 0
  return (
    <aside className={styles.queue} aria-label="Queue">
      <div className={styles.head}>
        <h2>{filtered ? 'Matching' : 'All items'}</h2>
        <span className="grow" />
        <span className="faint">
          {inThousands(found)}
          {filtered && ` of ${inThousands(session.summary.items)}`}
        </span>
      </div>
      <div className={styles.filters}>
        <Field
          id={filterFieldId}
          small
          type="search"
          aria-label="Filter the queue by text"
          placeholder="Filter"
          value={filter.text}
          before={<Icon name="filter" small className="faint" />}
          after={
            <span className={styles.filterKeys}>
              <CommandCap id="queue.filter" />
            </span>
          }
          onChange={event => void session.find({ ...filter, text: event.target.value })}
          onKeyDown={event => {
            if (event.nativeEvent.isComposing) return
            if (event.key === 'Enter') event.currentTarget.blur()
            // Enter keeps the filter, Escape takes it away, as the button below an empty queue says.
            else if (event.key === 'Escape' && filtered) void session.find({ text: '', statuses: [] })
          }}
        />
        <div className={styles.counts} role="group" aria-label="Show only items with a status">
          {shown.map(status => (
            <button
              key={status}
              title={statusNames[status]}
              aria-label={`${statusNames[status]}: ${counts[status]}`}
              aria-pressed={filter.statuses.includes(status)}
              onClick={() => {
                const has = filter.statuses.includes(status)
                const rest = filter.statuses.filter(other => other !== status)
                void session.find({ ...filter, statuses: has ? rest : [...rest, status] })
              }}
            >
              <Icon name={status} small />
              {inThousands(counts[status])}
            </button>
          ))}
        </div>
      </div>
      {found === 0 && filtered ? <EmptyFilter /> : <Rows />}
      <PanelEdge name="queue" label="Width of the queue" />
    </aside>
  )
}

function Rows() {
  const session = useSession()
  const positions = useSessionState(state => state.positions)
  const position = useSessionState(state => state.position)
  useSessionState(state => state.rowsVersion)
  const scroller = useRef<HTMLDivElement>(null)
  const list = useVirtualizer({
    count: positions.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    initialRect: { width: 256, height: 640 }
  })
  const rows = list.getVirtualItems()
  const first = rows[0]?.index
  const last = rows.at(-1)?.index
  useEffect(() => {
    if (first !== undefined && last !== undefined) session.rows.want(positions, first, last)
  }, [session, positions, first, last])
  const place = session.place
  useEffect(() => {
    if (positions[place] === position) list.scrollToIndex(place, { align: 'auto' })
  }, [list, positions, place, position])
  return (
    <div ref={scroller} className={styles.rows} tabIndex={-1}>
      <div role="list" style={{ height: list.getTotalSize(), position: 'relative' }}>
        {rows.map(({ index, start }) => {
          const at = positions[index]
          if (at === undefined) return null
          const row = session.rows.at(at)
          return <Row key={at} position={at} row={row} current={at === position} top={start} />
        })}
      </div>
    </div>
  )
}

interface RowProps {
  readonly position: number
  readonly row: QueueRow | undefined
  readonly current: boolean
  readonly top: number
}

const Row = memo(function Row({ position, row, current, top }: RowProps) {
  const session = useSession()
  const done =
    row !== undefined && row.status !== 'todo' && row.status !== 'draft' && row.status !== 'flagged'
  return (
    <div role="listitem" className={styles.place} style={{ transform: `translateY(${top}px)` }}>
      <button
        className={classNames(styles.row, done && styles.done)}
        aria-current={current ? 'true' : undefined}
        tabIndex={current ? 0 : -1}
        onClick={() => void session.go(position)}
      >
        {row === undefined ? (
          <span className={styles.noIcon} />
        ) : (
          <Icon name={row.status} small label={statusNames[row.status]} />
        )}
        <span className={styles.number}>{position + 1}</span>
        <span className={styles.title} dir="auto">
          {row?.title ?? ''}
        </span>
      </button>
    </div>
  )
})
