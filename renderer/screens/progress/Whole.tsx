import type { Status } from '../../../schemas/label-file.ts'
import type { Pace, Stats } from '../../../schemas/stats.ts'
import { inThousands } from '../../shell/place-names.ts'
import { classNames } from '../../ui/class-names.ts'
import { Icon } from '../../ui/Icon.tsx'
import { statusNames } from '../../ui/status-names.ts'
import { dayName, daysInWords } from './day-names.ts'
import { counted, percent } from './figures.ts'
import styles from './Whole.module.css'

const order = ['accepted', 'submitted', 'skipped', 'flagged', 'rejected', 'draft', 'todo'] as const
const always: ReadonlySet<Status> = new Set(['submitted', 'skipped', 'flagged', 'draft', 'todo'])

interface WholeProps {
  readonly stats: Stats
  /** Whether the queue has items of this status to show. */
  readonly canOpen: (status: Status) => boolean
  /** All items of this status, or one's own alone. */
  readonly whose: (status: Status) => 'them' | 'yours'
  readonly onOpen: (status: Status) => void
}

/** How much of all items is done, and how it stands with each. */
export function Whole({ stats, canOpen, whose, onOpen }: WholeProps) {
  const { items, done, left, statuses, pace, today } = stats
  const shown = order.filter(status => always.has(status) || statuses[status] > 0)
  return (
    <section className={styles.whole} aria-label="All items">
      <div className={styles.figures}>
        <span>
          <b>{inThousands(done)}</b> of {inThousands(items)} done
        </span>
        <span className="faint">{items > 0 && percent(done / items)}</span>
        <span className="grow" />
        <span>
          <b>{inThousands(left)}</b> left
        </span>
        <span className={classNames('faint', styles.end)} title={howEstimated(pace)}>
          {endInWords(pace, today)}
        </span>
      </div>
      <div className={styles.bar} aria-hidden="true">
        {order.map(
          status =>
            statuses[status] > 0 && (
              <i key={status} className={styles[status]} style={{ flexGrow: statuses[status] }} />
            )
        )}
      </div>
      <ul className={styles.legend}>
        {shown.map(status => (
          <li key={status}>
            {canOpen(status) ? (
              <button
                className={styles.entry}
                title={`Show ${whose(status)} in the queue`}
                onClick={() => onOpen(status)}
              >
                <Entry status={status} count={statuses[status]} />
              </button>
            ) : (
              <span className={styles.entry}>
                <Entry status={status} count={statuses[status]} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Entry({ status, count }: { status: Status; count: number }) {
  return (
    <>
      <Icon name={status} small />
      <span>
        <b>{inThousands(count)}</b> {statusNames[status]}
      </span>
    </>
  )
}

function endInWords({ days, end, why }: Pace, today: string): string {
  if (end !== null) {
    const about = `at the pace of the last ${days.length} days of work: until ${dayName(end.day, today)}`
    return end.from === end.to ? about : `${about}, ${daysInWords(end.from, end.to, end.day)}`
  }
  switch (why) {
    case 'too-few-days':
      return 'an end is estimated after 3 days of work'
    case 'too-long-ago':
      return 'no estimate: fewer than 3 days of work in the last 4 weeks'
    case 'too-far':
      return 'at the pace of the last days of work: more than ten years'
    case 'done':
    case null:
      return ''
  }
}

function howEstimated({ days, perDay, end }: Pace): string | undefined {
  if (end === null || perDay === null) return undefined
  const each = days.map(({ items }) => inThousands(items)).join(', ')
  return (
    `The last ${days.length} days of work before today brought ${each} items: ` +
    `${counted(Math.round(perDay), 'item')} a day. Days of rest are expected as often as in the last 4 weeks. ` +
    'In 80 % of all ways to draw those days again, the end lies between the two dates.'
  )
}
