import { labelerOf } from '../labelers/index.ts'
import type { AnyLabeler } from '../labelers/kit/labeler.ts'
import { type Project, PROJECT_FILE, type Task } from '../schemas/project.ts'
import type { Problem } from '../schemas/schema.ts'
import { validate } from '../schemas/validate.ts'

/**
 * What is wrong with a project beyond its schema: ids used twice, fields that are not there, configs their labeler
 * does not accept. A labeler this version does not know is not wrong: its task is shown and kept as it is.
 */
export function projectProblems(project: Project): readonly Problem[] {
  return [
    ...repeated(project.fields, '/fields', 'field'),
    ...repeated(project.tasks, '/tasks', 'task'),
    ...project.tasks.flatMap((task, place) => taskProblems(task, `/tasks/${place}`, project))
  ]
}

function repeated(list: readonly { readonly id: string }[], path: string, noun: string): Problem[] {
  const seen = new Set<string>()
  return list.flatMap(({ id }, place) => {
    if (!seen.has(id)) {
      seen.add(id)
      return []
    }
    return [
      problem(`${path}/${place}/id`, `The ${noun} id "${id}" is used twice. Every ${noun} needs its own.`)
    ]
  })
}

function taskProblems(task: Task, path: string, project: Project): Problem[] {
  const labeler = labelerOf(task.labeler)
  const field = project.fields.find(candidate => candidate.id === task.field)
  if (field === undefined) {
    const fields = project.fields.map(({ id }) => `"${id}"`).join(', ')
    return [problem(`${path}/field`, `There is no field "${task.field}". The fields are: ${fields}.`)]
  }
  if (labeler === undefined || task.labelerVersion > labeler.version) return []
  const problems: Problem[] = []
  if (!labeler.accepts.includes(field.kind)) {
    const kinds = labeler.accepts.join(' or ')
    problems.push(
      problem(`${path}/field`, `"${task.field}" holds ${field.kind}, and ${labeler.id} needs ${kinds}.`)
    )
  }
  const shape = validate(labeler.schema.config, task.config)
  const inConfig = shape.length > 0 ? shape : labeler.checkConfig(task.config)
  for (const found of inConfig) problems.push(problem(`${path}/config${tail(found.path)}`, found.message))
  return problems
}

/** The labeler of a task this version can work with: it is known, and the config is one it can read. */
export function labelerFor(task: Task): AnyLabeler | undefined {
  const labeler = labelerOf(task.labeler)
  if (labeler === undefined || task.labelerVersion > labeler.version) return undefined
  let readable = readableConfigs.get(task)
  if (readable === undefined) {
    readable = validate(labeler.schema.config, task.config).length === 0
    readableConfigs.set(task, readable)
  }
  return readable ? labeler : undefined
}

/** Asked for every label file; a task of an open project never changes. */
const readableConfigs = new WeakMap<Task, boolean>()

/** The rest of a path inside a document, `/` being the whole of it. */
export const tail = (path: string | undefined) => (path === undefined || path === '/' ? '' : path)

const problem = (path: string, message: string): Problem => ({ file: PROJECT_FILE, path, message })
