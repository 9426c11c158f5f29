import { Command } from 'cmdk'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { QueueRow, TextHits } from '../../electron/api/contract.ts'
import type { LabelSession } from '../state/label-session.ts'
import { itemsInWords } from '../state/queue-words.ts'
import { Icon } from '../ui/Icon.tsx'
import { statusNames } from '../ui/status-names.ts'
import styles from './CommandPalette.module.css'
import { inThousands } from './place-names.ts'

interface SoughtItemsProps {
  readonly session: LabelSession
  /** A number, or what stands in an id or a text. */
  readonly sought: string
  readonly onChoose: (position: number) => void
}

/** Items in the palette: by number, then by id and text as they are found. */
export function SoughtItems({ session, sought, onChoose }: SoughtItemsProps) {
  const hits = useHits(session, sought)
  const number = /^\d{1,15}$/.test(sought) ? Number(sought) : null
  return (
    <>
      {number !== null && <Numbered key={number} session={session} number={number} onChoose={onChoose} />}
      {hits?.rows.map(row => (
        <Hit key={row.position} row={row} onChoose={onChoose} />
      ))}
      {hits !== null && hits.rows.length === 0 && number === null && (
        <p className={styles.none}>
          {hits.whole
            ? 'No item has this in its id or text.'
            : 'Not among the first items. Filter the queue to look at all.'}
        </p>
      )}
    </>
  )
}

interface NumberedProps {
  readonly session: LabelSession
  /** As the queue counts: rows that could not become items keep theirs. */
  readonly number: number
  readonly onChoose: (position: number) => void
}

function Numbered({ session, number, onChoose }: NumberedProps) {
  const items = useStore(session.store, state => state.items)
  const row = useNumbered(session, number)
  return (
    <Command.Item
      value={`#${number}`}
      className={styles.row ?? ''}
      disabled={row === null}
      onSelect={() => onChoose(number - 1)}
    >
      <Icon name="right" />
      <span className="grow cut" dir="auto">
        {row === null
          ? `There is no item ${inThousands(number)} among the ${itemsInWords(items)}.`
          : `Go to item ${inThousands(number)}${row === undefined ? '' : `: ${row.title}`}`}
      </span>
    </Command.Item>
  )
}

/** Null: no item has this number. Undefined: it is being looked for. */
function useNumbered(session: LabelSession, number: number): QueueRow | null | undefined {
  const [found, setFound] = useState<{ readonly number: number; readonly row: QueueRow | null } | null>(null)
  useEffect(() => {
    let gone = false
    void session.numbered(number).then(row => {
      if (!gone) setFound({ number, row })
    })
    return () => {
      gone = true
    }
  }, [session, number])
  return found?.number === number ? found.row : undefined
}

function Hit({ row, onChoose }: { row: QueueRow; onChoose: (position: number) => void }) {
  return (
    <Command.Item
      value={`item ${row.position}`}
      className={styles.row ?? ''}
      onSelect={() => onChoose(row.position)}
    >
      <Icon name={row.status} label={statusNames[row.status]} />
      <span className="grow cut" dir="auto">
        {row.title}
      </span>
      <span className={`${styles.where} cut`} dir="auto">
        {row.id}
      </span>
      <span className="faint">{inThousands(row.position + 1)}</span>
    </Command.Item>
  )
}

/** Null: nothing is sought, or it is still being looked for. */
function useHits(session: LabelSession, sought: string): TextHits | null {
  const [found, setFound] = useState<{ readonly sought: string; readonly hits: TextHits } | null>(null)
  useEffect(() => {
    if (sought === '') return
    let gone = false
    void session.lookUp(sought).then(hits => {
      if (!gone) setFound({ sought, hits })
    })
    return () => {
      gone = true
    }
  }, [session, sought])
  return found?.sought === sought ? found.hits : null
}
