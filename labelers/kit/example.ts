import type { Item } from '../../schemas/item.ts'
import type { Field } from '../../schemas/project.ts'

/**
 * What the conformance tests live on, as `example` of `labelers/<id>/example.ts`. Real enough for that: at least one item,
 * answers that pass `check`, a script of commands.
 */
export interface Example<Config, Answer, Command> {
  readonly config: Config
  /** The fields of its items that it can look at, each tried by itself. Absent: one text, called `text`. */
  readonly fields?: readonly Field[]
  readonly items: readonly Item[]
  /** One for each item. */
  readonly answers: readonly Answer[]
  /** All for the first item. */
  readonly commands: readonly Command[]
}
