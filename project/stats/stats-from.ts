import type { Status } from '../../schemas/label-file.ts'
import type { Project } from '../../schemas/project.ts'
import type { Problem } from '../../schemas/schema.ts'
import type { CountedStats } from '../../schemas/stats.ts'
import { labelPlace } from '../label-files.ts'
import type { LabelSummary } from '../label-summary.ts'
import { noCounts } from '../queue/counts.ts'
import { AnnotatorCounts } from './annotator-counts.ts'
import { further, isFinished } from './furthest.ts'
import { paceOf } from './pace.ts'
import { TaskCounts } from './task-counts.ts'
import type { Zone } from './zone.ts'

export interface StatsInput {
  readonly project: Project
  /** How many items there are. */
  readonly items: number
  isItem(id: string): boolean
  /** At most one of an annotator and item, in any order. */
  readonly summaries: Iterable<LabelSummary>
  /** Of label files without a summary. */
  readonly problems: readonly Problem[]
  readonly now: Date
  readonly zone: Zone
}

interface ItemProgress {
  readonly status: Status
  /** The first day somebody finished it in measured time. */
  readonly firstDay: string | null
}

/** Everything that is counted, in one pass over the summaries. Their order makes no difference; the clock is `now`. */
export function statsFrom(input: StatsInput): CountedStats {
  const { project, zone } = input
  const progress = new Map<string, ItemProgress>()
  const annotators = new Map<string, AnnotatorCounts>()
  const tasks = new Map(project.tasks.map(task => [task.id, new TaskCounts(task)]))
  const strays: Problem[] = []
  for (const summary of input.summaries) {
    if (!input.isItem(summary.item)) {
      strays.push(withoutItem(summary))
      continue
    }
    const day = zone.dayOf(new Date(summary.savedAt))
    const theirs = annotators.get(summary.annotator) ?? new AnnotatorCounts()
    annotators.set(summary.annotator, theirs)
    theirs.add(summary, day)
    progress.set(summary.item, onwards(progress.get(summary.item), summary, day))
    for (const { task, labels } of summary.tasks) tasks.get(task)?.add(summary.status, labels)
  }

  const statuses = { ...noCounts(), todo: input.items - progress.size }
  const finishedOn = new Map<string, number>()
  for (const { status, firstDay } of progress.values()) {
    statuses[status]++
    if (firstDay !== null) finishedOn.set(firstDay, (finishedOn.get(firstDay) ?? 0) + 1)
  }
  const left = statuses.todo + statuses.draft
  const today = zone.dayOf(input.now) ?? ''
  const { id, name, schemaVersion } = project
  return {
    project: { id, name, schemaVersion },
    timeZone: zone.name,
    today,
    items: input.items,
    done: input.items - left,
    left,
    statuses,
    annotators: [...annotators]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([annotator, counts]) => counts.stats(annotator, input.items)),
    tasks: [...tasks.values()].map(task => task.stats),
    pace: paceOf(finishedOn, left, today),
    problems: [...input.problems, ...strays.sort((a, b) => ((a.file ?? '') < (b.file ?? '') ? -1 : 1))]
  }
}

function onwards(before: ItemProgress | undefined, summary: LabelSummary, day: string | null): ItemProgress {
  const status = further(before?.status ?? 'todo', summary.status)
  const firstDay = before?.firstDay ?? null
  const counts = day !== null && isFinished(summary.status) && summary.activeMs > 0
  return { status, firstDay: counts && (firstDay === null || day < firstDay) ? day : firstDay }
}

function withoutItem({ annotator, item }: LabelSummary): Problem {
  return {
    file: labelPlace(annotator, item),
    path: '/item/id',
    message: `There is no item "${item}" any more.`
  }
}
