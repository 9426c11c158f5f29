import type { LabelFile } from '../schemas/label-file.ts'
import type { Project } from '../schemas/project.ts'
import { readAnswer } from './label-problems.ts'
import type { LabelSummary } from './label-summary.ts'

/** What is worth knowing of a label file without its item: shapes are looked at, quotes and requirements are not. */
export function summaryOf(project: Project, label: LabelFile): LabelSummary {
  const tasks: { task: string; labels: readonly string[] }[] = []
  const known = new Set(project.tasks.map(task => task.id))
  let problem = Object.keys(label.answers).some(task => !known.has(task))
  for (const task of project.tasks) {
    const read = readAnswer(task, label)
    if (read.kind === 'answer') tasks.push({ task: task.id, labels: read.labeler.labelsUsed(read.answer) })
    else if (read.kind === 'invalid') problem = true
    else if (Object.hasOwn(label.answers, task.id)) tasks.push({ task: task.id, labels: [] })
  }
  return {
    item: label.item.id,
    annotator: label.annotator,
    status: label.status,
    revision: label.revision,
    savedAt: label.savedAt,
    activeMs: label.activeMs,
    comments: label.comments?.length ?? 0,
    unsure: label.unsure ?? false,
    tasks,
    problem
  }
}
