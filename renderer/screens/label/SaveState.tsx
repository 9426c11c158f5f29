import { useEffect, useState } from 'react'
import styles from '../../shell/StatusBar.module.css'
import { Icon } from '../../ui/Icon.tsx'
import { timeOfDay } from './time-of-day.ts'
import { useSession, useSessionState } from './use-session.ts'

/** "Saved" only after the disk confirmed, "Saving" only after 300 ms, "Not saved" until it is untrue. */
export function SaveState() {
  const session = useSession()
  const { pending, unsaved, savedAt } = useSessionState(state => state.save)
  const slow = useLasting(pending > 0, 300)
  if (session.summary.readOnly !== undefined)
    return (
      <span data-save="read-only">
        <Icon name="lock" small />
        Read-only
      </span>
    )
  if (unsaved > 0)
    return (
      <span className={styles.bad} role="alert" data-save="not-saved">
        <Icon name="error" small />
        <b>Not saved</b> {unsaved === 1 ? '1 answer' : `${unsaved} answers`}
        <button className={`${styles.press} ${styles.retry}`} onClick={() => session.retry()}>
          Retry
        </button>
      </span>
    )
  if (slow)
    return (
      <span data-save="saving">
        <i className={styles.spin} />
        <b>Saving</b>
      </span>
    )
  if (savedAt === null)
    return <span data-save={pending > 0 ? 'pending' : 'none'}>{pending === 0 && 'Nothing to save yet'}</span>
  // The words keep their place and are not said while something newer is on its way to the disk.
  return (
    <span
      title="Written to disk and confirmed"
      data-save={pending === 0 ? 'saved' : 'pending'}
      className={pending === 0 ? undefined : styles.unsaid}
    >
      <Icon name="check" small />
      <b>Saved</b> {timeOfDay(savedAt)}
    </span>
  )
}

/** Whether something has been so for this long. */
function useLasting(is: boolean, ms: number): boolean {
  const [lasting, setLasting] = useState(false)
  useEffect(() => {
    if (!is) return setLasting(false)
    const timer = setTimeout(() => setLasting(true), ms)
    return () => clearTimeout(timer)
  }, [is, ms])
  return is && lasting
}
