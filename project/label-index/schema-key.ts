import { createHash } from 'node:crypto'
import type { Project } from '../../schemas/project.ts'
import { labelerFor } from '../project-problems.ts'

/**
 * Another one whenever summaries would come out otherwise: the tasks, and the labelers that read their answers. Names, keys
 * and colours of labels, and labels that are added, change no summary.
 */
export function schemaKey(project: Project): string {
  const tasks = project.tasks.map(task => [task.id, task.labeler, labelerFor(task)?.version ?? null])
  return createHash('sha256').update(JSON.stringify(tasks)).digest('hex')
}
