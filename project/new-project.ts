import type { Field, Project, Task } from '../schemas/project.ts'
import type { Problem, Result } from '../schemas/schema.ts'
import type { Files } from './files.ts'

export interface NewProject {
  readonly folder: string
  readonly name: string
  /** Absolute paths of data: inside `folder` they are used where they are, elsewhere they are copied into data/. */
  readonly paths: readonly string[]
  readonly fields: readonly Field[]
  readonly tasks: readonly Task[]
  readonly guidelines?: string
  /** Field id → column. Absent: guessed. */
  readonly columns?: Readonly<Record<string, string>>
  readonly idColumn?: string
  readonly tokensColumn?: string
}

/** Makes a project folder. Never over an existing project, and never over any file. */
export async function newProject(
  _files: Files,
  _spec: NewProject
): Promise<
  Result<{ readonly folder: string; readonly project: Project; readonly problems: readonly Problem[] }>
> {
  throw new Error('not built yet')
}
