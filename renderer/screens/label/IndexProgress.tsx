import { useEffect, useState } from 'react'
import { useRegistry } from '../../shell/commands/react.tsx'
import { inThousands } from '../../shell/place-names.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import styles from './IndexProgress.module.css'
import { useSession, useSessionState } from './use-session.ts'

/** Data that is read sooner is not worth a word. */
const QUIET_MS = 500

/** How far the reading of the data and of the label files is; then what of the data could not be used. */
export function IndexProgress() {
  return (
    <>
      <DataProgress />
      <LabelProgress />
    </>
  )
}

/** With the way to stop it and to go on. */
function DataProgress() {
  const session = useSession()
  const reading = useSessionState(state => state.reading)
  const long = useLongerThan(QUIET_MS, reading !== null)
  if (reading === null) return <DataProblems />
  if (!long) return null
  const percent = `${Math.floor(reading.share * 100)} %`
  return (
    <div className={styles.reading}>
      <span className="grow">
        {reading.stopped ? 'Reading stopped' : 'Reading the data'} <span className="faint">{percent}</span>
      </span>
      <Button
        look="quiet"
        small
        onClick={() => void (reading.stopped ? session.goOnReading() : session.stopReading())}
      >
        {reading.stopped ? 'Go on' : 'Stop'}
      </Button>
      <progress max={1} value={reading.share} aria-label="Reading the data" />
    </div>
  )
}

/** Until then, what was labelled before may look as if it were to do. */
function LabelProgress() {
  const share = useSessionState(state => state.readingLabels)
  if (share === null) return null
  return (
    <div className={styles.reading} title="Statuses show as soon as all label files are read.">
      <span className="grow">
        Reading the labels <span className="faint">{Math.floor(share * 100)} %</span>
      </span>
      <progress max={1} value={share} aria-label="Reading the labels" />
    </div>
  )
}

/** How many rows and files are no items. Each is in the list of problems with its place and reason. */
function DataProblems() {
  const registry = useRegistry()
  const count = useSessionState(state => state.dataProblems)
  if (count === 0) return null
  return (
    <button className={styles.problems} onClick={() => registry.run('app.problems')}>
      <Icon name="warn" small />
      {count === 1 ? '1 problem in the data' : `${inThousands(count)} problems in the data`}
    </button>
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
