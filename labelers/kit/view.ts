import type { ComponentType, ReactNode } from 'react'
import type { Item } from '../../schemas/item.ts'
import type { Task } from '../../schemas/project.ts'
import type { KeyBinding } from './labeler.ts'
import type { Sound } from './sound.ts'

/** Where the keys are. A scope is a task id, or `item` for the screen's own commands. */
export interface Scope {
  /** Whether this task has the keys now: draw its caps solid, else dashed. */
  readonly active: boolean
  /** Take the keys, as a click on this task does. */
  readonly take: () => void
  /** The key to show for a binding of this labeler, rebound or not: one that acts now if there is one. */
  readonly capOf: (bindingId: string) => string | undefined
  /** Whether that key acts now: letters do from any task, digits only here, none of them while a text field is typed in. */
  readonly acts: (bindingId: string) => boolean
}

/** What a labeler's view is given. It is rendered once in the centre and once on the right, with the same props. */
export interface ViewProps<Config, Answer, Command> {
  readonly task: Task
  readonly config: Config
  readonly item: Item
  readonly answer: Answer
  readonly readOnly: boolean
  readonly scope: Scope
  /**
   * The only way to change the answer. Commits and saves at once. Commands with the same gesture id are undone
   * together; leave it out and each is a step of its own.
   */
  readonly dispatch: (command: Command, gesture?: string) => void
  /**
   * State that both halves share and that survives from item to item: the label in hand, the selected region.
   * Not saved, not undone. Keys are the labeler's own.
   */
  readonly shared: SharedState
  /**
   * What to do for a binding of `keys(config)` whose `command` is absent, while this view is mounted.
   * Returns its own removal; give it to an effect's cleanup. A binding that has no handler at the moment does not
   * take its key: the key goes on to the next scope, or to the browser. So a view takes Enter, Escape or Tab only
   * while they mean something in it.
   */
  readonly onKey: (handlers: Readonly<Record<string, (binding: KeyBinding<Command>) => void>>) => () => void
  /** A line at the bottom of the item with Undo, as after submit. For things done, never for errors. */
  readonly toast: (message: string) => void
  readonly mediaUrl: (path: string) => string
  /** Opens a recording, by its path as a media field of the item has it. Close it when the view goes. */
  readonly sound: (path: string) => Sound
  /** The other fields of the item, for a centre that `readsAlong`: draw them above and below its own, in the same scroll. */
  readonly before?: ReactNode
  readonly after?: ReactNode
  /** What this annotator answered on the item before in the queue. Null: nothing, or this is the first item. */
  readonly previousAnswer: () => Promise<Answer | null>
  /** Items that are likely to be shown next, the likeliest first: what a view may decode before it is asked to. */
  readonly ahead: readonly Item[]
}

export interface SharedState {
  readonly get: <T>(key: string, fallback: T) => T
  readonly set: <T>(key: string, value: T) => void
  /** Re-renders the caller when the value changes. A React hook. */
  readonly use: <T>(key: string, fallback: T) => [T, (value: T) => void]
}

/** A key and what it does, for the hint line under the item. */
export interface Hint {
  readonly caps: readonly string[]
  readonly text: string
  /** It acts while a text of this task is typed, too. */
  readonly whileTyping?: true
}

export interface LabelerViews<Config, Answer, Command> {
  /** Above the item: the label palette. Absent: nothing there. */
  readonly Palette?: ComponentType<ViewProps<Config, Answer, Command>>
  /** The centre. Absent: this labeler has no part of its own there and the shell shows the field. */
  readonly Item?: ComponentType<ViewProps<Config, Answer, Command>>
  /** Its `Item` draws `before` and `after` itself. Absent: the shell shows the other fields in a band above it. */
  readonly readsAlong?: boolean
  /** One line under the item: what the label in hand means. */
  readonly About?: ComponentType<ViewProps<Config, Answer, Command>>
  /** The task's section on the right, below its heading. */
  readonly Answer: ComponentType<ViewProps<Config, Answer, Command>>
  /** Right end of the task's heading: `by word · overlap allowed`. */
  readonly headline: (config: Config, answer: Answer) => { readonly count?: number; readonly note: string }
  readonly hints: (config: Config, answer: Answer) => readonly Hint[]
}

export type AnyLabelerViews = LabelerViews<unknown, unknown, unknown>
