import type { Project, Task } from './project.ts'

/** The field whose picture or recording tells items apart in a list, and the task that says something about it. */
export interface ShownMedia {
  readonly field: string
  readonly kind: 'image' | 'audio'
  readonly task: Task
}

/** Of the first task that looks at a picture or hears a recording. Undefined: items are told apart by their words. */
export function shownMedia({ fields, tasks }: Pick<Project, 'fields' | 'tasks'>): ShownMedia | undefined {
  for (const task of tasks) {
    const kind = fields.find(each => each.id === task.field)?.kind
    if (kind === 'image' || kind === 'audio') return { field: task.field, kind, task }
  }
  return undefined
}
