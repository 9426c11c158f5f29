import type { Task } from '../../../schemas/project.ts'
import type { LabelOfTask } from '../../../schemas/queue-view.ts'
import type { Stats } from '../../../schemas/stats.ts'
import { Annotators } from './Annotators.tsx'
import { dealt } from './columns.ts'
import { DayCharts } from './DayCharts.tsx'
import { FOLDED_AT, LabelBars } from './LabelBars.tsx'
import { lineLooks } from './line-looks.ts'
import styles from './ProgressScreen.module.css'
import { useColumns } from './use-columns.ts'

interface PanelsProps {
  readonly stats: Stats
  readonly tasks: readonly Task[]
  readonly nameOf: (annotator: string) => string
  readonly lit: string | null
  readonly onLight: (annotator: string | null) => void
  readonly onOpenAnnotator: (annotator: string) => void
  readonly onOpenLabel: (label: LabelOfTask) => void
}

/** Charts, people and labels, in as many columns as there is room for. */
export function Panels(props: PanelsProps) {
  const { stats, tasks, nameOf, lit, onLight, onOpenAnnotator, onOpenLabel } = props
  const columns = useColumns()
  const lookOf = lineLooks(stats.annotators)
  const taskOf = new Map(tasks.map(task => [task.id, task]))
  const charts = {
    height: 420,
    panel: (
      <DayCharts
        key="charts"
        annotators={stats.annotators}
        today={stats.today}
        nameOf={nameOf}
        lookOf={lookOf}
        lit={lit}
      />
    )
  }
  const people = {
    height: 80 + stats.annotators.length * 28,
    panel: (
      <Annotators
        key="annotators"
        stats={stats}
        nameOf={nameOf}
        lookOf={lookOf}
        onLight={onLight}
        onOpen={onOpenAnnotator}
      />
    )
  }
  const labels = stats.tasks.flatMap(one => {
    const task = taskOf.get(one.id)
    if (task === undefined) return []
    const height = 60 + Math.min(FOLDED_AT + 1, one.labels.length) * 26
    return [
      {
        height,
        panel: (
          <LabelBars
            key={`task ${one.id}`}
            task={task}
            stats={one}
            onOpen={label => onOpenLabel({ task: one.id, label })}
          />
        )
      }
    ]
  })
  return (
    <div className={styles.columns}>
      {dealt([charts, people, ...labels], columns).map((panels, place) => (
        <div key={place} className={styles.column}>
          {panels}
        </div>
      ))}
    </div>
  )
}
