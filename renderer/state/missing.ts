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
