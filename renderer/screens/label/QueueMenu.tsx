import { type FormEvent, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { type FilterChoices, isEveryItem } from '../../../schemas/queue-view.ts'
import { Cap } from '../../ui/Cap.tsx'
import { Field } from '../../ui/Field.tsx'
import { OptionMenu } from '../../ui/OptionMenu.tsx'
import { queueOptions } from './queue-options.ts'
import styles from './QueueMenu.module.css'
import { useSession, useSessionState } from './use-session.ts'

/** What the queue shows, in which order, and the filters that were given a name. */
export function QueueMenu({ onClose }: { onClose: () => void }) {
  const session = useSession()
  const view = useSessionState(state => state.view)
  const counts = useSessionState(state => state.counts)
  const { saved } = useStore(session.memory.store)
  const choices = useChoices()
  const groups = queueOptions({
    view,
    counts,
    choices,
    saved,
    tasks: session.tasks,
    find: filter => void session.find(filter),
    sort: order => void session.sort(order),
    turnTo: wanted => void session.turnTo(wanted),
    removeSaved: name => session.memory.remove(name),
    newSeed: () => session.newSeed()
  })
  const plain = isEveryItem(view.filter) && view.order.by === 'source'
  return (
    <OptionMenu label="What the queue shows" groups={groups} onClose={onClose} className={styles.menu}>
      {!plain && <SaveView onSaved={onClose} />}
    </OptionMenu>
  )
}

/** Asked for anew whenever the annotators change whose labels are counted. */
function useChoices(): FilterChoices | null {
  const session = useSession()
  const annotators = useSessionState(state => state.view.filter.annotators)
  const [choices, setChoices] = useState<FilterChoices | null>(null)
  useEffect(() => {
    let gone = false
    void session.filterChoices(annotators).then(found => {
      if (!gone) setChoices(found)
    })
    return () => {
      gone = true
    }
  }, [session, annotators])
  return choices
}

function SaveView({ onSaved }: { onSaved: () => void }) {
  const session = useSession()
  const view = useSessionState(state => state.view)
  const [name, setName] = useState('')
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    session.memory.save(name.trim(), view)
    onSaved()
  }
  return (
    <form className={styles.save} onSubmit={save}>
      <Field
        small
        aria-label="Name under which this filter is saved"
        placeholder="Save this filter as…"
        maxLength={80}
        value={name}
        onChange={event => setName(event.target.value)}
        onKeyDown={event => {
          if (event.key !== 'Escape') return
          event.preventDefault()
          onSaved()
        }}
        after={<Cap keys="Enter" off={name.trim() === ''} />}
      />
    </form>
  )
}
