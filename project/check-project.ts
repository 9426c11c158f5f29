import { LABEL_FORMAT, type LabelFile } from '../schemas/label-file.ts'
import type { Problem } from '../schemas/schema.ts'
import type { Files } from './files.ts'
import { fingerprintProblem } from './fingerprint.ts'
import { answerProblems } from './label-problems.ts'
import { mediaItem } from './media/media-item.ts'
import { mediaProblems } from './media/media-problems.ts'
import { openProject, type OpenProject } from './open-project.ts'

/** Reads and validates every file of a project. Writes nothing, moves nothing. Empty: all is well. */
export async function checkProject(files: Files, root: string): Promise<readonly Problem[]> {
  const opened = await openProject(files, root, { lock: false })
  if (!opened.ok) return opened.problems
  const open = opened.value
  await open.items.whole
  const problems: Problem[] = [...open.problems]
  for await (const { path, label, problem } of open.labels.all()) {
    if (problem !== undefined) problems.push(problem)
    else problems.push(...(await labelProblems(open, label, path)))
  }
  for await (const problem of mediaProblems(open)) problems.push(problem)
  return problems
}

async function labelProblems(open: OpenProject, label: LabelFile, file: string): Promise<readonly Problem[]> {
  // What a newer version means by its files is not for this one to judge.
  if (label.goldset !== LABEL_FORMAT) return []
  const position = open.items.positionOf(label.item.id)
  if (position === undefined)
    return [
      {
        file,
        path: '/item/id',
        message: `There is no item "${label.item.id}" any more. Its answers are kept.`
      }
    ]
  const read = await open.items.item(position)
  if (!read.ok) return read.problems
  const item = await mediaItem(open.files, open.root, open.project.fields, read.value)
  const changed = fingerprintProblem(item, label)
  const found = answerProblems(open.project, item, label)
  return [...(changed === undefined ? [] : [changed]), ...found].map(problem => ({ ...problem, file }))
}
