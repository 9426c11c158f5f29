import { labelSet } from '../../schemas/label-set.ts'
import type { Task } from '../../schemas/project.ts'
import type { MemoryFiles } from '../memory-files.ts'
import type { OpenProject } from '../open-project.ts'
import { png } from './png.ts'
import { submittedProject } from './submitted-project.ts'

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
  const { labels } = task.config as { labels: ReturnType<typeof labelSet> }
  const shapesOf = (boxes: readonly Box[]) =>
    boxes.map(([x, y, width, height, name], at) => {
      const label = labels.find(each => each.name === name)?.id ?? name
      return { id: `b${at + 1}`, kind: 'box', label, x, y, width, height }
    })
  return submittedProject(
    {
      id: 'pictures',
      name: 'Grey pictures',
      fields: [{ id: 'image', kind: 'image' }],
      sources: [{ path: 'data', format: 'image-files' }]
    },
    task,
    Object.entries(pictures).map(([path, boxes]) => ({
      path,
      bytes: png(64, 48),
      answer: { image: { width: 64, height: 48 }, shapes: shapesOf(boxes) }
    }))
  )
}
