import type { LabelState } from '../../electron/api/contract.ts'

/** What a step did to one item. */
export interface Change {
  readonly position: number
  readonly id: string
  readonly before: LabelState
  readonly after: LabelState
}

/** One thing a person did, to one item or to many at once. */
export interface Step {
  readonly changes: readonly Change[]
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

/** A step to take back or to do again, and the history after that. */
export interface Travel {
  readonly step: Step
  readonly history: History
}

export const emptyHistory: History = { done: null, undone: null }

export function undoDepth(history: History): number {
  return history.done?.depth ?? 0
}

export function record(history: History, step: Step): History {
  const last = history.done?.top
  const joined = last === undefined ? null : joinedSteps(last, step)
  if (joined !== null) return { done: push(history.done?.rest ?? null, joined), undone: null }
  return { done: push(history.done, step), undone: null }
}

/** The step to take back, and the history after that; null if there is none. */
export function undo(history: History): Travel | null {
  if (history.done === null) return null
  const { top, rest } = history.done
  return { step: top, history: { done: rest, undone: push(history.undone, top) } }
}

export function redo(history: History): Travel | null {
  if (history.undone === null) return null
  const { top, rest } = history.undone
  return { step: top, history: { done: push(history.done, top), undone: rest } }
}

/** The same where only some items of the step could be taken back or done again: the others stay where they were. */
export function partly(history: History, way: typeof undo, ids: ReadonlySet<string>): History {
  const found = way(history)
  if (found === null) return history
  const { step } = found
  const [went, stayed] = [
    step.changes.filter(({ id }) => ids.has(id)),
    step.changes.filter(({ id }) => !ids.has(id))
  ]
  const put = (stack: Stack | null, changes: readonly Change[]) =>
    changes.length === 0 ? stack : push(stack, { ...step, changes })
  return way === undo
    ? { done: put(found.history.done, stayed), undone: put(history.undone, went) }
    : { done: put(history.done, went), undone: put(found.history.undone, stayed) }
}

/** Leaves out an item whose state was replaced from outside. */
export function forget(history: History, id: string): History {
  return { done: without(history.done, id), undone: without(history.undone, id) }
}

function joinedSteps(last: Step, step: Step): Step | null {
  const [before] = last.changes
  const [change] = step.changes
  if (before === undefined || change === undefined || last.changes.length > 1 || step.changes.length > 1)
    return null
  if (step.gesture === undefined || last.gesture !== step.gesture || before.id !== change.id) return null
  return { ...step, changes: [{ ...change, before: before.before }] }
}

function push(rest: Stack | null, top: Step): Stack {
  return { top, rest, depth: (rest?.depth ?? 0) + 1 }
}

function without(stack: Stack | null, id: string): Stack | null {
  const steps: Step[] = []
  for (let s = stack; s !== null; s = s.rest) {
    const changes = s.top.changes.filter(change => change.id !== id)
    if (changes.length === s.top.changes.length) steps.push(s.top)
    else if (changes.length > 0) steps.push({ ...s.top, changes })
  }
  return steps.reduceRight<Stack | null>(push, null)
}
