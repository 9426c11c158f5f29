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

/** Those whose labels are counted. */
const submitted: Status[] = ['submitted', 'accepted']

/** How far the project is, who did it and how quickly, and what the answers say. */
export function ProgressScreen({ session }: { session: LabelSession }) {
  const desk = useDesk()
  const { stats, countedAt, problems, again } = useStats(desk.client, session)
  const [hidden, toggleNames] = useHiddenNames()
  const [lit, light] = useState<string | null>(null)
  const mine = useStore(session.store, state => state.counts)
  useCommands(progressCommands({ hideNames: toggleNames, countAgain: again, back: () => desk.back() }))

  const { annotator: me, readOnly } = session.summary
  const annotators = stats?.annotators.map(one => one.id) ?? []
  const days = stats?.annotators.flatMap(one => one.days.map(({ day }) => day)).sort() ?? []
  // What one annotator has to do another may have done, so the queue can only show what is left for oneself.
  const ownOnly = (status: Status) => status === 'todo' && annotators.some(id => id !== me)
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
              canOpen={status => (ownOnly(status) ? mine : stats.statuses)[status] > 0}
              whose={status => (ownOnly(status) ? 'yours' : 'them')}
              onOpen={status =>
                openInQueue(desk, session, {
                  statuses: [status],
                  annotators: ownOnly(status) ? [] : annotators
                })
              }
            />
            {annotators.length === 0 ? (
              <EmptyProgress items={stats.items} readOnly={readOnly !== undefined} />
            ) : (
              <Panels
                stats={stats}
                tasks={session.tasks}
                nameOf={namesOf(annotators, hidden)}
                lit={lit}
                onLight={light}
                onOpenAnnotator={id => openInQueue(desk, session, { annotators: [id] })}
                onOpenLabel={label =>
                  openInQueue(desk, session, { labels: [label], statuses: submitted, annotators })
                }
              />
            )}
          </>
        )}
      </div>
    </main>
  )
}
