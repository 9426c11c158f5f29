import { useEffect, useState } from 'react'
import type { ListedProblem } from '../../electron/api/contract.ts'
import { describe } from '../../schemas/problem.ts'
import type { LabelSession } from '../state/label-session.ts'
import { Button } from '../ui/Button.tsx'
import { Cap } from '../ui/Cap.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useDesk } from './desk-context.tsx'
import { Overlay } from './Overlay.tsx'
import { inThousands } from './place-names.ts'
import styles from './ProblemSheet.module.css'

interface Listed {
  readonly problems: readonly ListedProblem[]
  readonly total: number
}

/** Everything that is wrong in the open project and leaves the rest usable, with the way to the items it is about. */
export function ProblemSheet({ session }: { session: LabelSession }) {
  const desk = useDesk()
  const [listed, setListed] = useState<Listed | null>(null)
  useEffect(() => {
    let gone = false
    void desk.client.call('problem.list', {}).then(found => {
      if (!gone) setListed(found)
    })
    return () => {
      gone = true
    }
  }, [desk])
  const go = (position: number) => {
    desk.showOverlay(null)
    desk.show('label')
    void session.go(position)
  }
  return (
    <Overlay name="problems" title="Problems of the project" className={styles.sheet}>
      <header className={styles.head}>
        <h2>Problems of the project</h2>
        {listed !== null && listed.total > 0 && (
          <span className={styles.count}>{inThousands(listed.total)}</span>
        )}
        <span className="grow" />
        <Cap keys="Escape" />
      </header>
      <div className={styles.body} tabIndex={0} aria-busy={listed === null}>
        {listed?.total === 0 && <p className={styles.empty}>Nothing is wrong. Every file could be read.</p>}
        <ul className={styles.list}>
          {listed?.problems.map(({ problem, position }, place) => (
            <li key={place}>
              <Icon name="warn" small />
              <div className="grow">
                {problem.file !== undefined && <div className={styles.file}>{placeOf(problem)}</div>}
                <div>{problem.message}</div>
              </div>
              {position !== undefined && (
                <Button small onClick={() => go(position)}>
                  Go to item {inThousands(position + 1)}
                </Button>
              )}
            </li>
          ))}
        </ul>
        {listed !== null && listed.total > listed.problems.length && (
          <p className={styles.empty}>
            And {inThousands(listed.total - listed.problems.length)} more. `goldset check` lists them all.
          </p>
        )}
      </div>
    </Overlay>
  )
}

/** Where it is, without what it is. */
function placeOf(problem: ListedProblem['problem']): string {
  return describe({ ...problem, message: '' }).replace(/: $/, '')
}
