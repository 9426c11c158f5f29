import type { SourceFormat } from '../schemas/project.ts'
import type { Problem, Result } from '../schemas/schema.ts'
import type { Files } from './files.ts'

/** What would become items, before anything is made. */
export interface SourcePreview {
  readonly paths: readonly string[]
  readonly format: SourceFormat
  /** Columns or keys, in order. Empty for text files. */
  readonly columns: readonly string[]
  /** The first rows as they will be read, at most 20, by column; for text files `file` and `text`. */
  readonly rows: readonly Readonly<Record<string, string>>[]
  readonly items: number
  readonly counted: 'all' | 'at-least'
  readonly guess: { readonly text?: string; readonly id?: string; readonly tokens?: string }
  readonly problems: readonly Problem[]
  /** Where the project would be made, and whether the data would be copied into it. */
  readonly folder: string
  readonly name: string
  readonly copies: boolean
}

/** What a picked or dropped path is. */
export type Inspection =
  | { readonly kind: 'project'; readonly folder: string; readonly name: string }
  | { readonly kind: 'data'; readonly preview: SourcePreview }
  | { readonly kind: 'nothing'; readonly problems: readonly Problem[] }

/** Fails when nothing in these paths can become an item. */
export async function previewSource(
  _files: Files,
  _paths: readonly string[]
): Promise<Result<SourcePreview>> {
  throw new Error('not built yet')
}

/** A folder with a goldset.json (or that file itself) is a project; everything else is data or nothing. */
export async function inspectPaths(_files: Files, _paths: readonly string[]): Promise<Inspection> {
  throw new Error('not built yet')
}
