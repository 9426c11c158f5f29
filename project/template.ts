import type { Field, Task } from '../schemas/project.ts'

/** A label schema to start from: fields, tasks and first guidelines. */
export interface Template {
  readonly id: string
  readonly name: string
  /** A few words under the name. */
  readonly about: string
  readonly labelers: readonly string[]
  readonly fields: readonly Field[]
  readonly tasks: readonly Task[]
  /** Markdown. */
  readonly guidelines: string
}
