import type { AnyLabeler } from '../../labelers/kit/labeler.ts'
import type { LabelFile } from '../../schemas/label-file.ts'
import { migrate } from '../../schemas/migrate.ts'
import type { Result } from '../../schemas/schema.ts'
import { failed, ok } from '../../schemas/schema.ts'
import { validate } from '../../schemas/validate.ts'

/**
 * A task's answer out of a label file, brought to this version's shape. Undefined: the task is untouched.
 * Fails for an answer of a newer version or of a wrong shape.
 */
export function labelAnswer(
  label: LabelFile,
  task: string,
  labeler: AnyLabeler
): Result<unknown> | undefined {
  if (!Object.hasOwn(label.answers, task)) return undefined
  const stored = label.answers[task]
  const writer = Object.hasOwn(label.labelers, task) ? label.labelers[task] : undefined
  const [id, number] = (writer ?? `${labeler.id}/${labeler.version}`).split('/')
  const version = Number(number)
  if (id !== labeler.id || !Number.isInteger(version)) {
    return failed({
      path: `/answers/${task}`,
      message: `The answer was made by "${writer}", the task is for "${labeler.id}".`
    })
  }
  if (version > labeler.version) {
    return failed({
      path: `/answers/${task}`,
      message: `The answer was made by a newer version (${writer}).`
    })
  }
  const answer =
    version === labeler.version ? stored : migrate(stored, version, labeler.version, labeler.migrations)
  const [problem] = validate(labeler.schema.answer, answer)
  if (problem === undefined) return ok(answer)
  const path = `/answers/${task}${problem.path === '/' ? '' : (problem.path ?? '')}`
  return failed({ path, message: problem.message })
}
