import type { LabelState } from '../../electron/api/contract.ts'
import type { LabelFile } from '../../schemas/label-file.ts'
import type { Task } from '../../schemas/project.ts'

/** The state of an item nobody has touched. */
export const untouched: LabelState = { status: 'todo', answers: {}, comments: [], unsure: false }

/** What a label file says about these tasks. Answers to others stay in the file and are none of the screen's business. */
export function stateOf(label: LabelFile | null, tasks: readonly Task[]): LabelState {
  if (label === null) return untouched
  const asked = new Set(tasks.map(task => task.id))
  return {
    status: label.status,
    answers: Object.fromEntries(Object.entries(label.answers).filter(([task]) => asked.has(task))),
    comments: [...(label.comments ?? [])],
    unsure: label.unsure ?? false,
    ...(label.skipReason === undefined ? {} : { skipReason: label.skipReason })
  }
}

/** Task ids are data and may be named like a property of every object. */
export function answerOf(state: LabelState, task: string): unknown {
  return Object.hasOwn(state.answers, task) ? state.answers[task] : undefined
}

/** A changed answer. What was submitted stays so only while it is complete. */
export function withAnswer(state: LabelState, task: string, answer: unknown, complete: boolean): LabelState {
  const answers = { ...state.answers, [task]: answer }
  if (state.status === 'flagged') return { ...state, answers }
  const status = state.status === 'submitted' && complete ? 'submitted' : 'draft'
  return { ...withoutReason(state), answers, status }
}

/** Submitted with an answer to every task: one that has none yet gets its empty one, because "nothing here" is an answer. */
export function submitted(state: LabelState, empty: ReadonlyMap<string, unknown>): LabelState {
  const answers = Object.fromEntries([...empty, ...Object.entries(state.answers)])
  return { ...withoutReason(state), answers, status: 'submitted' }
}

export function skipped(state: LabelState, reason: string): LabelState {
  const rest = withoutReason(state)
  return { ...rest, status: 'skipped', ...(reason.trim() === '' ? {} : { skipReason: reason.trim() }) }
}

/** Flags, or takes the flag away again. */
export function flagToggled(state: LabelState): LabelState {
  if (state.status !== 'flagged') return { ...withoutReason(state), status: 'flagged' }
  return { ...state, status: Object.keys(state.answers).length === 0 ? 'todo' : 'draft' }
}

/** As before anything was answered. What was said about the item stays. */
export function cleared(state: LabelState): LabelState {
  return { ...untouched, comments: state.comments }
}

export function unsureToggled(state: LabelState): LabelState {
  return { ...state, unsure: !state.unsure }
}

export function commented(state: LabelState, text: string, by: string, at: string): LabelState {
  return { ...state, comments: [...state.comments, { text, by, at }] }
}

function withoutReason(state: LabelState): LabelState {
  const { skipReason: _gone, ...rest } = state
  return rest
}
