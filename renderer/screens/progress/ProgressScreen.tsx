import { useState } from 'react'
import { useStore } from 'zustand'
import type { Status } from '../../../schemas/label-file.ts'
import { CommandCap, useCommands } from '../../shell/commands/react.tsx'
import { useDesk } from '../../shell/desk-context.tsx'
import { ProblemList } from '../../shell/ProblemList.tsx'
import type { LabelSession } from '../../state/label-session.ts'
import { Button } from '../../ui/Button.tsx'
import { timeOfDay } from '../label/time-of-day.ts'
import { daysInWords } from './day-names.ts'
import { EmptyProgress } from './EmptyProgress.tsx'
import { openInQueue } from './open-in-queue.ts'
import { Panels } from './Panels.tsx'
import styles from './ProgressScreen.module.css'
import { ProgressSkeleton } from './ProgressSkeleton.tsx'
import { progressCommands } from './progress-keys.ts'
import { namesOf, useHiddenNames } from './shown-names.ts'
import { useStats } from './use-stats.ts'
import { Whole } from './Whole.tsx'

const finished: readonly Status[] = ['accepted', 'rejected', 'submitted', 'flagged', 'skipped']

/** How far the project is, who did it and how quickly, and what the answers say. */
export default function ProgressScreen({ session }: { session: LabelSession }) {
  const desk = useDesk()
  const { stats, countedAt, problems, again } = useStats(desk.client, session)
  const [hidden, toggleNames] = useHiddenNames()
  const [lit, light] = useState<string | null>(null)
  const mine = useStore(session.store, state => state.counts)
  useCommands(progressCommands({ hideNames: toggleNames, countAgain: again, back: () => desk.back() }))

  const { annotator: me, readOnly } = session.summary
  const annotators = stats?.annotators.map(one => one.id) ?? []
  const days = stats?.annotators.flatMap(one => one.days.map(({ day }) => day)).sort() ?? []
  const [first, last] = [days[0], days.at(-1)]
  return (
    <main className={styles.progress}>
      <div className={styles.head}>
        <h1>Progress</h1>
        {stats !== null && first !== undefined && last !== undefined && (
          <span className="faint">{daysInWords(first, last, stats.today)}</span>
        )}
        <span className="grow" />
        <Button look="quiet" small on={hidden} onClick={toggleNames}>
          Hide names <CommandCap id="progress.hideNames" />
        </Button>
        <Button look="quiet" small title="Read the label files on this disk again" onClick={again}>
          {countedAt === null ? 'Counting' : `Counted ${timeOfDay(countedAt.toISOString())}`}{' '}
          <CommandCap id="progress.countAgain" />
        </Button>
      </div>
      <div className={styles.scroll}>
        {problems.length > 0 && (
          <div className={styles.note}>
            <ProblemList title="The label files could not be counted." problems={problems} />
          </div>
        )}
        {stats === null && problems.length === 0 && <ProgressSkeleton />}
        {stats !== null && (
          <>
            {stats.problems.length > 0 && (
              <div className={styles.note}>
                <ProblemList
                  look="warn"
                  title="Not everything could be counted."
                  problems={stats.problems}
                  most={3}
                />
              </div>
            )}
            <Whole
              stats={stats}
              canOpen={status => mine[status] > 0}
              alone={annotators.every(id => id === me)}
              onOpen={status => openInQueue(desk, session, { statuses: [status] })}
            />
            {annotators.length === 0 ? (
              <EmptyProgress items={stats.items} readOnly={readOnly !== undefined} />
            ) : (
              <Panels
                stats={stats}
                tasks={session.tasks}
                me={me}
                nameOf={namesOf(annotators, hidden)}
                lit={lit}
                onLight={light}
                onOpenMine={() => openInQueue(desk, session, { statuses: [...finished] })}
              />
            )}
          </>
        )}
      </div>
    </main>
  )
}
