import type { LabelState } from '../../electron/api/contract.ts'
import { labelerOf } from '../../labelers/index.ts'
import type { Context } from '../../labelers/kit/labeler.ts'
import type { Item } from '../../schemas/item.ts'
import type { Task } from '../../schemas/project.ts'
import type { Problem } from '../../schemas/schema.ts'
import { answerOf } from './label-state.ts'

export interface Missing {
  readonly task: Task
  readonly problem: Problem
}

export function contextOf(task: Task, item: Item): Context<unknown> {
  return { config: task.config, item, field: task.field, required: task.required ?? false }
}

/** The answer as its labeler reads it: what was given, else its empty one. */
export function currentAnswer(state: LabelState, task: Task, item: Item): unknown {
  return answerOf(state, task.id) ?? labelerOf(task.labeler)?.empty(contextOf(task, item))
}

/** What keeps an item from being complete, task by task. Tasks of unknown labelers are never in the way. */
export function missingOf(tasks: readonly Task[], item: Item, state: LabelState): readonly Missing[] {
  return tasks.flatMap(task => {
    const labeler = labelerOf(task.labeler)
    if (labeler === undefined) return []
    const problems = labeler.check(currentAnswer(state, task, item), contextOf(task, item))
    return problems.map(problem => ({ task, problem }))
  })
}

/** The empty answer of every task whose labeler is known, by task. */
export function emptyAnswers(tasks: readonly Task[], item: Item): ReadonlyMap<string, unknown> {
  return new Map(
    tasks.flatMap(task => {
      const labeler = labelerOf(task.labeler)
      return labeler === undefined ? [] : [[task.id, labeler.empty(contextOf(task, item))] as const]
    })
  )
}

/** What to say of what is missing. With `task`, the keys of its labels finish the sentence. */
export interface MissingSentence {
  readonly text: string
  readonly task?: Task
  /** How many other things are in the way, unsaid. */
  readonly more: number
}

/** Null: nothing is missing. */
export function missingSentence(
  missing: readonly Missing[],
  item: Item,
  state: LabelState
): MissingSentence | null {
  const [first] = missing
  if (first === undefined) return null
  const unanswered = missing.map(({ task }) => task).filter(task => isUnchosen(task, item, state))
  const more = missing.length - 1
  if (unanswered.length !== missing.length)
    return { text: `${first.task.title}: ${first.problem.message}`, more }
  if (unanswered.length === 1) return { text: `${first.task.title} is missing:`, task: first.task, more }
  const names = unanswered.map(({ title }, place) => (place === 0 ? title : midSentence(title)))
  return { text: `${names.slice(0, -1).join(', ')} and ${names.at(-1)} are missing`, more: 0 }
}

/** A question about the whole item, which the key of a class answers, and that has no answer. */
function isUnchosen(task: Task, item: Item, state: LabelState): boolean {
  const labeler = labelerOf(task.labeler)
  if (labeler === undefined || labeler.labelsUsed(currentAnswer(state, task, item)).length > 0) return false
  return labeler.categories !== undefined
}

/** `Sentiment` as it stands within a sentence; `URL` and `iPhone` as they are. */
export function midSentence(words: string): string {
  return /^\p{Lu}\p{Ll}/u.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words
}
