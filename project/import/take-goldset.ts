import { labelerOf } from '../../labelers/index.ts'
import type { ImportFile } from '../../labelers/kit/format.ts'
import type { LabelFile } from '../../schemas/label-file.ts'
import type { Task } from '../../schemas/project.ts'
import { failed, ok, type Problem, type Result } from '../../schemas/schema.ts'
import { labelAnswer } from '../export/label-answer.ts'
import { readGoldset } from '../formats/goldset-read.ts'
import type { ImportOptions } from '../import-project.ts'
import { mediaItem } from '../media/media-item.ts'
import type { OpenProject } from '../open-project.ts'
import { taskLabels } from '../task-labels.ts'
import { withAddedLabels } from './added-labels.ts'
import type { Incoming } from './incoming.ts'
import { itemMatcher } from './match-items.ts'
import type { Taken } from './take-rows.ts'

/** Takes the answers of a Goldset dataset into a project that is there already. Tasks go by id, labels by id. */
export async function takeGoldset(
  open: OpenProject,
  file: ImportFile,
  options: Pick<ImportOptions, 'task' | 'annotator' | 'reassign' | 'strict'>
): Promise<Result<Taken>> {
  const dataset = await readGoldset(file, '')
  if (!dataset.ok) return dataset
  const shared = dataset.value.project.tasks.filter(theirs =>
    open.project.tasks.some(ours => ours.id === theirs.id && ours.labeler === theirs.labeler)
  )
  const wanted = shared.filter(task => options.task === undefined || task.id === options.task)
  if (wanted.length === 0) {
    const list = open.project.tasks.map(task => `"${task.id}" (${task.labeler})`).join(', ')
    return failed({ message: `The file has no task of this project. Its tasks are ${list}.` })
  }
  const problems: Problem[] = [...dataset.value.problems]
  const lacking = new Map(wanted.map(theirs => [theirs.id, lackingLabels(open, theirs)]))
  const extended = withAddedLabels(open.project, lacking)
  if (options.strict && extended.added.size > 0) {
    return failed(
      ...[...extended.added].map(([task, names]) => ({
        message: `The label schema of "${task}" lacks ${names.map(name => `"${name}"`).join(', ')}. Nothing was imported.`
      }))
    )
  }
  const strangers = new Map(
    wanted.map(theirs => [
      theirs.id,
      strangeIds(
        theirs,
        extended.project.tasks.find(ours => ours.id === theirs.id)
      )
    ])
  )
  const match = itemMatcher(open.items, open.project)
  const textField = dataset.value.project.fields.find(field => field.kind === 'text')?.id
  const incoming: Incoming[] = []
  for (const { line, item, label } of dataset.value.lines) {
    if (label === undefined) continue
    const annotator = options.reassign === true ? options.annotator : label.annotator
    const found = await match({
      id: item.id,
      text: textField === undefined ? undefined : item.fields[textField],
      annotator
    })
    if ('message' in found) {
      problems.push({ line, message: `${found.message} The answers of this line were left out.` })
      continue
    }
    const { answers, refused } = answersOf(label, wanted, strangers)
    problems.push(
      ...refused.map(message => ({ line, message })),
      ...leftOut(label, wanted, options).map(message => ({ line, message }))
    )
    incoming.push({
      line,
      item: await mediaItem(open.files, open.root, open.project.fields, found.item),
      annotator,
      status: label.status,
      answers,
      labelers: new Map(Object.entries(label.labelers)),
      comments: label.comments,
      unsure: label.unsure,
      skipReason: label.skipReason,
      activeMs: label.activeMs
    })
  }
  return ok({ ...extended, incoming, problems })
}

/** Names of labels whose id the project does not have. */
function lackingLabels(open: OpenProject, theirs: Task): string[] {
  const ours = open.project.tasks.find(task => task.id === theirs.id)
  const ids = new Set(ours === undefined ? [] : taskLabels(ours).map(label => label.id))
  return taskLabels(theirs)
    .filter(label => !ids.has(label.id))
    .map(label => label.name)
}

/** Ids that mean something else here than there: an answer with one of them would silently change its meaning. */
function strangeIds(theirs: Task, ours: Task | undefined): ReadonlySet<string> {
  const here = new Map(ours === undefined ? [] : taskLabels(ours).map(label => [label.id, label.name]))
  return new Set(
    taskLabels(theirs)
      .filter(label => here.get(label.id) !== label.name)
      .map(label => label.id)
  )
}

function answersOf(
  label: LabelFile,
  tasks: readonly Task[],
  strangers: ReadonlyMap<string, ReadonlySet<string>>
) {
  const answers = new Map<string, unknown>()
  const refused: string[] = []
  for (const task of tasks) {
    if (!Object.hasOwn(label.answers, task.id)) continue
    const labeler = labelerOf(task.labeler)
    const read = labeler === undefined ? undefined : labelAnswer(label, task.id, labeler)
    if (read !== undefined && !read.ok) {
      refused.push(`The answer to "${task.id}" was left out: ${read.problems[0]?.message ?? ''}`)
      continue
    }
    const strange =
      read === undefined
        ? undefined
        : labeler?.labelsUsed(read.value).find(id => strangers.get(task.id)?.has(id) === true)
    if (strange === undefined) answers.set(task.id, label.answers[task.id])
    else
      refused.push(
        `The answer to "${task.id}" was left out: the label "${strange}" has another name in this project.`
      )
  }
  return { answers, refused }
}

function leftOut(label: LabelFile, wanted: readonly Task[], options: Pick<ImportOptions, 'task'>): string[] {
  if (options.task !== undefined) return []
  return Object.keys(label.answers)
    .filter(id => !wanted.some(task => task.id === id))
    .map(id => `The answer to "${id}" was left out: this project has no such task.`)
}
