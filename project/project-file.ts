import type { Project } from '../schemas/project.ts'
import type { Result } from '../schemas/schema.ts'
import type { Files } from './files.ts'

export interface ReadProject {
  readonly project: Project
  /** Why nothing may be written: the file is of a newer format. */
  readonly readOnly?: string
}

/** Reads `goldset.json`. Missing, empty, damaged or not a project is a problem, never a new project. */
export function readProject(_files: Files, _root: string): Promise<Result<ReadProject>> {
  throw new Error('not built yet')
}

/**
 * Replaces `goldset.json`. Rejects with `FileError` if the one on disk is missing, damaged, newer or another project's:
 * nothing is overwritten that this version has not understood.
 */
export function writeProject(_files: Files, _root: string, _project: Project): Promise<void> {
  throw new Error('not built yet')
}

/** Writes the first `goldset.json` of a folder. Rejects with `FileError` of kind `exists` if there is one. */
export function createProjectFile(_files: Files, _root: string, _project: Project): Promise<void> {
  throw new Error('not built yet')
}
