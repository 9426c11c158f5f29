import { useState } from 'react'
import { labelerOf } from '../../../labelers/index.ts'
import type { Task } from '../../../schemas/project.ts'
import type { LabelStats, TaskStats } from '../../../schemas/stats.ts'
import { inThousands } from '../../shell/place-names.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { LabelBadge } from '../../ui/LabelBadge.tsx'
import { counted, percent } from './figures.ts'
import styles from './LabelBars.module.css'
import { badgeLooks, type BadgeLook } from './label-looks.ts'
import panel from './panel.module.css'

/** Rows before the rest is folded away. */
export const FOLDED_AT = 12

interface LabelBarsProps {
  readonly task: Task
  readonly stats: TaskStats
  readonly onOpen: (label: string) => void
}

/** How often each label of a task is used in submitted answers, the most used first. */
export function LabelBars({ task, stats, onOpen }: LabelBarsProps) {
  const [all, setAll] = useState(false)
  const lookOf = badgeLooks(task)
  const labels = [...stats.labels].sort((a, b) => b.submitted - a.submitted)
  const uses = labels.reduce((sum, label) => sum + label.submitted, 0)
  const most = labels[0]?.submitted ?? 0
  // One row more would only take the place of the button.
  const folds = labels.length > FOLDED_AT + 1
  const shown = folds && !all ? labels.slice(0, FOLDED_AT) : labels
  const isNamed = ({ id, name }: LabelStats) => [...lookOf(id, name).text].length > 1
  return (
    <section className={panel.panel} aria-label={stats.title}>
      <header>
        <h2 dir="auto">{stats.title}</h2>
        <span className="faint">
          {uses > 0 && `${counted(uses, 'label')} in `}
          {counted(stats.answers.submitted, 'submitted answer')}
        </span>
      </header>
      {labelerOf(stats.labeler) === undefined && (
        <p className={panel.fine}>
          This version does not know the labeler “{stats.labeler}”. Its answers are kept, and their labels are
          not counted.
        </p>
      )}
      {labels.length > 0 && (
        <table
          className={classNames(styles.bars, shown.some(isNamed) && styles.wideBadges)}
          aria-label={`Labels of ${stats.title}`}
        >
          <tbody>
            {shown.map(label => (
              <Bar
                key={label.id}
                label={label}
                most={most}
                look={lookOf(label.id, label.name)}
                onOpen={() => onOpen(label.id)}
              />
            ))}
          </tbody>
        </table>
      )}
      {folds && (
        <Button look="quiet" small className={styles.fold} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? `Show the first ${FOLDED_AT}` : `Show all ${inThousands(labels.length)}`}
        </Button>
      )}
    </section>
  )
}

interface BarProps {
  readonly label: LabelStats
  /** Uses of the most used label. */
  readonly most: number
  readonly look: BadgeLook
  readonly onOpen: () => void
}

function Bar({ label, most, look, onOpen }: BarProps) {
  const { name, submitted, all, share } = label
  return (
    <tr
      title={`${name}: ${inThousands(submitted)} in submitted answers, ${inThousands(all)} with drafts and the rest`}
    >
      <th scope="row">
        <span className={styles.name}>
          <span className={styles.badge}>
            <LabelBadge color={look.color} text={look.text} />
          </span>
          {submitted === 0 ? (
            <span className="cut" dir="auto">
              {name}
            </span>
          ) : (
            <button className="cut" dir="auto" onClick={onOpen}>
              {name}
            </button>
          )}
        </span>
      </th>
      <td className={styles.track}>
        <i style={{ width: most === 0 ? 0 : `${(submitted / most) * 100}%` }} />
      </td>
      <td className={submitted === 0 ? 'faint' : undefined}>{inThousands(submitted)}</td>
      <td className="faint">{submitted === 0 ? '' : percent(share)}</td>
    </tr>
  )
}
