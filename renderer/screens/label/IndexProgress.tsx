import { useEffect, useState } from 'react'
import { ProblemList } from '../../shell/ProblemList.tsx'
import { inThousands } from '../../shell/place-names.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './IndexProgress.module.css'
import { useSession, useSessionState } from './use-session.ts'

/** Data that is read sooner is not worth a word. */
const QUIET_MS = 500

/** How far the reading of the data is, with the way to stop it and to go on; then what of it could not be used. */
export function IndexProgress() {
  const session = useSession()
  const reading = useSessionState(state => state.reading)
  const long = useLongerThan(QUIET_MS, reading !== null)
  if (reading === null) return <DataProblems />
  if (!long) return null
  const percent = `${Math.floor(reading.share * 100)} %`
  return (
    <div className={styles.reading}>
      <span>{reading.stopped ? `Reading stopped at ${percent}` : 'Reading the data'}</span>
      <progress max={1} value={reading.share} aria-label="Reading the data" />
      {!reading.stopped && <span className="faint">{percent}</span>}
      <Button
        look="quiet"
        small
        onClick={() => void (reading.stopped ? session.goOnReading() : session.stopReading())}
      >
        {reading.stopped ? 'Go on' : 'Stop'}
      </Button>
    </div>
  )
}

/** Rows and files that are no items, each with its place and reason. */
function DataProblems() {
  const { shown, count } = useSessionState(state => state.dataProblems)
  if (count === 0) return null
  return (
    <details className={styles.problems}>
      <summary>
        {count === 1 ? '1 problem in the data' : `${inThousands(count)} problems in the data`}
      </summary>
      <ProblemList problems={shown} look="warn" most={shown.length} />
    </details>
  )
}

function useLongerThan(ms: number, going: boolean): boolean {
  const [long, setLong] = useState(false)
  useEffect(() => {
    setLong(false)
    if (!going) return
    const timer = setTimeout(() => setLong(true), ms)
    return () => clearTimeout(timer)
  }, [going, ms])
  return long
}
