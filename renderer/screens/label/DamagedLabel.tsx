import { describe } from '../../../schemas/problem.ts'
import { useCommands } from '../../shell/commands/react.tsx'
import type { Entry } from '../../state/session-state.ts'
import { Cap } from '../../ui/Cap.tsx'
import { Note } from '../../ui/Note.tsx'
import styles from './DamagedLabel.module.css'
import { timeOfDay } from './time-of-day.ts'
import { useSession } from './use-session.ts'

/** A label file that could not be read was set aside, unchanged; the person says what to go on with. */
export function DamagedLabel({ entry }: { entry: Entry }) {
  const session = useSession()
  const { damaged } = entry.opened
  const readOnly = session.summary.readOnly ?? entry.opened.readOnly
  const all = [
    ...(damaged?.previousSavedAt === undefined
      ? []
      : [
          {
            how: 'previous' as const,
            title: `Bring back ${timeOfDay(damaged.previousSavedAt)}`,
            about: 'the state before the last save'
          }
        ]),
    {
      how: 'readable' as const,
      title: 'Read what can be read',
      about: 'answers that are whole; the rest is left out'
    },
    {
      how: 'fresh' as const,
      title: 'Start this item again',
      about: 'the damaged file stays where it was put'
    }
  ]
  const ways = readOnly === undefined ? all : []
  useCommands(
    ways.map((way, place) => ({
      id: `damaged.${way.how}`,
      title: way.title,
      group: 'Damaged file',
      scope: 'label',
      keys: [String(place + 1), ...(place === 0 ? ['Enter'] : [])],
      run: () => void session.recover(way.how)
    }))
  )
  if (damaged === undefined) return null
  return (
    <div className={styles.damaged}>
      <Note look="warn">
        <b>Your answers for {entry.item.id} could not be read.</b> {describe(damaged.problem)}{' '}
        {readOnly === undefined ? (
          <>
            The file was moved, unchanged, to <span className="mono">{damaged.quarantine}</span>
          </>
        ) : (
          'The file was left as it is.'
        )}
      </Note>
      <ul className={styles.ways}>
        {ways.map((way, place) => (
          <li key={way.how}>
            <button className={styles.way} onClick={() => void session.recover(way.how)}>
              <Cap keys={String(place + 1)} />
              <span className={styles.two}>
                <b>{way.title}</b>
                <span>{way.about}</span>
              </span>
              {place === 0 && <Cap keys="Enter" />}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
