import type { Status } from '../../schemas/label-file.ts'
import type { Task } from '../../schemas/project.ts'
import type { TaskStats } from '../../schemas/stats.ts'
import { labelerFor } from '../project-problems.ts'
import { taskLabels } from '../task-labels.ts'

/** Counts the answers to one task and the labels they use. */
export class TaskCounts {
  readonly #answers = { submitted: 0, all: 0 }
  readonly #uses = new Map<string, { submitted: number; all: number }>()
  /** Uses of labels the label set lacks: those of an older label schema, or of a mistake. */
  readonly #strangers = new Map<string, { submitted: number; all: number }>()

  constructor(private readonly task: Task) {
    if (labelerFor(task) === undefined) return
    for (const { id } of taskLabels(task)) this.#uses.set(id, { submitted: 0, all: 0 })
  }

  add(status: Status, labels: readonly string[]): void {
    const done = status === 'submitted' || status === 'accepted' ? 1 : 0
    this.#answers.all++
    this.#answers.submitted += done
    for (const id of labels) {
      const uses = this.#uses.get(id) ?? this.#strangers.get(id) ?? { submitted: 0, all: 0 }
      if (!this.#uses.has(id)) this.#strangers.set(id, uses)
      uses.all++
      uses.submitted += done
    }
  }

  get stats(): TaskStats {
    const { id, title, labeler, config } = this.task
    const known = labelerFor(this.task)
    const strangers = [...this.#strangers].sort(([a], [b]) => (a < b ? -1 : 1))
    const uses = [...this.#uses, ...strangers]
    const submitted = uses.reduce((sum, [, count]) => sum + count.submitted, 0)
    const labels = uses.map(([label, count]) => ({
      id: label,
      name: known?.labelName(config, label) ?? label,
      ...count,
      share: submitted === 0 ? 0 : count.submitted / submitted
    }))
    return { id, title, labeler, answers: { ...this.#answers }, labels }
  }
}
