import { labelerOf } from '../labelers/index.ts'
import { fieldFor } from '../labelers/kit/field-for.ts'
import { decodeText } from '../project/decode.ts'
import type { Files } from '../project/files.ts'
import { Field, Task } from '../schemas/project.ts'
import { failed, ok, type Problem, type Result, Type } from '../schemas/schema.ts'
import { validate } from '../schemas/validate.ts'

export interface LabelSchema {
  readonly fields: readonly Field[]
  readonly tasks: readonly Task[]
  readonly guidelines?: string
}

const Shape = Type.Object({
  fields: Type.Optional(Type.Array(Field, { minItems: 1 })),
  tasks: Type.Array(
    Type.Composite([
      Type.Partial(Type.Pick(Task, ['title', 'labelerVersion', 'field'])),
      Type.Omit(Task, ['title', 'labelerVersion', 'field'])
    ]),
    { minItems: 1 }
  )
})

/**
 * Reads `{ fields?, tasks }`, of its own or out of a whole project file. Without `fields` there is one text field;
 * a task may leave out its title, its field (then it is the one that fits its labeler) and the version of its labeler.
 */
export async function readLabelSchema(files: Files, path: string): Promise<Result<LabelSchema>> {
  const decoded = decodeText(await files.read(path), path)
  if (!decoded.ok) return decoded
  let document: unknown
  try {
    document = JSON.parse(decoded.value)
  } catch (error) {
    return failed({ file: path, message: `This is not JSON: ${(error as Error).message}.` })
  }
  const problems = validate(Shape, document)
  if (problems.length > 0) return failed(...problems.map(problem => ({ file: path, ...problem })))
  const { fields = [{ id: 'text', kind: 'text' }], tasks } = document as typeof Shape.static
  const first = fields[0]?.id ?? 'text'
  const fieldOf = (labeler: string) => fieldFor(labelerOf(labeler)?.accepts ?? [], fields)?.id ?? first
  const filled = tasks.map(task => ({
    ...task,
    title: task.title ?? task.id,
    field: task.field ?? fieldOf(task.labeler),
    labelerVersion: task.labelerVersion ?? labelerOf(task.labeler)?.version ?? 1
  }))
  const wrong = filled.flatMap((task, place) => configProblems(task, `/tasks/${place}/config`))
  return wrong.length > 0
    ? failed(...wrong.map(problem => ({ file: path, ...problem })))
    : ok({ fields, tasks: filled })
}

function configProblems(task: Task, at: string): readonly Problem[] {
  const labeler = labelerOf(task.labeler)
  if (labeler === undefined)
    return [{ path: at, message: `There is no labeler "${task.labeler}" in this version.` }]
  const shape = validate(labeler.schema.config, task.config)
  const problems = shape.length > 0 ? shape : labeler.checkConfig(task.config)
  return problems.map(problem => ({
    ...problem,
    path: `${at}${problem.path === '/' ? '' : (problem.path ?? '')}`
  }))
}
