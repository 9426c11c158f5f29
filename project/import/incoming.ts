import type { AnyLabeler } from '../../labelers/kit/labeler.ts'
import { labelerOf } from '../../labelers/index.ts'
import type { Item } from '../../schemas/item.ts'
import type { Comment, LabelFile, Status } from '../../schemas/label-file.ts'
import type { Project, Task } from '../../schemas/project.ts'
import type { Problem } from '../../schemas/schema.ts'
import { validate } from '../../schemas/validate.ts'
import { canonical } from '../fingerprint.ts'
import type { LabelDraft } from '../label-store.ts'

/** Answers for one item by one annotator, in the project's own terms, before anything is known of what is there. */
export interface Incoming {
  /** Where it is from, for what is said of it. */
  readonly file?: string | undefined
  readonly line?: number | undefined
  readonly item: Item
  readonly annotator: string
  /** Absent: submitted when complete, else a draft. */
  readonly status?: Status | undefined
  readonly answers: ReadonlyMap<string, unknown>
  /** By task id, as in a label file. Absent for tasks of labelers of this version. */
  readonly labelers?: ReadonlyMap<string, string>
  readonly comments?: readonly Comment[] | undefined
  readonly unsure?: boolean | undefined
  readonly skipReason?: string | undefined
  readonly activeMs?: number | undefined
}

/** What is to be done with it. Each of `problems` is an answer left out. */
export type Settled = { readonly problems: readonly Problem[]; readonly unchanged: number } & (
  { readonly kind: 'create' | 'merge'; readonly draft: LabelDraft } | { readonly kind: 'nothing' }
)

/** Compares with the label file that is there: an answer somebody gave is never replaced. */
export function settle(project: Project, incoming: Incoming, there: LabelFile | undefined): Settled {
  const news = new Map<string, unknown>()
  const problems: Problem[] = []
  let unchanged = 0
  for (const [id, answer] of incoming.answers) {
    const task = project.tasks.find(one => one.id === id)
    const had = there !== undefined && Object.hasOwn(there.answers, id) ? there.answers[id] : undefined
    if (had === undefined || (there?.status !== 'submitted' && isUntouched(had, task, incoming.item)))
      news.set(id, answer)
    else if (isSame(had, answer, task, incoming.item)) unchanged++
    else problems.push(conflict(incoming, id))
  }
  const bare = there === undefined && incoming.answers.size === 0 && incoming.status !== undefined
  if (news.size === 0 && !bare) return { kind: 'nothing', problems, unchanged }
  return {
    kind: there === undefined ? 'create' : 'merge',
    draft: draftOf(project, incoming, news, there),
    problems,
    unchanged
  }
}

function draftOf(
  project: Project,
  incoming: Incoming,
  news: ReadonlyMap<string, unknown>,
  there: LabelFile | undefined
): LabelDraft {
  const { item, annotator } = incoming
  const all = new Map([...Object.entries(there?.answers ?? {}), ...news])
  // A draft nobody has spent time on is an earlier import's: this one may be what it lacked.
  const nobodys =
    there === undefined || there.status === 'todo' || (there.status === 'draft' && there.activeMs === 0)
  const status = nobodys ? statusOf(project, incoming, all) : there.status
  const skipReason = there?.skipReason ?? incoming.skipReason
  return {
    item,
    annotator,
    revision: there?.revision ?? 0,
    status,
    answers: Object.fromEntries(news),
    labelers: Object.fromEntries([...news.keys()].map(id => [id, markOf(project, id, incoming)])),
    comments: there?.comments ?? incoming.comments ?? [],
    unsure: there?.unsure ?? incoming.unsure ?? false,
    ...(skipReason === undefined ? {} : { skipReason }),
    activeMs: there?.activeMs ?? incoming.activeMs ?? 0,
    schemaVersion: project.schemaVersion,
    guidelineVersion: project.guidelines?.version ?? 0
  }
}

function markOf(project: Project, id: string, incoming: Incoming): string {
  const given = incoming.labelers?.get(id)
  if (given !== undefined) return given
  const task = project.tasks.find(one => one.id === id)
  return `${task?.labeler ?? ''}/${labelerOf(task?.labeler ?? '')?.version ?? task?.labelerVersion ?? 1}`
}

/** Submitted only when nothing is missing: another tool may not ask what this project asks. */
function statusOf(project: Project, incoming: Incoming, answers: ReadonlyMap<string, unknown>): Status {
  if (incoming.status !== undefined) return incoming.status
  const complete = project.tasks.every(task => {
    const labeler = labelerOf(task.labeler)
    const answer = answers.get(task.id)
    if (labeler === undefined || (answer === undefined && task.required !== true)) return true
    const context = contextOf(task, incoming.item)
    return labeler.check(answer ?? labeler.empty(context), context).length === 0
  })
  return complete ? 'submitted' : 'draft'
}

function isUntouched(answer: unknown, task: Task | undefined, item: Item): boolean {
  const labeler = labelerOf(task?.labeler ?? '')
  return (
    task !== undefined &&
    labeler !== undefined &&
    canonical(answer) === canonical(labeler.empty(contextOf(task, item)))
  )
}

function isSame(a: unknown, b: unknown, task: Task | undefined, item: Item): boolean {
  if (canonical(a) === canonical(b)) return true
  const labeler: AnyLabeler | undefined = labelerOf(task?.labeler ?? '')
  if (task === undefined || labeler === undefined || validate(labeler.schema.answer, a).length > 0)
    return false
  const { agreement } = labeler
  return agreement.same?.(a, b) ?? agreement.compare(a, b, contextOf(task, item)) === 1
}

export function contextOf(task: Task, item: Item) {
  return { config: task.config, item, field: task.field, required: task.required === true }
}

function conflict(incoming: Incoming, task: string): Problem {
  return {
    ...originOf(incoming),
    message: `"${incoming.item.id}" has another answer to "${task}" by "${incoming.annotator}" already. It stays as it is.`
  }
}

/** Where a problem with an incoming answer is. */
export function originOf({ file, line }: Incoming): Pick<Problem, 'file' | 'line'> {
  return { ...(file === undefined ? {} : { file }), ...(line === undefined ? {} : { line }) }
}
