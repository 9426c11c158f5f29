import type { Project, Task } from '../../schemas/project.ts'
import { memoryFiles, type MemoryFiles } from '../memory-files.ts'
import { type OpenProject, openProject } from '../open-project.ts'
import { createProjectFile } from '../project-file.ts'
import { itemAt } from './items-of.ts'
import { ROOT } from './labelled-project.ts'

/** A file below `data/`, and the answer that `ann` submitted for it. */
export interface Submitted {
  readonly path: string
  readonly bytes: Uint8Array
  readonly answer: unknown
}

/** A project in memory whose items are files, each with an answer to its one task. */
export async function submittedProject(
  project: Pick<Project, 'id' | 'name' | 'fields' | 'sources'>,
  task: Task,
  submitted: readonly Submitted[]
): Promise<OpenProject & { readonly files: MemoryFiles }> {
  const files = memoryFiles()
  for (const { path, bytes } of submitted) await files.write(`${ROOT}/data/${path}`, bytes)
  await createProjectFile(files, ROOT, {
    ...project,
    goldset: 'project/1',
    schemaVersion: 1,
    tasks: [task]
  })
  const opened = await openProject(files, ROOT, { lock: true })
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems))
  const open = Object.assign(opened.value, { files })
  for (const { path, answer } of submitted) {
    const saved = await open.labels.save({
      item: await itemAt(open.items, open.items.positionOf(`data/${path}`) ?? -1),
      annotator: 'ann',
      revision: 0,
      status: 'submitted',
      answers: { [task.id]: answer },
      labelers: { [task.id]: `${task.labeler}/${task.labelerVersion}` },
      comments: [],
      unsure: false,
      activeMs: 0,
      schemaVersion: 1,
      guidelineVersion: 0
    })
    if (!saved.ok) throw new Error(JSON.stringify(saved.problems))
  }
  return open
}
