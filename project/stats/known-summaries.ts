import { join } from 'node:path'
import type { Problem } from '../../schemas/schema.ts'
import { readDocument } from '../document.ts'
import { asLabel, labelFormat, labelPlace } from '../label-files.ts'
import { type LabelIndex, openLabelIndex } from '../label-index/open-label-index.ts'
import { readAnswer } from '../label-problems.ts'
import type { LabelSummary } from '../label-summary.ts'
import type { OpenProject } from '../open-project.ts'
import { tail } from '../project-problems.ts'

type Place = Pick<OpenProject, 'files' | 'root' | 'project'>

/**
 * A summary of each label file that can be read, a problem for each that cannot, in order of their path. What the index of
 * the label files knows is not read again; nothing is written.
 */
export async function knownSummaries(place: Place): Promise<{
  readonly summaries: readonly LabelSummary[]
  readonly problems: readonly Problem[]
}> {
  const index = await openLabelIndex(place.files, place.root, place.project, { writable: false })
  try {
    const summaries = [...index.summaries()]
    const problems = fileProblems(index)
    for (const { annotator, item, problem } of summaries)
      if (problem) problems.push(...(await brokenAnswers(place, labelPlace(annotator, item))))
    return { summaries, problems: problems.sort((a, b) => order(a.file, b.file)) }
  } finally {
    await index.close()
  }
}

function fileProblems({ problems }: LabelIndex): Problem[] {
  return problems.map(({ annotator: _annotator, item: _item, copyOf: _copyOf, ...problem }) => problem)
}

/** A summary only says that there are some. */
async function brokenAnswers({ files, root, project }: Place, file: string): Promise<readonly Problem[]> {
  const found = asLabel(await readDocument(files, join(root, file), file, labelFormat), file)
  if (found.kind !== 'label') return []
  return project.tasks.flatMap(task => {
    const read = readAnswer(task, found.label)
    if (read.kind !== 'invalid') return []
    return read.problems.map(({ path, message }) => ({
      file,
      path: `/answers/${task.id}${tail(path)}`,
      message
    }))
  })
}

function order(a = '', b = ''): number {
  return a < b ? -1 : a > b ? 1 : 0
}
