import type { AnyLabeler } from '../labelers/kit/labeler.ts'
import type { Item } from '../schemas/item.ts'
import type { LabelFile } from '../schemas/label-file.ts'
import { migrate } from '../schemas/migrate.ts'
import type { Project, Task } from '../schemas/project.ts'
import type { Problem } from '../schemas/schema.ts'
import { validate } from '../schemas/validate.ts'
import { labelerFor, tail } from './project-problems.ts'

/** An answer as its labeler of today reads it. `unknown`: its labeler or version is not one of ours, or its config is faulty. */
export type ReadAnswer =
  | { readonly kind: 'answer'; readonly labeler: AnyLabeler; readonly answer: unknown }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'invalid'; readonly problems: readonly Problem[] }

/** The answer of a label file to a task: of an older version brought up to date, checked against its schema. */
export function readAnswer(task: Task, label: LabelFile): ReadAnswer {
  const labeler = labelerFor(task)
  if (labeler === undefined) return { kind: 'unknown' }
  if (!Object.hasOwn(label.answers, task.id)) return { kind: 'none' }
  const [id, version] = (Object.hasOwn(label.labelers, task.id) ? (label.labelers[task.id] ?? '') : '').split(
    '/'
  )
  const wrote = id === labeler.id && /^[1-9][0-9]*$/.test(version ?? '') ? Number(version) : labeler.version
  if (wrote > labeler.version) return { kind: 'unknown' }
  const answer = migrate(label.answers[task.id], wrote, labeler.version, labeler.migrations)
  const problems = validate(labeler.schema.answer, answer)
  return problems.length === 0 ? { kind: 'answer', labeler, answer } : { kind: 'invalid', problems }
}

/**
 * What is wrong with the answers of a label file: broken shape, untruths such as a quote that differs, and in a
 * submitted file what is missing. A draft may lack anything.
 */
export function answerProblems(project: Project, item: Item, label: LabelFile): readonly Problem[] {
  const done = label.status === 'submitted' || label.status === 'accepted'
  const known = new Set(project.tasks.map(task => task.id))
  const strays = Object.keys(label.answers)
    .filter(id => !known.has(id))
    .map(id => ({
      path: `/answers/${pointer(id)}`,
      message: `The project has no task "${id}". The answer is kept.`
    }))
  return [...strays, ...project.tasks.flatMap(task => taskProblems(task, item, label, done))]
}

function taskProblems(task: Task, item: Item, label: LabelFile, done: boolean): readonly Problem[] {
  const at = (problem: Problem): Problem => ({
    ...problem,
    path: `/answers/${pointer(task.id)}${tail(problem.path)}`
  })
  const required = done && task.required === true
  const context = { config: task.config, item, field: task.field, required }
  const read = readAnswer(task, label)
  switch (read.kind) {
    case 'unknown':
      return []
    case 'invalid':
      return read.problems.map(at)
    case 'none': {
      const labeler = labelerFor(task)
      if (!done || labeler === undefined) return []
      return labeler.check(labeler.empty(context), context).map(at)
    }
    case 'answer': {
      const problems = read.labeler.check(read.answer, context)
      return (done ? problems : problems.filter(isUntrue)).map(at)
    }
  }
}

/** What an answer lacks is said of a whole list, `/spans`; what is untrue, of something in it, `/spans/3/text`. */
const isUntrue = ({ path }: Problem) => (path?.split('/').length ?? 0) > 2

const pointer = (id: string) => id.replaceAll('~', '~0').replaceAll('/', '~1')
