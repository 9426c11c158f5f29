import type { LabelFile } from '../schemas/label-file.ts'
import type { Task } from '../schemas/project.ts'
import { labelerOf } from './index.ts'

/**
 * A line for lists: about the answer to this task, `10 boxes`, or why the item was skipped. The answer must be of the
 * labeler's version. Undefined: there is nothing to say.
 */
export function answerLine(
  task: Task,
  { status, skipReason, answers }: Pick<LabelFile, 'status' | 'skipReason' | 'answers'>
): string | undefined {
  if (status === 'todo') return undefined
  if (status === 'skipped') return skipReason
  if (!Object.hasOwn(answers, task.id)) return undefined
  return labelerOf(task.labeler)?.summary(answers[task.id], task.config)
}
