import { labelerOf } from '../../labelers/index.ts'
import type { Project, Task } from '../../schemas/project.ts'
import { taskLabels } from '../task-labels.ts'

export interface Extended {
  /** The same object when nothing was added, else one schema version on. */
  readonly project: Project
  /** By task id. */
  readonly added: ReadonlyMap<string, readonly string[]>
}

/** Adds to each task the labels it lacks. Labels that are there keep their ids and class numbers. */
export function withAddedLabels(project: Project, names: ReadonlyMap<string, Iterable<string>>): Extended {
  const added = new Map<string, readonly string[]>()
  const tasks = project.tasks.map(task => {
    const labeler = labelerOf(task.labeler)
    const wanted = names.get(task.id)
    if (labeler === undefined || wanted === undefined) return task
    const extended = labeler.withLabels(task.config, [...new Set(wanted)])
    if (extended.added.length === 0) return task
    added.set(task.id, extended.added)
    return { ...task, config: extended.config }
  })
  if (added.size === 0) return { project, added }
  return { project: { ...project, schemaVersion: project.schemaVersion + 1, tasks }, added }
}

/** Label ids by name. */
export function labelIds(task: Task): ReadonlyMap<string, string> {
  const ids = new Map<string, string>()
  for (const label of taskLabels(task)) if (!ids.has(label.name)) ids.set(label.name, label.id)
  return ids
}
