import type { FormatName } from '../labelers/kit/format.ts'
import type { Problem, Result } from '../schemas/schema.ts'
import type { OpenProject } from './open-project.ts'

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
export async function importInto(_open: OpenProject, _options: ImportOptions): Promise<Result<ImportReport>> {
  throw new Error('not built yet')
}
