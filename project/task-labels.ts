import { Label } from '../schemas/label-set.ts'
import type { Task } from '../schemas/project.ts'
import { Type } from '../schemas/schema.ts'
import { validate } from '../schemas/validate.ts'

const WithLabels = Type.Object({ labels: Type.Array(Label) })

/** The label set of a task, whichever labeler's it is; empty for a task without one. */
export function taskLabels(task: Pick<Task, 'config'>): readonly Label[] {
  return validate(WithLabels, task.config).length > 0 ? [] : (task.config as typeof WithLabels.static).labels
}
