import { memo, type MouseEvent, useEffect, useRef, useState } from 'react'
import type { QueueRow } from '../../../electron/api/contract.ts'
import { shownMedia } from '../../../schemas/shown-media.ts'
import { rowName, secondLine } from '../../state/row-words.ts'
import { markWords } from '../../state/queue-words.ts'
import { classNames } from '../../ui/class-names.ts'
import { Icon } from '../../ui/Icon.tsx'
import { statusNames } from '../../ui/status-names.ts'
import { useFixedRows } from '../../ui/use-fixed-rows.ts'
import styles from './QueueRows.module.css'
import { Thumbnail } from './thumbnails/Thumbnail.tsx'
import { Thumbnails } from './thumbnails/thumbnails.ts'
import { queueListId, queuePart, queueRowHeight } from './use-queue-commands.ts'
import { useSession, useSessionState } from './use-session.ts'

const rowId = (place: number) => `queue-row-${place}`

/**
 * The items that are shown, one row each. The list as a whole has the focus and says which row the keys point at, so that
 * scrolling that row out of sight does not lose it.
 */
export function QueueRows() {
  const session = useSession()
  const list = useSessionState(state => state.list)
  const position = useSessionState(state => state.position)
  const cursor = useSessionState(state => state.cursor)
  const selection = useSessionState(state => state.selection)
  useSessionState(state => state.rowsVersion)
  const scroller = useRef<HTMLDivElement>(null)
  const { project } = session.summary
  const { height, rows, reveal } = useFixedRows(scroller, list.length, queueRowHeight(project))
  const media = shownMedia(project)?.kind
  const [thumbnails] = useState(() => new Thumbnails())
  useEffect(() => () => thumbnails.close(), [thumbnails])
  const first = rows[0]?.place
  const last = rows.at(-1)?.place
  useEffect(() => {
    if (first !== undefined && last !== undefined) session.rows.want(list, first, last)
  }, [session, list, first, last])
  const place = list.placeOf(position)
  const isShown = list.at(place) === position
  const pointed = cursor ?? (isShown ? place : null)
  useEffect(() => {
    if (pointed !== null) reveal(pointed)
  }, [reveal, list, pointed])
  const onMouseDown = (event: MouseEvent) => {
    // A click opens an item, which then has the keys; only a selection keeps them in the list.
    if (!event.shiftKey && !event.ctrlKey && !event.metaKey) event.preventDefault()
  }
  const onClick = (event: MouseEvent) => {
    const row = event.target instanceof Element ? event.target.closest('[data-place]') : null
    if (row === null) return
    const at = Number(row.getAttribute('data-place'))
    const target = list.at(at)
    if (event.shiftKey) session.selecting.reach(at)
    else if (event.ctrlKey || event.metaKey) session.selecting.toggle(at)
    else if (target !== undefined) {
      session.selecting.none()
      void session.go(target)
    }
  }
  return (
    <div
      ref={scroller}
      id={queueListId}
      className={styles.rows}
      role="listbox"
      aria-label="Items"
      aria-multiselectable
      aria-activedescendant={pointed === null ? undefined : rowId(pointed)}
      tabIndex={0}
      data-keys={queuePart}
      onMouseDown={onMouseDown}
      onClick={onClick}
    >
      <div role="presentation" style={{ height, position: 'relative' }}>
        {rows.map(({ place: at, top, slot }) => {
          const target = list.at(at)
          if (target === undefined) return null
          return (
            <Row
              key={slot}
              place={at}
              of={list.length}
              position={target}
              row={session.rows.at(target)}
              current={target === position}
              selected={selection.has(target)}
              pointed={at === cursor}
              top={top}
              media={media}
              thumbnails={thumbnails}
            />
          )
        })}
      </div>
    </div>
  )
}

interface RowProps {
  readonly place: number
  readonly of: number
  readonly position: number
  readonly row: QueueRow | undefined
  readonly current: boolean
  readonly selected: boolean
  readonly pointed: boolean
  readonly top: number
  /** What tells items apart besides words. */
  readonly media: 'image' | 'audio' | undefined
  readonly thumbnails: Thumbnails
}

const Row = memo(function Row(props: RowProps) {
  const { place, of, position, row, current, selected, pointed, top, media, thumbnails } = props
  const done =
    row !== undefined && row.status !== 'todo' && row.status !== 'draft' && row.status !== 'flagged'
  return (
    <div
      id={rowId(place)}
      data-place={place}
      role="option"
      aria-selected={selected}
      aria-current={current ? 'true' : undefined}
      aria-posinset={place + 1}
      aria-setsize={of}
      className={classNames(
        styles.row,
        media !== undefined && styles.tall,
        done && styles.done,
        selected && styles.selected,
        pointed && styles.pointed
      )}
      style={{ transform: `translateY(${top}px)` }}
      title={row?.title}
    >
      {row === undefined ? (
        <span className={styles.noIcon} />
      ) : (
        <Icon name={row.status} small label={statusNames[row.status]} />
      )}
      {media === 'image' && <Thumbnail key={row?.media?.path} media={row?.media} thumbnails={thumbnails} />}
      {media === undefined ? (
        <>
          <span className={styles.number}>{position + 1}</span>
          <span className={styles.title} dir="auto">
            {row?.title ?? ''}
          </span>
          {row !== undefined && <RowEnd row={row} />}
        </>
      ) : (
        <span className={styles.two}>
          <span className={styles.title} dir="auto">
            {row === undefined ? '' : rowName(row)}
          </span>
          <span className={styles.under}>
            <span className={styles.line}>{row === undefined ? '' : secondLine(row)}</span>
            {row !== undefined && <RowEnd row={row} />}
          </span>
        </span>
      )}
    </div>
  )
})

/** What is worth knowing of a row before it is opened. */
function RowEnd({ row: { marks, others } }: { row: QueueRow }) {
  return (
    <>
      {marks.includes('problem') && (
        <Icon name="warn" small label={markWords.problem} className={styles.warn} />
      )}
      {marks.includes('unsure') && <Icon name="info" small label={markWords.unsure} />}
      {marks.includes('commented') && <Icon name="comment" small label={markWords.commented} />}
      {others > 0 && (
        <span className={styles.others} title={`Answered by ${others} more`}>
          +{others}
        </span>
      )}
    </>
  )
}
