import type { Project, Task } from '../../schemas/project.ts'
import { failed, ok, type Problem, type Result } from '../../schemas/schema.ts'
import type { FoundAnswer, ImportRow } from './import-rows.ts'

/** Which task of the project an answer of the file is for; undefined: for none. */
export type TaskOf = (answer: FoundAnswer) => string | undefined

/**
 * The file's questions and the project's tasks: the same id, else the same title, else the only task of the labeler.
 * With `wanted`, all that fits goes to that task.
 */
export function assignTasks(
  project: Project,
  rows: readonly ImportRow[],
  wanted: string | undefined
): Result<{ readonly taskOf: TaskOf; readonly problems: readonly Problem[] }> {
  const questions = new Map(rows.flatMap(row => row.answers).map(answer => [keyOf(answer), answer]))
  const found = [...questions.values()]
  const tasks = project.tasks.filter(task => wanted === undefined || task.id === wanted)
  if (wanted !== undefined && tasks.length === 0) {
    return failed({ message: `There is no task "${wanted}" in this project. ${listOf(project)}` })
  }
  const assigned = new Map<string, string>()
  const left: FoundAnswer[] = []
  for (const question of found) {
    const task = taskFor(question, tasks, found)
    if (task === undefined) left.push(question)
    else assigned.set(keyOf(question), task.id)
  }
  if (assigned.size === 0 && found.length > 0) {
    const names = [...new Set(found.map(question => `"${question.name}"`))].join(', ')
    return failed({
      message: `The file has answers to ${names} and no task here is for them. ${listOf(project)}`
    })
  }
  const others = wanted === undefined ? left : []
  return ok({
    taskOf: answer => assigned.get(keyOf(answer)),
    problems: others.map(({ name, labeler }) => ({
      message: `The answers to "${name}" (${labeler.id}) were left out: no task here is for them. ${listOf(project)}`
    }))
  })
}

function taskFor(
  question: FoundAnswer,
  tasks: readonly Task[],
  all: readonly FoundAnswer[]
): Task | undefined {
  const able = tasks.filter(task => task.labeler === question.labeler.id)
  const named =
    able.find(task => task.id === question.name) ?? able.find(task => isCalled(task, question.name))
  if (named !== undefined) return named
  const [only, ...more] = able
  if (only === undefined || more.length > 0) return undefined
  // The only task goes to a question of its own name if there is one.
  const rivals = all.filter(one => one.labeler.id === question.labeler.id && keyOf(one) !== keyOf(question))
  return rivals.length === 0 ? only : undefined
}

const isCalled = (task: Task, name: string) => task.title.toLowerCase() === name.toLowerCase()
const keyOf = (answer: FoundAnswer) => JSON.stringify([answer.labeler.id, answer.name])

function listOf(project: Project): string {
  return `Its tasks are ${project.tasks.map(task => `"${task.id}" (${task.labeler})`).join(', ') || 'none'}.`
}
