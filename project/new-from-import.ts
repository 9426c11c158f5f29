import type { FormatName } from '../labelers/kit/format.ts'
import type { Result } from '../schemas/schema.ts'
import type { Files } from './files.ts'
import type { ImportReport } from './import-project.ts'

export interface NewFromImport {
  /** Absolute. Made when missing; never over an existing project or file. */
  readonly folder: string
  readonly path: string
  readonly format: FormatName
  readonly annotator: string
  readonly reassign?: boolean | undefined
  readonly name?: string | undefined
}

/** A project from another tool's dataset: items, label schema and answers in one go. */
export async function newFromImport(
  _files: Files,
  _spec: NewFromImport
): Promise<Result<{ readonly folder: string; readonly items: number; readonly report: ImportReport }>> {
  throw new Error('not built yet')
}
