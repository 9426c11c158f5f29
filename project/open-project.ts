import type { Project } from '../schemas/project.ts'
import type { Problem, Result } from '../schemas/schema.ts'
import type { Files } from './files.ts'
import type { ItemIndex } from './item-index.ts'
import type { LabelStore } from './label-store.ts'

export interface OpenProject {
  readonly root: string
  readonly files: Files
  readonly project: Project
  readonly items: ItemIndex
  readonly labels: LabelStore
  /** Nothing can be saved, and why, in a sentence. */
  readonly readOnly?: string
  /** Text of the guidelines; empty when there are none. */
  readonly guidelines: string
  /** What is wrong and leaves the rest usable. */
  readonly problems: readonly Problem[]
  /** Gives the lock back. */
  close(): Promise<void>
}

/**
 * Opens a project folder. With `lock`, a project that is open elsewhere opens read-only; without, nothing is locked
 * and nothing may be written.
 */
export async function openProject(
  _files: Files,
  _root: string,
  _options: { readonly lock: boolean }
): Promise<Result<OpenProject>> {
  throw new Error('not built yet')
}
