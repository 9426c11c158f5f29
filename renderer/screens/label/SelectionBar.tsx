import { useRef, useState } from 'react'
import { labelerOf } from '../../../labelers/index.ts'
import { CommandCap, useRegistry } from '../../shell/commands/react.tsx'
import { inThousands } from '../../shell/place-names.ts'
import type { LabelSession } from '../../state/label-session.ts'
import { itemsInWords } from '../../state/queue-words.ts'
import type { Bulk } from '../../state/session-state.ts'
import { Button } from '../../ui/Button.tsx'
import { type MenuGroup, OptionMenu } from '../../ui/OptionMenu.tsx'
import styles from './SelectionBar.module.css'
import { bulkCommands, bulkMenuId } from './use-queue-commands.ts'
import { useSession, useSessionState } from './use-session.ts'

/** How many items are selected and what can be done to them at once; while it is being done, how far it is. */
export function SelectionBar() {
  const session = useSession()
  const registry = useRegistry()
  const size = useSessionState(state => state.selection.size)
  const bulk = useSessionState(state => state.bulk)
  if (bulk !== null) return <Working bulk={bulk} onStop={() => session.selecting.stop()} />
  if (size === 0) return null
  const readOnly = session.summary.readOnly !== undefined
  return (
    <div className={styles.bar} role="region" aria-label="Selected items">
      <div className={styles.line}>
        <b className="grow" role="status">
          {inThousands(size)} selected
        </b>
        <Button look="quiet" small onClick={() => session.selecting.none()}>
          None <CommandCap id="queue.unselect" />
        </Button>
      </div>
      {readOnly ? (
        <p className="faint">Read-only: nothing can be done to them.</p>
      ) : (
        <div className={styles.acts}>
          {bulkCommands.map(({ id, word }) => (
            <Button key={id} small onClick={() => registry.run(id)}>
              {word} <CommandCap id={id} />
            </Button>
          ))}
          <Choose />
        </div>
      )}
    </div>
  )
}

function Working({ bulk: { doing, done, of }, onStop }: { bulk: Bulk; onStop: () => void }) {
  return (
    <div className={styles.bar} role="region" aria-label="Selected items">
      <div className={styles.line}>
        <span className="grow cut" role="status">
          {doing}: <b>{inThousands(done)}</b> of {itemsInWords(of)}
        </span>
        <Button small onClick={onStop}>
          Stop
        </Button>
      </div>
      <progress className={styles.progress} max={of} value={done} aria-label={doing} />
    </div>
  )
}

/** The labels that can be given to all of them, by task. */
function Choose() {
  const session = useSession()
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  const groups = open ? chooseGroups(session, close) : []
  if (!open && !canChoose(session)) return null
  return (
    <div
      onBlur={event => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false)
      }}
    >
      <Button
        id={bulkMenuId}
        ref={button}
        small
        aria-haspopup="listbox"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        Choose… <CommandCap id="bulk.choose" />
      </Button>
      {open && (
        <OptionMenu label="Choose for all selected" groups={groups} onClose={close} className={styles.menu} />
      )}
    </div>
  )
}

function canChoose({ tasks }: LabelSession): boolean {
  return tasks.some(task => (labelerOf(task.labeler)?.bulk?.(task.config) ?? []).length > 0)
}

function chooseGroups(session: LabelSession, close: () => void): readonly MenuGroup[] {
  return session.tasks.map(task => ({
    title: task.title,
    options: (labelerOf(task.labeler)?.bulk?.(task.config) ?? []).map(command => ({
      id: `${task.id}/${command.id}`,
      title: command.title,
      onChoose: () => {
        close()
        void session.selecting.choose(task, command)
      }
    }))
  }))
}
