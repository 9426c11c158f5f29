import type { ExportChunk, ExportCopy } from '../../labelers/kit/format.ts'
import type { Task } from '../../schemas/project.ts'
import type { Dropped, ExportOptions } from '../export-project.ts'
import type { OpenProject } from '../open-project.ts'
import type { Survey } from './stored-labels.ts'

/** What is asked of a way of writing. */
export interface WritingRequest {
  readonly open: OpenProject
  readonly options: ExportOptions
  readonly survey: Survey
  /** What the person called the data file, if they named one. */
  readonly fileName: string | undefined
  drop(dropped: Dropped): void
}

/** How one format goes out: one or more passes over the label files, and what the manifest says of it. */
export interface Writing {
  readonly runs: readonly WritingRun[]
  readonly tasks: readonly Task[]
  readonly carriedTasks: readonly string[]
  readonly cannotCarry: string
  readonly offsetUnit: 'codepoint' | null
  readonly tokenizer: string | null
}

export interface WritingRun {
  /** Empty, or a folder of its own with a slash at the end. */
  readonly folder: string
  write(): AsyncIterable<ExportChunk | ExportCopy>
  companions(counts: ReadonlyMap<string, number>): readonly ExportChunk[]
}
