import { labelerOf } from '../../labelers/index.ts'
import type { BulkCommand } from '../../labelers/kit/labeler.ts'
import type { Task } from '../../schemas/project.ts'
import { record } from './history.ts'
import * as change from './label-state.ts'
import type { ChangeOf, ManyItems } from './many-items.ts'
import { contextOf, currentAnswer, missingOf } from './missing.ts'
import { itemsInWords } from './queue-words.ts'
import { Selection } from './selection.ts'
import type { SessionCore } from './session-core.ts'

/** A thing that is done to many items, in words: `Skipping`, `Skipped 3 items`, `Undone: skip of 3 items`. */
interface Deed {
  readonly doing: string
  readonly did: string
  readonly step: string
}

const deeds = {
  skip: { doing: 'Skipping', did: 'Skipped', step: 'skip of' },
  flag: { doing: 'Flagging', did: 'Flagged', step: 'flag of' },
  unflag: { doing: 'Taking flags away', did: 'Took the flags away from', step: 'unflag of' },
  clear: { doing: 'Clearing answers', did: 'Cleared the answers of', step: 'clearing of' }
} as const

/** What can be done to all selected items at once. Each is one step to undo. */
export class Selecting {
  constructor(
    private readonly core: SessionCore,
    private readonly many: ManyItems
  ) {}

  /** Takes the item at a place into the selection, or out of it. */
  toggle(place: number): void {
    const { selection, list } = this.core.state
    this.core.set({ selection: selection.toggled(list, place), cursor: place })
  }

  /** Selects from where the selection began, else from the item on the screen, to a place. */
  reach(place: number): void {
    const { selection, list, cursor, position } = this.core.state
    const from = cursor ?? list.placeOf(position)
    this.core.set({ selection: selection.reaching(list, place, from), cursor: place })
  }

  all(): void {
    this.core.set({ selection: Selection.all(this.core.state.list) })
  }

  none(): void {
    this.core.set({ selection: Selection.none })
  }

  skip(): Promise<void> {
    return this.#all(deeds.skip, state => (state.status === 'skipped' ? state : change.skipped(state, '')))
  }

  /** Flags them, or takes the flags away. */
  flag(on: boolean): Promise<void> {
    return this.#all(on ? deeds.flag : deeds.unflag, state =>
      (state.status === 'flagged') === on ? state : change.flagToggled(state)
    )
  }

  /** Back to to-do: answers go, comments stay. */
  clear(): Promise<void> {
    return this.#all(deeds.clear, state =>
      state.status === 'todo' && Object.keys(state.answers).length === 0 ? state : change.cleared(state)
    )
  }

  /** Gives a task's answer a command of its labeler that makes sense for every item. */
  choose(task: Task, { title, command }: BulkCommand<unknown>): Promise<void> {
    const labeler = labelerOf(task.labeler)
    if (labeler === undefined) return Promise.resolve()
    const named = `“${title}”`
    const deed = { doing: `Choosing ${named}`, did: `Chose ${named} for`, step: `choice of ${named} for` }
    return this.#all(deed, (state, item) => {
      const before = currentAnswer(state, task, item)
      const answer = labeler.reduce(before, command, contextOf(task, item))
      if (answer === before) return state
      const tried = change.withAnswer(state, task.id, answer, true)
      return change.withAnswer(state, task.id, answer, missingOf(this.core.tasks, item, tried).length === 0)
    })
  }

  stop(): void {
    void this.many.stop()
  }

  async #all({ doing, did, step }: Deed, changeOf: ChangeOf): Promise<void> {
    const { selection, list } = this.core.state
    const { readOnly } = this.core.summary
    if (selection.size === 0 || this.many.busy) return
    if (readOnly !== undefined) return this.core.say('lock', 'Read-only.', readOnly)
    const { changes, refused, stopped } = await this.many.write(selection.within(list), doing, changeOf)
    const done = itemsInWords(changes.length)
    if (changes.length > 0) {
      const made = { changes, title: `${step} ${done}` }
      this.core.set({ history: record(this.core.state.history, made) })
    }
    const [first] = refused
    if (first !== undefined) {
      this.core.set({ selection: Selection.of(refused.map(({ position }) => position)) })
      this.core.say(
        'warn',
        `${itemsInWords(refused.length)} could not be written and stay selected.`,
        first.problem.message,
        changes.length > 0 ? 'undo' : null
      )
    } else if (stopped)
      this.core.say('info', `Stopped after ${done}.`, '', changes.length > 0 ? 'undo' : null)
    else if (changes.length === 0) this.core.say('info', 'Nothing to change.', 'They are so already.')
    else this.core.say('check', did, done, 'undo')
  }
}
