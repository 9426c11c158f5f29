import type { FormatName } from '../labelers/kit/format.ts'
import type { Result } from '../schemas/schema.ts'
import type { OpenProject } from './open-project.ts'

export interface ExportOptions {
  readonly format: FormatName
  /** Task ids. Absent: every task whose labeler has the format. */
  readonly tasks?: readonly string[] | undefined
  /** Only this annotator's label files. Absent: everybody's. */
  readonly annotator?: string | undefined
  /** `submitted` takes accepted ones too; `all` takes every label file. */
  readonly status: 'submitted' | 'all'
  /**
   * Absolute. A folder; or, with an extension and a format of one data file, that file itself. Null: nothing is
   * written, and the report says what would be.
   */
  readonly out: string | null
  /** By name of the format's options. */
  readonly options?: ReadonlyMap<string, string> | undefined
}

export interface ExportReport {
  /** The data file or the folder; empty for a preview. */
  readonly out: string
  /** Label files considered, records written, things left out. */
  readonly counts: { readonly in: number; readonly out: number; readonly dropped: number }
  readonly dropped: readonly Dropped[]
  /** Absolute paths of what was written, data first, the manifest last. For a preview: names of the data files. */
  readonly files: readonly string[]
}

export interface Dropped {
  readonly item: string
  readonly task?: string
  readonly annotator?: string
  readonly reason: string
}

/** Writes answers for training. The same project gives the same bytes; a failed export leaves what was there. */
export async function exportProject(
  _open: OpenProject,
  _options: ExportOptions
): Promise<Result<ExportReport>> {
  throw new Error('not built yet')
}
