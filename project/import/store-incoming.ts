import type { Project } from '../../schemas/project.ts'
import type { Problem } from '../../schemas/schema.ts'
import type { OpenProject } from '../open-project.ts'
import { type Incoming, originOf, settle } from './incoming.ts'

export interface Stored {
  readonly created: number
  readonly merged: number
  readonly skipped: number
  readonly unchanged: number
  readonly problems: readonly Problem[]
}

/** Saves what is new, one label file after the other. With `dryRun` it only says what would be. */
export async function storeIncoming(
  open: OpenProject,
  project: Project,
  all: readonly Incoming[],
  dryRun: boolean
): Promise<Stored> {
  let [created, merged, skipped, unchanged] = [0, 0, 0, 0]
  const problems: Problem[] = []
  for (const incoming of all) {
    const { annotator, item } = incoming
    const refuse = (message: string) => void problems.push({ ...originOf(incoming), message })
    const read = await open.labels.read(annotator, item)
    if (read.kind === 'damaged') {
      refuse(`The label file of "${item.id}" by "${annotator}" is damaged, so its answers were left out.`)
      skipped++
      continue
    }
    if (read.kind === 'label' && read.readOnly !== undefined) {
      refuse(read.readOnly)
      skipped++
      continue
    }
    const settled = settle(project, incoming, read.kind === 'label' ? read.label : undefined)
    problems.push(...settled.problems)
    unchanged += settled.unchanged
    skipped += settled.problems.length
    if (settled.kind === 'nothing') continue
    const saved = dryRun ? undefined : await open.labels.save(settled.draft)
    if (saved !== undefined && !saved.ok) {
      problems.push(...saved.problems.map(problem => ({ ...originOf(incoming), ...problem })))
      skipped++
    } else if (settled.kind === 'create') created++
    else merged++
  }
  return { created, merged, skipped, unchanged, problems }
}
