import type { LabelFile } from '../../schemas/label-file.ts'
import type { Problem } from '../../schemas/schema.ts'
import { readAnswer } from '../label-problems.ts'
import type { LabelSummary } from '../label-summary.ts'
import type { OpenProject } from '../open-project.ts'
import { tail } from '../project-problems.ts'
import { summaryOf } from '../summarize-label.ts'

/** Reads every label file of a project: a summary of each that can be read, a problem for each that cannot. */
export async function readSummaries({ project, labels }: Pick<OpenProject, 'project' | 'labels'>): Promise<{
  readonly summaries: readonly LabelSummary[]
  readonly problems: readonly Problem[]
}> {
  const summaries: LabelSummary[] = []
  const problems: Problem[] = []
  for await (const { path, label, problem } of labels.all()) {
    if (problem !== undefined) {
      problems.push(problem)
      continue
    }
    const summary = summaryOf(project, label)
    summaries.push(summary)
    if (summary.problem) problems.push(...brokenAnswers(project.tasks, label, path))
  }
  return { summaries, problems }
}

function brokenAnswers(
  tasks: OpenProject['project']['tasks'],
  label: LabelFile,
  file: string
): readonly Problem[] {
  return tasks.flatMap(task => {
    const read = readAnswer(task, label)
    if (read.kind !== 'invalid') return []
    return read.problems.map(({ path, message }) => ({
      file,
      path: `/answers/${task.id}${tail(path)}`,
      message
    }))
  })
}
