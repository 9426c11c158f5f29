import type { LabelState } from '../../electron/api/contract.ts'

/** One thing a person did to one item, as the state before and after. */
export interface Step {
  readonly position: number
  readonly id: string
  readonly before: LabelState
  readonly after: LabelState
  /** Steps of one item in a row with the same gesture are one step. */
  readonly gesture?: string | undefined
  /** What was done, for the line that says it was undone. */
  readonly title: string
}

/** A stack that shares its rest, so that a step costs the same after ten thousand. */
interface Stack {
  readonly top: Step
  readonly rest: Stack | null
  readonly depth: number
}

/** What can be undone and redone, over all items of a session, without limit. */
export interface History {
  readonly done: Stack | null
  readonly undone: Stack | null
}

export const emptyHistory: History = { done: null, undone: null }

export function undoDepth(history: History): number {
  return history.done?.depth ?? 0
}

export function record(history: History, step: Step): History {
  const last = history.done?.top
  if (
    last !== undefined &&
    step.gesture !== undefined &&
    last.gesture === step.gesture &&
    last.id === step.id
  )
    return { done: push(history.done?.rest ?? null, { ...step, before: last.before }), undone: null }
  return { done: push(history.done, step), undone: null }
}

/** The step to take back, and the history after that; null if there is none. */
export function undo(history: History): { readonly step: Step; readonly history: History } | null {
  if (history.done === null) return null
  const { top, rest } = history.done
  return { step: top, history: { done: rest, undone: push(history.undone, top) } }
}

export function redo(history: History): { readonly step: Step; readonly history: History } | null {
  if (history.undone === null) return null
  const { top, rest } = history.undone
  return { step: top, history: { done: push(history.done, top), undone: rest } }
}

/** Leaves out every step of an item whose state was replaced from outside. */
export function forget(history: History, id: string): History {
  return { done: without(history.done, id), undone: without(history.undone, id) }
}

function push(rest: Stack | null, top: Step): Stack {
  return { top, rest, depth: (rest?.depth ?? 0) + 1 }
}

function without(stack: Stack | null, id: string): Stack | null {
  const steps: Step[] = []
  for (let s = stack; s !== null; s = s.rest) if (s.top.id !== id) steps.push(s.top)
  return steps.reduceRight<Stack | null>(push, null)
}
