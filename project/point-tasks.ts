import { labelerOf } from '../labelers/index.ts'
import { fieldFor } from '../labelers/kit/field-for.ts'
import type { Field, Task } from '../schemas/project.ts'
import { failed, ok, type Problem, type Result } from '../schemas/schema.ts'

/** The tasks of a template, each looking at the field that fits its labeler best. Fails when a task finds none. */
export function pointTasks(tasks: readonly Task[], fields: readonly Field[]): Result<readonly Task[]> {
  const problems: Problem[] = []
  const pointed = tasks.map(task => {
    const labeler = labelerOf(task.labeler)
    if (labeler === undefined) return task
    const field = fieldFor(labeler.accepts, fields)
    if (field !== undefined) return { ...task, field: field.id }
    const needs = labeler.accepts.join(' or ')
    problems.push({
      message: `"${task.title}" needs a field of ${needs}, and this data has none. Choose another template, or map a column to one.`
    })
    return task
  })
  return problems.length === 0 ? ok(pointed) : failed(...problems)
}
