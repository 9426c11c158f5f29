import { useEffect, useState } from 'react'
import { CommandCap, useRegistry } from '../../shell/commands/react.tsx'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import styles from './ToastLine.module.css'
import { useSession, useSessionState } from './use-session.ts'

const shownMs = 6000

/** What was just done, with Undo. Goes after six seconds, stays while the pointer is on it. */
export function ToastLine() {
  const session = useSession()
  const registry = useRegistry()
  const toast = useSessionState(state => state.toast)
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (toast === null || held) return
    const timer = setTimeout(() => session.hush(), shownMs)
    return () => clearTimeout(timer)
  }, [session, toast, held])
  return (
    <div className={styles.place} aria-live="polite">
      {toast !== null && (
        <div
          key={toast.id}
          className={`${styles.toast} float`}
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
        >
          <Icon name={toast.icon} small className="dim" />
          <span className="grow cut">
            <b>{toast.bold}</b> <span dir="auto">{toast.text}</span>
          </span>
          {toast.offer !== null && (
            <Button look="quiet" small onClick={() => registry.run(`edit.${toast.offer}`)}>
              {toast.offer === 'undo' ? 'Undo' : 'Redo'} <CommandCap id={`edit.${toast.offer}`} />
            </Button>
          )}
        </div>
      )}
    </div>
  )
}
