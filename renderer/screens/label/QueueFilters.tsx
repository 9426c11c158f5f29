import type { KeyboardEvent } from 'react'
import { isEveryItem } from '../../../schemas/queue-view.ts'
import { CommandCap } from '../../shell/commands/react.tsx'
import { inThousands } from '../../shell/place-names.ts'
import { filterParts, orderInWords } from '../../state/queue-words.ts'
import { Field } from '../../ui/Field.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { statusNames } from '../../ui/status-names.ts'
import { Finding } from './Finding.tsx'
import { givenStatuses } from './queue-options.ts'
import styles from './QueueFilters.module.css'
import { filterFieldId } from './use-label-commands.ts'
import { focusQueueList } from './use-queue-commands.ts'
import { useSession, useSessionState } from './use-session.ts'

/** The text that is looked for, the statuses with their counts, and in words what else is filtered. */
export function QueueFilters() {
  const session = useSession()
  const counts = useSessionState(state => state.counts)
  const filter = useSessionState(state => state.view.filter)
  const parts = filterParts(filter, session.tasks)
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') event.currentTarget.blur()
    // Enter keeps the filter, Escape takes it away, as the button below an empty queue says.
    else if (event.key === 'Escape' && !isEveryItem(filter)) void session.showAll()
    else if (event.key === 'ArrowDown') focusQueueList()
    else if (event.key === 'Backspace' && filter.text === '') void session.find(parts.at(-1)?.without ?? {})
  }
  return (
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
        onChange={event => void session.find({ text: event.target.value })}
        onKeyDown={onKeyDown}
      />
      <div className={styles.counts} role="group" aria-label="Show only items with a status">
        {givenStatuses.map(status => (
          <button
            key={status}
            title={statusNames[status]}
            aria-label={`${statusNames[status]}: ${counts[status]}`}
            aria-pressed={filter.statuses.includes(status)}
            onClick={() => {
              const rest = filter.statuses.filter(other => other !== status)
              const has = rest.length < filter.statuses.length
              void session.find({ statuses: has ? rest : [...rest, status] })
            }}
          >
            <Icon name={status} small />
            {inThousands(counts[status])}
          </button>
        ))}
      </div>
      <Chips />
      <Finding />
    </div>
  )
}

/** What is filtered and how it is sorted, each to be taken away. The text stands in its field. */
function Chips() {
  const session = useSession()
  const { filter, order } = useSessionState(state => state.view)
  const chips = filterParts(filter, session.tasks)
    .filter(({ id }) => id !== 'text')
    .map(({ id, words, without }) => ({ id, words, remove: () => session.find(without) }))
  const sorted = orderInWords(order)
  if (sorted !== null)
    chips.push({ id: 'order', words: sorted, remove: () => session.sort({ by: 'source' }) })
  if (chips.length === 0) return null
  return (
    <div className={styles.chips} role="group" aria-label="Filtered by">
      {chips.map(({ id, words, remove }) => (
        <button
          key={id}
          className={styles.chip}
          title={`Take away: ${words}`}
          onClick={() => void remove()}
          onKeyDown={event => {
            if (event.key === 'Delete' || event.key === 'Backspace') void remove()
          }}
        >
          <span className="cut" dir="auto">
            {words}
          </span>
          <Icon name="x" small />
        </button>
      ))}
    </div>
  )
}
