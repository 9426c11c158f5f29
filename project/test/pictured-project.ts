import { labelSet } from '../../schemas/label-set.ts'
import type { Project, Task } from '../../schemas/project.ts'
import { type MemoryFiles, memoryFiles } from '../memory-files.ts'
import { type OpenProject, openProject } from '../open-project.ts'
import { createProjectFile } from '../project-file.ts'
import { itemAt } from './items-of.ts'
import { ROOT } from './labelled-project.ts'
import { png } from './png.ts'

/** Left, top, width, height and the name of the label. */
export type Box = readonly [number, number, number, number, string]

export function boxesTask(names: readonly string[]): Task {
  const config = { labels: labelSet(names), shapes: ['box'], minSize: 3, attributes: [] }
  return { id: 'boxes', title: 'Boxes', labeler: 'image-boxes', labelerVersion: 1, field: 'image', config }
}

/** A project in memory of grey pictures of 64 by 48, by path below `data/`, with the boxes on each submitted by `ann`. */
export async function picturedProject(
  task: Task,
  pictures: Readonly<Record<string, readonly Box[]>>
): Promise<OpenProject & { readonly files: MemoryFiles }> {
  const files = memoryFiles()
  for (const path of Object.keys(pictures)) await files.write(`${ROOT}/data/${path}`, png(64, 48))
  const project: Project = {
    goldset: 'project/1',
    id: 'pictures',
    name: 'Grey pictures',
    schemaVersion: 1,
    fields: [{ id: 'image', kind: 'image' }],
    sources: [{ path: 'data', format: 'image-files' }],
    tasks: [task]
  }
  await createProjectFile(files, ROOT, project)
  const opened = await openProject(files, ROOT, { lock: true })
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems))
  const open = Object.assign(opened.value, { files })
  const { labels } = task.config as { labels: ReturnType<typeof labelSet> }
  for (const [path, boxes] of Object.entries(pictures)) {
    const item = await itemAt(open.items, open.items.positionOf(`data/${path}`) ?? -1)
    const shapes = boxes.map(([x, y, width, height, name], at) => {
      const label = labels.find(each => each.name === name)?.id ?? name
      return { id: `b${at + 1}`, kind: 'box', label, x, y, width, height }
    })
    const saved = await open.labels.save({
      item,
      annotator: 'ann',
      revision: 0,
      status: 'submitted',
      answers: { boxes: { image: { width: 64, height: 48 }, shapes } },
      labelers: { boxes: 'image-boxes/1' },
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
