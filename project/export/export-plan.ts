import { formatsOf } from '../../labelers/formats.ts'
import { labelers } from '../../labelers/index.ts'
import type { Exporter, ExportTask, FormatName } from '../../labelers/kit/format.ts'
import type { AnyLabeler } from '../../labelers/kit/labeler.ts'
import type { Project, Task } from '../../schemas/project.ts'
import { failed, ok, type Result } from '../../schemas/schema.ts'
import { validate } from '../../schemas/validate.ts'

/** A task whose classes another labeler's exporter writes into its records. */
export interface CarriedTask {
  readonly task: Task
  readonly labeler: AnyLabeler
}

/** One exporter, once over all records. */
export interface ExportRun {
  readonly labeler: AnyLabeler
  readonly exporter: Exporter<unknown, unknown>
  readonly tasks: readonly ExportTask<unknown>[]
  readonly carried: readonly CarriedTask[]
  /** Empty, or a folder with `/` at the end: two exporters with one format must not write one file. */
  readonly folder: string
}

/** Who writes what. Without `wanted`, all tasks whose labeler has the format. */
export function exportPlan(
  project: Project,
  format: FormatName,
  wanted: readonly string[] | undefined
): Result<readonly ExportRun[]> {
  const unknown = (wanted ?? []).find(id => !project.tasks.some(task => task.id === id))
  if (unknown !== undefined) return failed({ message: `There is no task "${unknown}" in this project.` })
  const tasks = project.tasks.filter(task => wanted === undefined || wanted.includes(task.id))
  const able = labelers.flatMap(labeler => {
    const exporter = formatsOf(labeler.id).exporters.find(one => one.format === format)
    const own = tasks.filter(task => task.labeler === labeler.id)
    return exporter === undefined || own.length === 0 ? [] : [{ labeler, exporter, own }]
  })
  const carrier = able.find(one => one.exporter.carriesCategories === true)
  const rides = (task: Task) =>
    carrier !== undefined &&
    task.labeler !== carrier.labeler.id &&
    labelerHasCategories(task.labeler) &&
    // Classes of a conversation are no classes of the subject beside it.
    carrier.own.some(each => each.field === task.field)
  const carried = tasks.filter(rides)
  const writing = able
    .map(one => ({ ...one, own: one.own.filter(task => !rides(task)) }))
    .filter(one => one.own.length > 0)

  const left = tasks.find(task => !rides(task) && !writing.some(one => one.own.includes(task)))
  if (left !== undefined && (wanted !== undefined || writing.length === 0)) {
    return failed({ message: `The format "${format}" cannot hold the task "${left.id}" (${left.labeler}).` })
  }
  if (writing.length === 0) return failed({ message: `This project has no task to export as "${format}".` })
  for (const task of [...writing.flatMap(one => one.own), ...carried]) {
    const [problem] = configProblems(task)
    if (problem !== undefined) return failed(problem)
  }
  return ok(
    writing.map(({ labeler, exporter, own }) => ({
      labeler,
      exporter,
      tasks: own.map(({ id, title, field, required, config }) => ({
        id,
        title,
        field,
        ...kindOf(project, field),
        required: required === true,
        config
      })),
      carried: exporter === carrier?.exporter ? carried.flatMap(withLabeler) : [],
      folder: writing.length > 1 ? `${labeler.id}/` : ''
    }))
  )
}

function kindOf(project: Project, id: string): Pick<ExportTask<unknown>, 'kind'> {
  const field = project.fields.find(one => one.id === id)
  return field === undefined ? {} : { kind: field.kind }
}

function labelerHasCategories(id: string): boolean {
  const labeler = labelers.find(one => one.id === id)
  return labeler?.categories !== undefined && labeler.categorySet !== undefined
}

function withLabeler(task: Task): readonly CarriedTask[] {
  const labeler = labelers.find(one => one.id === task.labeler)
  return labeler === undefined ? [] : [{ task, labeler }]
}

function configProblems(task: Task) {
  const labeler = labelers.find(one => one.id === task.labeler)
  if (labeler === undefined) return []
  return validate(labeler.schema.config, task.config).map(problem => ({
    file: 'goldset.json',
    path: `/tasks (${task.id})${problem.path ?? ''}`,
    message: problem.message
  }))
}
