import type { IconName } from '../../ui/icon-shapes.ts'

/**
 * Where a command's keys act. `app`: everywhere. A screen (`home`, `label`, …): while it is shown. `task:<id>`: while that
 * task has the keys, its single letters also from other tasks. `part:<name>`: while that part of the screen has the focus, before all
 * others. Any other name: an open overlay, and then nothing else acts.
 */
export type ScopeName = string

/** Something a person can do. The only place that names its keys. */
export interface Command {
  /** `<noun>.<verb>`, unique among what is registered. */
  readonly id: string
  readonly title: string
  /** Heading in the key sheet. */
  readonly group: string
  readonly scope: ScopeName
  /** Before rebinding. */
  readonly keys: readonly string[]
  readonly icon?: IconName
  /** Holding the key down does it again. */
  readonly repeats?: boolean
  /** Its keys act in text that is typed as an answer, though a text field would take them: in that of its own task, or `any`. */
  readonly whileAnswering?: 'own' | 'any'
  /** Absent: always. A key whose command cannot run falls through to the next scope. */
  readonly enabled?: () => boolean
  /** Words under which the palette finds it too. */
  readonly also?: string
  /** Under which rebound keys are kept, where that is not the id. */
  readonly bindingId?: string
  run(): void
}

/** What has the keys now. */
export interface Place {
  readonly screen: string
  /** Task ids of the screen in schema order; empty outside the label screen. */
  readonly tasks: readonly string[]
  readonly activeTask: string | null
  /** The overlay on top, if any. */
  readonly overlay: string | null
  /** A text field is typed in. */
  readonly typing: boolean
  /** The task whose answer that text is, as the field's `data-answer` says; null for every other text. */
  readonly answering: string | null
  /** The part of the screen that has the focus, if it has keys of its own: what its `data-keys` says. */
  readonly part: string | null
}

export const taskScope = (taskId: string): ScopeName => `task:${taskId}`
export const partScope = (part: string): ScopeName => `part:${part}`
