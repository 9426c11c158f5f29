import { labelerOf } from '../../../labelers/index.ts'
import type { Item } from '../../../schemas/item.ts'
import { failed, ok, type Problem, type Result } from '../../../schemas/schema.ts'
import { validate } from '../../../schemas/validate.ts'
import type { Handlers, LabelState, OpenedItem } from '../../api/contract.ts'
import { copiesShown } from '../copies-shown.ts'
import type { Desktop } from '../handlers.ts'
import type { Desk } from '../session.ts'

type LabelCalls = Pick<Handlers, 'item.open' | 'item.recover' | 'copy.resolve' | 'label.save'>

const noProject: Problem = { message: 'No project is open.' }

/** Items and what the annotator says about them. */
export function labelHandlers({ place, session }: Desktop): LabelCalls {
  const withItem = async <T>(
    position: number,
    then: (desk: Desk, item: Item) => Promise<Result<T>>
  ): Promise<Result<T>> => {
    const desk = session.current
    if (desk === null) return failed(noProject)
    const item = await desk.open.items.item(position)
    return item.ok ? then(desk, item.value) : item
  }

  return {
    'item.open': ({ position }) =>
      withItem(position, async (desk, item) => openedItem(desk, position, await desk.look(item))),
    'item.recover': ({ position, how }) =>
      withItem(position, async (desk, item) => {
        const recovered = await desk.recover(item, how)
        if (!recovered.ok) return recovered
        const changed = await desk.lookAtDisk()
        const opened = await openedItem(desk, position, await desk.look(item))
        if (!opened.ok) return opened
        const problems = [...(recovered.lost ?? []), ...opened.value.problems]
        return ok({ opened: { ...opened.value, problems }, changed })
      }),
    'copy.resolve': ({ position, file, how }) =>
      withItem(position, async (desk, item) => {
        const resolved = await desk.resolveCopy(item, file, how, () => place.now())
        if (!resolved.ok) return resolved
        const changed = await desk.lookAtDisk()
        const opened = await openedItem(desk, position, await desk.look(item))
        return opened.ok ? ok({ opened: opened.value, changed }) : opened
      }),
    'label.save': ({ position, id, revision, state, activeMs }) =>
      withItem(position, async (desk, item) => {
        // The window names the item twice: an answer for another item than the one it was made for is never written.
        if (item.id !== id)
          return failed({ message: `Item ${position + 1} is "${item.id}", and this answer is for "${id}".` })
        const checked = knownAnswers(desk, state)
        if (!checked.ok) return checked
        const { status, comments, unsure, skipReason } = state
        const saved = await desk.save({
          item: await desk.lastLook(item),
          revision,
          status,
          ...checked.value,
          comments,
          unsure,
          ...(skipReason === undefined ? {} : { skipReason }),
          activeMs
        })
        if (!saved.ok) return saved
        const { revision: now, savedAt } = saved.value
        return ok({ revision: now, savedAt, counts: desk.queue.counts })
      })
  }
}

async function openedItem(desk: Desk, position: number, item: Item): Promise<Result<OpenedItem>> {
  const read = await desk.read(item)
  const readOnly = desk.open.readOnly ?? (read.kind === 'label' ? read.readOnly : undefined)
  const label = read.kind === 'label' ? read.label : null
  const opened = {
    position,
    item,
    label,
    ...(readOnly === undefined ? {} : { readOnly }),
    copies: await copiesShown(desk, item, label),
    problems: label === null ? [] : desk.problemsOf(item, label)
  }
  if (read.kind !== 'damaged') return ok(opened)
  const { problem, quarantine, previousSavedAt } = read
  return ok({
    ...opened,
    damaged: { problem, quarantine, ...(previousSavedAt === undefined ? {} : { previousSavedAt }) }
  })
}

/**
 * The answers this version can vouch for, and every task it speaks for: a task that is named and has no answer is one whose
 * answer was taken back. Tasks whose labeler is unknown here are not named, so the store keeps what the file has.
 */
function knownAnswers(
  desk: Desk,
  state: LabelState
): Result<{ answers: Record<string, unknown>; labelers: Record<string, string> }> {
  const given = new Map(Object.entries(state.answers))
  const answers: [string, unknown][] = []
  const versions: [string, string][] = []
  for (const task of desk.open.project.tasks) {
    const labeler = labelerOf(task.labeler)
    if (labeler !== undefined) versions.push([task.id, `${labeler.id}/${labeler.version}`])
    if (labeler === undefined || !given.has(task.id)) continue
    const answer = given.get(task.id)
    const [wrong] = validate(labeler.schema.answer, answer)
    if (wrong !== undefined) return failed({ ...wrong, path: `/answers/${task.id}${wrong.path ?? ''}` })
    answers.push([task.id, answer])
  }
  const tasks = new Set(desk.open.project.tasks.map(task => task.id))
  const stranger = [...given.keys()].find(id => !tasks.has(id))
  if (stranger !== undefined)
    return failed({ path: `/answers/${stranger}`, message: `The project has no task "${stranger}".` })
  return ok({ answers: Object.fromEntries(answers), labelers: Object.fromEntries(versions) })
}
