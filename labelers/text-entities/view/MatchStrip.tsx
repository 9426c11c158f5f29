import { Button } from '../../../renderer/ui/Button.tsx'
import { Cap } from '../../../renderer/ui/Cap.tsx'
import { LabelBadge } from '../../../renderer/ui/LabelBadge.tsx'
import type { Look } from '../../kit/view/looks.ts'
import styles from './text.module.css'
import type { EveryMatch } from './use-every-match.ts'

interface MatchStripProps {
  readonly every: EveryMatch
  readonly looks: (label: string) => Look
  readonly readOnly: boolean
}

/** The matches of "label every exact match in this item", before they are labelled. */
export function MatchStrip({ every, looks }: MatchStripProps) {
  const look = looks(every.label ?? '')
  const count = every.extents.length
  return (
    <div className={styles.strip} role="status">
      <LabelBadge color={look.color} text={look.badge} />
      <span className="grow cut">
        Label <b>{count.toLocaleString('en')}</b> {count === 1 ? 'match' : 'matches'} of “{every.words}” as{' '}
        {look.name}
      </span>
      <Button small onClick={every.apply}>
        Label {count === 1 ? 'it' : 'all'} <Cap keys="Enter" />
      </Button>
      <Button small look="quiet" onClick={every.close}>
        Leave <Cap keys="Escape" />
      </Button>
    </div>
  )
}
