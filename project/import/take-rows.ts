import type { Project } from '../../schemas/project.ts'
import { failed, ok, type Problem, type Result } from '../../schemas/schema.ts'
import { isAnnotatorId } from '../label-files.ts'
import { mediaItem } from '../media/media-item.ts'
import type { OpenProject } from '../open-project.ts'
import { type Extended, labelIds, withAddedLabels } from './added-labels.ts'
import type { TaskOf } from './assign-tasks.ts'
import { type ImportRow, placeOf } from './import-rows.ts'
import { contextOf, type Incoming } from './incoming.ts'
import { itemMatcher } from './match-items.ts'

export interface Taken extends Extended {
  readonly incoming: readonly Incoming[]
  readonly problems: readonly Problem[]
}

/** Turns rows into answers for items of the project. Says of every row what was not taken. */
export async function takeRows(
  open: OpenProject,
  rows: readonly ImportRow[],
  taskOf: TaskOf,
  who: { readonly annotator: string; readonly reassign?: boolean | undefined; readonly strict: boolean }
): Promise<Result<Taken>> {
  const problems: Problem[] = []
  const match = itemMatcher(open.items, open.project)
  const matched: Matched[] = []
  for (const row of rows) {
    const answers = row.answers.filter(answer => taskOf(answer) !== undefined)
    if (answers.length === 0 && row.status === undefined) continue
    const annotator = annotatorOf(row, who, problems)
    const found = await match({ ...row, annotator })
    if ('item' in found) {
      const item = await mediaItem(open.files, open.root, open.project.fields, found.item)
      matched.push({ row, annotator, answers, item })
    } else
      problems.push({ ...placeOf(row), message: `${found.message} The answers of this row were left out.` })
  }

  const names = new Map<string, Set<string>>()
  for (const { answers } of matched) {
    for (const answer of answers) {
      const task = taskOf(answer) ?? ''
      const all = names.get(task) ?? new Set()
      names.set(task, all)
      for (const label of answer.labels) all.add(label)
    }
  }
  const extended = withAddedLabels(open.project, names)
  if (who.strict && extended.added.size > 0) return failed(...[...extended.added].map(strangers))
  const incoming = matched.map(one => incomingOf(extended.project, one, taskOf, problems))
  return ok({ ...extended, incoming, problems })
}

interface Matched {
  readonly row: ImportRow
  readonly annotator: string
  readonly answers: ImportRow['answers']
  readonly item: Incoming['item']
}

function incomingOf(project: Project, matched: Matched, taskOf: TaskOf, problems: Problem[]): Incoming {
  const { row, annotator, item } = matched
  const answers = new Map<string, unknown>()
  for (const { importer, value, ...found } of matched.answers) {
    const task = project.tasks.find(one => one.id === taskOf({ importer, value, ...found }))
    if (task === undefined) continue
    if (answers.has(task.id)) {
      const message = `The answer to "${found.name}" was left out: this row has one to "${task.id}" already.`
      problems.push({ ...placeOf(row), message })
      continue
    }
    const ids = labelIds(task)
    const made = importer.answer(value, contextOf(task, item), name => ids.get(name))
    problems.push(...made.problems.map(problem => ({ ...placeOf(row), ...problem })))
    if (made.answer !== undefined) answers.set(task.id, made.answer)
  }
  return { ...placeOf(row), item, annotator, status: row.status, answers }
}

function annotatorOf(
  row: ImportRow,
  who: { readonly annotator: string; readonly reassign?: boolean | undefined },
  problems: Problem[]
): string {
  if (who.reassign === true || row.annotator === undefined || row.annotator === '') return who.annotator
  if (isAnnotatorId(row.annotator)) return row.annotator
  const message = `"${row.annotator}" is not an annotator id; the answers go to "${who.annotator}".`
  problems.push({ ...placeOf(row), message })
  return who.annotator
}

function strangers([task, names]: readonly [string, readonly string[]]): Problem {
  const list = names.map(name => `"${name}"`).join(', ')
  return { message: `The label schema of "${task}" lacks ${list}. Nothing was imported.` }
}
