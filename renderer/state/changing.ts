import type { LabelState } from '../../electron/api/contract.ts'
import { labelerOf } from '../../labelers/index.ts'
import type { Task } from '../../schemas/project.ts'
import { record, type Step } from './history.ts'
import * as change from './label-state.ts'
import { contextOf, currentAnswer, emptyAnswers, type Missing, missingOf } from './missing.ts'
import type { Moving } from './moving.ts'
import type { Pace } from './pace.ts'
import type { Putting } from './putting.ts'
import type { SessionCore } from './session-core.ts'
import type { Entry } from './session-state.ts'

/** What a person does to items. Every change is recorded for undo and given to the save queue at once. */
export class Changing {
  readonly #core: SessionCore
  readonly #putting: Putting
  readonly #moving: Moving
  readonly #pace: Pace

  constructor(core: SessionCore, putting: Putting, moving: Moving, pace: Pace) {
    this.#core = core
    this.#putting = putting
    this.#moving = moving
    this.#pace = pace
  }

  /** Carries out a labeler's command on the item its view was drawn for; on none if another is shown by now. */
  dispatch(task: Task, itemId: string, command: unknown, gesture?: string): void {
    const entry = this.#writable()
    const labeler = labelerOf(task.labeler)
    if (entry === null || labeler === undefined || entry.item.id !== itemId) return
    const context = contextOf(task, entry.item)
    const before = currentAnswer(entry.state, task, entry.item)
    const answer = labeler.reduce(before, command, context)
    if (answer === before) return
    const tried = change.withAnswer(entry.state, task.id, answer, true)
    const complete = missingOf(this.#core.tasks, entry.item, tried).length === 0
    const advances = complete && wantsAdvance(task.config) && labeler.labelsUsed(answer).length > 0
    const own = gesture ?? (advances ? `advance-${this.#core.nextId()}` : undefined)
    const after = change.withAnswer(entry.state, task.id, answer, complete)
    this.#apply(entry, after, `${task.title} of ${entry.item.id}`, own)
    if (advances) void this.submit(true, own)
  }

  /** What keeps the current item from being complete. */
  get missing(): readonly Missing[] {
    const { entry } = this.#core.state
    return entry === null ? [] : missingOf(this.#core.tasks, entry.item, entry.state)
  }

  /** Submits, or says what is missing and takes the keys there. */
  async submit(andNext: boolean, gesture?: string): Promise<void> {
    this.postDraft()
    const entry = this.#writable()
    if (entry === null) return
    const missing = this.missing[0]
    if (missing !== undefined)
      return this.#core.set({ activeTask: missing.task.id, refused: true, tab: 'answers' })
    const empty = emptyAnswers(this.#core.tasks, entry.item)
    const fresh = entry.state.status !== 'submitted'
    const unanswered = [...empty.keys()].some(task => change.answerOf(entry.state, task) === undefined)
    if (fresh || unanswered)
      this.#apply(entry, change.submitted(entry.state, empty), `submit of ${entry.item.id}`, gesture)
    if (fresh) this.#pace.count(Date.now())
    this.#core.say('submitted', 'Submitted', entry.item.id, 'undo')
    if (andNext) await this.#moving.onwards()
  }

  async skip(reason: string): Promise<void> {
    this.postDraft()
    const entry = this.#writable()
    if (entry === null) return
    this.#apply(entry, change.skipped(entry.state, reason), `skip of ${entry.item.id}`)
    this.#core.say('skipped', 'Skipped', entry.item.id, 'undo')
    this.#core.set({ skipping: false })
    await this.#moving.onwards()
  }

  openSkip(open: boolean): void {
    if (!open || this.#writable() !== null) this.#core.set({ skipping: open, tab: 'answers' })
  }

  toggleFlag(): void {
    const entry = this.#writable()
    if (entry === null) return
    const after = change.flagToggled(entry.state)
    this.#apply(entry, after, `${after.status === 'flagged' ? 'flag' : 'unflag'} of ${entry.item.id}`)
  }

  toggleUnsure(): void {
    const entry = this.#writable()
    if (entry === null) return
    const after = change.unsureToggled(entry.state)
    this.#apply(entry, after, `“${after.unsure ? 'unsure' : 'sure'}” of ${entry.item.id}`)
  }

  /** Keeps a comment while it is typed. It belongs to the item it was begun for. */
  typeComment(position: number, text: string): void {
    const unposted = new Map(this.#core.state.unposted)
    if (text === '') unposted.delete(position)
    else unposted.set(position, text)
    this.#core.set({ unposted })
  }

  /** Posts what is typed for the item on the screen. */
  postComment(): void {
    if (this.#writable() !== null) this.postDraft()
  }

  /** The same, and silently nothing where nothing can be posted. */
  postDraft(): void {
    const { entry } = this.#core.state
    if (entry !== null) this.post(entry)
  }

  post(entry: Entry): void {
    const { position } = entry.opened
    const text = this.#core.state.unposted.get(position)?.trim() ?? ''
    const readOnly = this.#core.summary.readOnly ?? entry.opened.readOnly
    if (text === '' || readOnly !== undefined || entry.opened.damaged !== undefined) return
    this.typeComment(position, '')
    const at = new Date().toISOString()
    const after = change.commented(entry.state, text, this.#core.summary.annotator, at)
    this.#apply(entry, after, `comment on ${entry.item.id}`)
  }

  #apply(entry: Entry, after: LabelState, title: string, gesture?: string): void {
    const { position } = entry.opened
    const changes = [{ position, id: entry.item.id, before: entry.state, after }]
    const step: Step = { changes, gesture, title }
    // An older line's Undo would take back this step instead of its own.
    this.#core.set({ history: record(this.#core.state.history, step), refused: false, toast: null })
    this.#putting.put(entry, after)
  }

  #writable(): Entry | null {
    const { entry, position } = this.#core.state
    // While another item is being read the keys are already its own.
    if (entry === null || entry.opened.position !== position || entry.opened.damaged !== undefined)
      return null
    const readOnly = this.#core.summary.readOnly ?? entry.opened.readOnly
    if (readOnly === undefined) return entry
    this.#core.say('lock', 'Read-only.', readOnly)
    return null
  }
}

/** A labeler whose config says so is done with one choice. */
function wantsAdvance(config: unknown): boolean {
  return (
    typeof config === 'object' && config !== null && 'autoAdvance' in config && config.autoAdvance === true
  )
}
