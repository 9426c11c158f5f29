import type { LabelFile, Status } from '../schemas/label-file.ts'
import type { Task } from '../schemas/project.ts'
import type { Problem } from '../schemas/schema.ts'
import { readAnswer } from './label-problems.ts'
import type { OpenProject } from './open-project.ts'
import { labelerFor, tail } from './project-problems.ts'
import { type Counts, noCounts } from './queue/counts.ts'

/** What there is and how far it is. Lists, not objects keyed by names: names are data. */
export interface Stats {
  readonly project: { readonly id: string; readonly name: string; readonly schemaVersion: number }
  readonly items: number
  /** Every item once, under the furthest any annotator brought it: accepted, rejected, submitted, flagged, skipped, draft, todo. */
  readonly statuses: Counts
  readonly annotators: readonly AnnotatorStats[]
  readonly tasks: readonly TaskStats[]
  /** Label files that could not be read, belong to no item or hold an answer that could not be read: not counted above. */
  readonly problems: readonly Problem[]
}

export interface AnnotatorStats {
  readonly id: string
  readonly labelFiles: number
  /** `todo` counts the items without a label file of theirs. */
  readonly statuses: Counts
  readonly activeMs: number
}

export interface TaskStats {
  readonly id: string
  readonly title: string
  readonly labeler: string
  /** Answers to this task in submitted or accepted label files; `all` also in the others. */
  readonly answers: { readonly submitted: number; readonly all: number }
  /** Uses of each label, in label set order, then ids the label set lacks. Empty for a labeler this version does not know. */
  readonly labels: readonly LabelStats[]
}

export interface LabelStats {
  readonly id: string
  readonly name: string
  readonly submitted: number
  /** With drafts, skipped, flagged and rejected. */
  readonly all: number
}

const furthest: readonly Status[] = [
  'accepted',
  'rejected',
  'submitted',
  'flagged',
  'skipped',
  'draft',
  'todo'
]

export async function statsOf(open: OpenProject): Promise<Stats> {
  await open.items.whole
  const items = open.items.count - open.items.holes
  const best = new Map<string, Status>()
  const annotators = new Map<
    string,
    { counts: Record<Status, number>; labelFiles: number; activeMs: number }
  >()
  const tasks = open.project.tasks.map(task => new TaskCount(task))
  const problems: Problem[] = []
  for await (const { path, annotator, label, problem } of open.labels.all()) {
    if (problem !== undefined) {
      problems.push(problem)
      continue
    }
    if (open.items.positionOf(label.item.id) === undefined) {
      problems.push({
        file: path,
        path: '/item/id',
        message: `There is no item "${label.item.id}" any more.`
      })
      continue
    }
    const mine = annotators.get(annotator) ?? { counts: noCounts(), labelFiles: 0, activeMs: 0 }
    annotators.set(annotator, mine)
    mine.counts[label.status]++
    mine.labelFiles++
    mine.activeMs += label.activeMs
    const before = best.get(label.item.id) ?? 'todo'
    if (furthest.indexOf(label.status) <= furthest.indexOf(before)) best.set(label.item.id, label.status)
    for (const task of tasks) problems.push(...task.add(label, path))
  }
  const statuses = noCounts()
  statuses.todo = items - best.size
  for (const status of best.values()) statuses[status]++
  const { id, name, schemaVersion } = open.project
  return {
    project: { id, name, schemaVersion },
    items,
    statuses,
    annotators: [...annotators].map(([annotator, { counts, labelFiles, activeMs }]) => ({
      id: annotator,
      labelFiles,
      statuses: { ...counts, todo: counts.todo + items - labelFiles },
      activeMs
    })),
    tasks: tasks.map(task => task.stats()),
    problems
  }
}

class TaskCount {
  private readonly answers = { submitted: 0, all: 0 }
  private readonly uses = new Map<string, { submitted: number; all: number }>()

  constructor(private readonly task: Task) {
    for (const { id } of labelSetOf(task)) this.uses.set(id, { submitted: 0, all: 0 })
  }

  add(label: LabelFile, file: string): readonly Problem[] {
    if (!Object.hasOwn(label.answers, this.task.id)) return []
    const read = readAnswer(this.task, label)
    if (read.kind === 'invalid')
      return read.problems.map(problem => ({
        file,
        path: `/answers/${this.task.id}${tail(problem.path)}`,
        message: problem.message
      }))
    const done = label.status === 'submitted' || label.status === 'accepted' ? 1 : 0
    this.answers.all++
    this.answers.submitted += done
    if (read.kind !== 'answer') return []
    for (const id of read.labeler.labelsUsed(read.answer)) {
      const uses = this.uses.get(id) ?? { submitted: 0, all: 0 }
      this.uses.set(id, { submitted: uses.submitted + done, all: uses.all + 1 })
    }
    return []
  }

  stats(): TaskStats {
    const { id, title, labeler, config } = this.task
    const known = labelerFor(this.task)
    const labels = [...this.uses].map(([label, uses]) => ({
      id: label,
      name: known?.labelName(config, label) ?? label,
      ...uses
    }))
    return { id, title, labeler, answers: { ...this.answers }, labels }
  }
}

/** Labels with no use are worth a line too. Read from the config's own `labels`, as every label set is stored there. */
function labelSetOf(task: Task): readonly { readonly id: string }[] {
  if (labelerFor(task) === undefined) return []
  const { labels } = task.config as { labels?: unknown }
  if (!Array.isArray(labels)) return []
  return (labels as unknown[]).filter(
    (label): label is { id: string } =>
      typeof label === 'object' && label !== null && typeof (label as { id?: unknown }).id === 'string'
  )
}
