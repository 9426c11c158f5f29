import { useState } from 'react'
import { labelerOf } from '../../../labelers/index.ts'
import type { Task } from '../../../schemas/project.ts'
import { CommandCap, useLiveRegistry } from '../../shell/commands/react.tsx'
import type { Entry } from '../../state/session-state.ts'
import { missingOf, type MissingSentence, missingSentence } from '../../state/missing.ts'
import { Button } from '../../ui/Button.tsx'
import { Cap } from '../../ui/Cap.tsx'
import { Field } from '../../ui/Field.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { classNames } from '../../ui/class-names.ts'
import styles from './Foot.module.css'
import { bindingCommandId } from './use-task-commands.ts'
import { useSession, useSessionState } from './use-session.ts'

/** What is missing with the keys that give it, Submit, and the ways around it. */
export function Foot({ entry }: { entry: Entry }) {
  const session = useSession()
  const registry = useLiveRegistry()
  const refused = useSessionState(state => state.refused)
  const skipping = useSessionState(state => state.skipping)
  const missing = missingOf(session.tasks, entry.item, entry.state)
  const sentence = missingSentence(missing, entry.item, entry.state)
  const { status, unsure, skipReason } = entry.state
  const readOnly = (session.summary.readOnly ?? entry.opened.readOnly) !== undefined
  return (
    <div className={styles.foot} onMouseDown={event => keepFocus(event)}>
      <div className={classNames(styles.why, refused && styles.refused)} role="status">
        {readOnly ? (
          <span className="faint">Read-only: nothing can be submitted.</span>
        ) : sentence !== null ? (
          <MissingLine sentence={sentence} loud={refused} />
        ) : status === 'skipped' && skipReason !== undefined ? (
          <span className="cut" title={skipReason}>
            Skipped: {skipReason}
          </span>
        ) : (
          <span className="faint">{status === 'submitted' ? 'Submitted.' : 'Nothing is missing.'}</span>
        )}
      </div>
      <Button
        block
        look={sentence === null && !readOnly ? 'primary' : 'wait'}
        onClick={() => registry.run('item.submit')}
      >
        Submit and next <CommandCap id="item.submit" />
      </Button>
      {skipping && <SkipReason />}
      <div className={styles.acts}>
        <Button look="quiet" small on={status === 'skipped'} onClick={() => registry.run('item.skip')}>
          Skip <CommandCap id="item.skip" />
        </Button>
        <Button look="quiet" small on={status === 'flagged'} onClick={() => registry.run('item.flag')}>
          Flag <CommandCap id="item.flag" />
        </Button>
        <Button look="quiet" small on={unsure} onClick={() => registry.run('item.unsure')}>
          Unsure <CommandCap id="item.unsure" />
        </Button>
      </div>
    </div>
  )
}

/** A button pressed with the mouse must not take Space and Enter away from the item. */
function keepFocus(event: { target: EventTarget; preventDefault(): void }): void {
  if (event.target instanceof Element && event.target.closest('button') !== null) event.preventDefault()
}

const mostKeys = 9

function MissingLine({ sentence, loud }: { sentence: MissingSentence; loud: boolean }) {
  const { text, task, more } = sentence
  return (
    <>
      <Icon name={loud ? 'warn' : 'info'} small className={loud ? 'warn-text' : undefined} />
      <span className="cut" title={text}>
        {text}
      </span>
      {task !== undefined && <LabelKeys task={task} />}
      {more > 0 && <span className="faint">+{more}</span>}
    </>
  )
}

/** A binding about one label has the id of it behind a colon. */
const isAboutLabel = ({ id }: { readonly id: string }): boolean => id.includes(':')

/** The keys that answer a question, one for each of its labels. */
function LabelKeys({ task }: { task: Task }) {
  const registry = useLiveRegistry()
  const bindings = labelerOf(task.labeler)?.keys(task.config) ?? []
  const keys = bindings.filter(isAboutLabel).flatMap(binding => {
    const command = registry.byId(bindingCommandId(task.id, binding.id))
    const cap = command === undefined ? undefined : registry.capOf(command)
    if (command === undefined || cap === undefined || cap.length > 1) return []
    return [{ cap, off: !registry.acts(command, cap) }]
  })
  return (
    <span className={styles.keys}>
      {keys.slice(0, mostKeys).map(({ cap, off }) => (
        <Cap key={cap} keys={cap} off={off} />
      ))}
      {keys.length > mostKeys && '…'}
    </span>
  )
}

function SkipReason() {
  const session = useSession()
  const [reason, setReason] = useState('')
  return (
    <form
      className={styles.reason}
      onSubmit={event => {
        event.preventDefault()
        void session.skip(reason)
      }}
    >
      <Field
        autoFocus
        small
        aria-label="Why this item is skipped"
        placeholder="Why? May stay empty"
        value={reason}
        maxLength={2000}
        onChange={event => setReason(event.target.value)}
        onKeyDown={event => {
          if (event.key === 'Escape') session.openSkip(false)
        }}
        after={<Cap keys="Enter" />}
      />
    </form>
  )
}
