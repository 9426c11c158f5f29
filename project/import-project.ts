import type { FormatName, ImportFile } from '../labelers/kit/format.ts'
import { failed, ok, type Problem, type Result } from '../schemas/schema.ts'
import { assignTasks } from './import/assign-tasks.ts'
import { importFile } from './import/import-file.ts'
import { readRows } from './import/import-rows.ts'
import { storeIncoming } from './import/store-incoming.ts'
import { takeGoldset } from './import/take-goldset.ts'
import { type Taken, takeRows } from './import/take-rows.ts'
import type { OpenProject } from './open-project.ts'
import { writeProject } from './project-file.ts'

export interface ImportOptions {
  /** Absolute path of the file. */
  readonly path: string
  readonly format: FormatName
  /** Take only this task's answers, or all answers of the file for this task when it names no task of the project. */
  readonly task?: string | undefined
  /** Whose the answers are where the file does not say. */
  readonly annotator: string
  /** Give every answer to `annotator`, also where the file names somebody else. */
  readonly reassign?: boolean | undefined
  /** Writes nothing and reports what would be. */
  readonly dryRun: boolean
  /** Refuse labels that the label schema lacks, instead of adding them. */
  readonly strict: boolean
}

export interface ImportReport {
  /** Label files made. */
  readonly created: number
  /** Label files that were there and got an answer to a task they had none for. */
  readonly merged: number
  /** Answers left out because this annotator has another answer there; each is a problem. */
  readonly skipped: number
  /** Answers that were there already, the same. */
  readonly unchanged: number
  /** Task id → names. */
  readonly addedLabels: Readonly<Record<string, readonly string[]>>
  /** Everything that was not taken, with its line. */
  readonly problems: readonly Problem[]
}

/**
 * Takes answers from another tool's file into an open project. Items are matched by id, then by path or exact content.
 * Never writes over an answer; a second import of the same file changes nothing. When labels were added,
 * `open.project` is the project with them.
 */
export async function importInto(open: OpenProject, options: ImportOptions): Promise<Result<ImportReport>> {
  if (open.readOnly !== undefined && !options.dryRun) return failed({ message: open.readOnly })
  const file = await importFile(open.files, options.path)
  if (!file.ok) return file
  const taken =
    options.format === 'goldset'
      ? await takeGoldset(open, file.value, options)
      : await takeForeign(open, file.value, options)
  if (!taken.ok) return taken
  const { project, added, incoming, problems } = taken.value
  if (project !== open.project && !options.dryRun) {
    // Before any answer uses a new label: a crash in between leaves unused labels, never unknown ones.
    await writeProject(open.files, open.root, project)
    Object.assign(open, { project })
  }
  const stored = await storeIncoming(open, project, incoming, options.dryRun)
  return ok({
    created: stored.created,
    merged: stored.merged,
    skipped: stored.skipped,
    unchanged: stored.unchanged,
    addedLabels: Object.fromEntries(added),
    problems: [...problems, ...stored.problems].map(problem => ({ file: options.path, ...problem }))
  })
}

async function takeForeign(
  open: OpenProject,
  file: ImportFile,
  options: ImportOptions
): Promise<Result<Taken>> {
  const labeler = open.project.tasks.find(task => task.id === options.task)?.labeler
  const fields = open.project.fields.map(field => field.id)
  const { rows, problems } = await readRows({ ...file, fields }, options.format, labeler)
  const tasks = assignTasks(open.project, rows, options.task)
  if (!tasks.ok) return tasks
  const taken = await takeRows(open, rows, tasks.value.taskOf, options)
  if (!taken.ok) return taken
  return ok({ ...taken.value, problems: [...problems, ...tasks.value.problems, ...taken.value.problems] })
}
