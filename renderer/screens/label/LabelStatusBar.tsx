import { useEffect, useState } from 'react'
import { CommandCap, useRegistry } from '../../shell/commands/react.tsx'
import { inThousands } from '../../shell/place-names.ts'
import styles from '../../shell/StatusBar.module.css'
import { undoDepth } from '../../state/history.ts'
import { Icon } from '../../ui/Icon.tsx'
import { statusNames } from '../../ui/status-names.ts'
import { SaveState } from './SaveState.tsx'
import { duration } from './time-of-day.ts'
import { useSession, useSessionState } from './use-session.ts'

/** The saved state, the place, the pace, the depth of undo. */
export function LabelStatusBar() {
  const registry = useRegistry()
  const position = useSessionState(state => state.position)
  const status = useSessionState(state => state.entry?.state.status)
  const depth = useSessionState(state => undoDepth(state.history))
  const items = useSessionState(state => state.items)
  return (
    <footer className={styles.status}>
      <SaveState />
      {status !== undefined && <span>{capital(statusNames[status])}</span>}
      {items > 0 && (
        <span>
          <b>{inThousands(position + 1)}</b> of {inThousands(items)}
        </span>
      )}
      <Today />
      <span className="grow" />
      <Problems />
      <button className={styles.press} onClick={() => registry.run('edit.undo')}>
        <Icon name="undo" small />
        Undo <b>{depth}</b>
      </button>
      <Active />
      <button className={styles.press} onClick={() => registry.run('app.keys')}>
        Keys <CommandCap id="app.keys" />
      </button>
    </footer>
  )
}

/** Quiet: what is wrong leaves the rest usable. */
function Problems() {
  const registry = useRegistry()
  const problems = useSessionState(state => state.problems)
  if (problems === 0) return null
  return (
    <button className={styles.press} onClick={() => registry.run('app.problems')}>
      <Icon name="warn" small />
      <b>{inThousands(problems)}</b> {problems === 1 ? 'problem' : 'problems'}
    </button>
  )
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

function Today() {
  const session = useSession()
  useSessionState(state => state.counts)
  const now = Date.now()
  const rate = session.pace.anHour(now)
  return (
    <span>
      Today <b>{inThousands(session.pace.today(now))}</b>
      {rate !== null && `· ${inThousands(rate)} an hour`}
    </span>
  )
}

function Active() {
  const entry = useSessionState(state => state.entry)
  const [, tick] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => tick(n => n + 1), 1000)
    return () => clearInterval(timer)
  }, [])
  if (entry === null) return null
  return (
    <span title="Time on this item with input within the last two minutes">
      <Icon name="clock" small />
      Active <b>{duration(entry.time.at(performance.now()))}</b>
    </span>
  )
}
