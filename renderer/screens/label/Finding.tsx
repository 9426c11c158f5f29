import { useEffect, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import styles from './Finding.module.css'
import { useSession, useSessionState } from './use-session.ts'

/** Shorter searches pass without a word. */
const QUIET_MS = 300

/** A search or a sorting that takes its time: how far it is, and the way to end it. */
export function Finding() {
  const session = useSession()
  const finding = useSessionState(state => state.finding)
  const under = finding !== null
  const [long, setLong] = useState(false)
  useEffect(() => {
    setLong(false)
    if (!under) return
    const timer = setTimeout(() => setLong(true), QUIET_MS)
    return () => clearTimeout(timer)
  }, [under])
  if (finding === null || !long) return null
  const percent = Math.floor(finding.share * 100)
  return (
    <div className={styles.finding}>
      <progress max={1} value={finding.share} aria-label="Searching the items" />
      <span className="faint">{percent} %</span>
      <Button look="quiet" small onClick={() => void session.stopFinding()}>
        Stop
      </Button>
    </div>
  )
}
