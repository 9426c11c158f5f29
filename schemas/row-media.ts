import type { Project, Task } from './project.ts'

/** The field whose picture or recording tells items apart in a list, and the task that says something about it. */
export interface RowMedia {
  readonly field: string
  readonly kind: 'image' | 'audio'
  readonly task: Task
}

/** Of the first task that looks at a picture or hears a recording. Undefined: items are told apart by their words. */
export function rowMedia({ fields, tasks }: Pick<Project, 'fields' | 'tasks'>): RowMedia | undefined {
  for (const task of tasks) {
    const kind = fields.find(each => each.id === task.field)?.kind
    if (kind === 'image' || kind === 'audio') return { field: task.field, kind, task }
  }
  return undefined
}
