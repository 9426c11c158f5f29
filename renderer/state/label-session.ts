import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Client, Counts, LabelState, OpenedItem, ProjectSummary } from '../../electron/api/contract.ts'
import { labelerOf } from '../../labelers/index.ts'
import type { Item } from '../../schemas/item.ts'
import type { Status } from '../../schemas/label-file.ts'
import type { Task } from '../../schemas/project.ts'
import type { Problem } from '../../schemas/schema.ts'
import type { IconName } from '../ui/icon-shapes.ts'
import { ActiveTime } from './active-time.ts'
import { emptyHistory, forget, type History, record, redo, type Step, undo } from './history.ts'
import * as change from './label-state.ts'
import { contextOf, currentAnswer, emptyAnswers, type Missing, missingOf } from './missing.ts'
import { Pace } from './pace.ts'
import { QueueRows } from './queue-rows.ts'
import { SaveQueue, type SaveView } from './save-queue.ts'

/** An item as the screen holds it: what was read, and the newest state. */
export interface Entry {
  readonly opened: OpenedItem
  readonly item: Item
  readonly state: LabelState
  readonly time: ActiveTime
}

export interface Toast {
  readonly id: number
  readonly icon: IconName
  readonly bold: string
  readonly text: string
  /** The way back that is offered beside it. */
  readonly offer: 'undo' | 'redo' | null
}

export type SideTab = 'answers' | 'guidelines' | 'comments'

export interface QueueFilter {
  readonly text: string
  readonly statuses: readonly Status[]
}

export interface SessionState {
  readonly counts: Counts
  readonly filter: QueueFilter
  /** Items that match the filter, in source order. */
  readonly positions: readonly number[]
  /** Raised whenever rows of the queue changed. */
  readonly rowsVersion: number
  /** The item on the screen; null while the first one is being read. */
  readonly entry: Entry | null
  /** Where the queue stands: the item on the screen, or the one that is being read. */
  readonly position: number
  /** Why the item at `position` cannot be shown. */
  readonly openProblems: readonly Problem[]
  readonly activeTask: string | null
  readonly history: History
  readonly save: SaveView
  /** Another program wrote the label file of this item meanwhile; the person decides. */
  readonly conflict: { readonly position: number; readonly id: string } | null
  readonly tab: SideTab
  /** Comments that were typed and not posted, by the position of their item. */
  readonly unposted: ReadonlyMap<number, string>
  readonly toast: Toast | null
  /** The line for a reason is open under the buttons. */
  readonly skipping: boolean
  /** Submit was refused: say loudly what is missing. */
  readonly refused: boolean
}

const keptEntries = 64
const isDone = (status: Status) => status !== 'todo' && status !== 'draft'

/**
 * Labelling one open project. Every change goes through `#apply`, which records it for undo and gives it to the save
 * queue; states are kept by item id, so that no answer can land on another item.
 */
export class LabelSession {
  readonly summary: ProjectSummary
  readonly store: StoreApi<SessionState>
  readonly rows: QueueRows
  readonly pace: Pace
  /** What views share from item to item, by task. */
  readonly shared = new Map<string, StoreApi<ReadonlyMap<string, unknown>>>()
  readonly #client: Client
  readonly #saves: SaveQueue
  readonly #entries = new Map<number, Entry>()
  readonly #opening = new Map<number, Promise<Entry | null>>()
  #nextTodo: { from: number; position: number | null } | null = null
  #toastId = 0
  #found = 0
  #wantsCommentBox = false

  constructor(client: Client, summary: ProjectSummary) {
    this.#client = client
    this.summary = summary
    this.pace = new Pace(summary.project.id)
    this.store = createStore<SessionState>(() => ({
      counts: summary.counts,
      filter: { text: '', statuses: [] },
      positions: [],
      rowsVersion: 0,
      entry: null,
      position: summary.start,
      openProblems: [],
      activeTask: summary.project.tasks.find(task => labelerOf(task.labeler) !== undefined)?.id ?? null,
      history: emptyHistory,
      save: { pending: 0, unsaved: 0, savedAt: null, problems: [] },
      conflict: null,
      tab: 'answers',
      unposted: new Map(),
      toast: null,
      skipping: false,
      refused: false
    }))
    this.rows = new QueueRows(client, () => this.#set({ rowsVersion: this.#state.rowsVersion + 1 }))
    this.#saves = new SaveQueue({
      send: ({ position, id, revision, state, activeMs }) =>
        client.call('label.save', { position, id, revision, state, activeMs }),
      changed: save => {
        this.#set({ save })
        if (save.unsaved > 0) void this.#lookForConflict()
      }
    })
  }

  get #state(): SessionState {
    return this.store.getState()
  }

  #set(part: Partial<SessionState>): void {
    this.store.setState(part)
  }

  get tasks(): readonly Task[] {
    return this.summary.project.tasks
  }

  async start(): Promise<void> {
    const everything = Array.from({ length: this.summary.items }, (_, position) => position)
    this.#set({ positions: everything })
    if (this.summary.items > 0) await this.go(this.summary.start)
  }

  // ---------- moving ----------

  /** Shows an item: at once if it was read ahead, else as soon as it is read. The last wish wins. */
  async go(position: number): Promise<void> {
    if (position !== this.#state.position) this.#postDraft()
    return this.#turnTo(position)
  }

  async #turnTo(position: number): Promise<void> {
    const ready = this.#entries.get(position)
    if (ready !== undefined) return this.#show(ready)
    this.#set({ position, openProblems: [] })
    const entry = await this.#open(position)
    if (this.#state.position === position && entry !== null) this.#show(entry)
  }

  /** The place of the current item in the filtered queue, or the place before which it would stand. */
  get place(): number {
    const { positions, position } = this.#state
    let [low, high] = [0, positions.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((positions[middle] ?? 0) < position) low = middle + 1
      else high = middle
    }
    return low
  }

  /** One item on, or back, in the filtered queue. */
  step(direction: 1 | -1): void {
    const { positions, position } = this.#state
    const place = this.place
    const target = positions[direction === 1 && positions[place] !== position ? place : place + direction]
    if (target === undefined)
      this.say('info', direction === 1 ? 'This is the last item.' : 'This is the first item.')
    else void this.go(target)
  }

  /** The next item, or the one before, that is to do or draft. */
  async stepTodo(direction: 1 | -1): Promise<void> {
    const target = await this.#findTodo(direction)
    if (target !== null) return this.go(target)
    this.say(
      'info',
      direction === 1 ? 'Nothing is left to do after this item.' : 'Nothing is left to do before it.'
    )
  }

  async #findTodo(direction: 1 | -1): Promise<number | null> {
    const here = this.#state.position
    const known = direction === 1 && this.#nextTodo?.from === here ? this.#nextTodo.position : undefined
    if (known !== undefined && (known === null || !this.#isDoneHere(known))) return known
    let from: number | null = here
    do from = await this.#client.call('queue.nextTodo', { from, direction })
    while (from !== null && this.#isDoneHere(from))
    return from
  }

  /** Main learns a status when it is saved; the window knows it before. */
  #isDoneHere(position: number): boolean {
    const status = this.#entries.get(position)?.state.status ?? this.rows.at(position)?.status
    return status !== undefined && isDone(status)
  }

  #show(entry: Entry): void {
    const now = performance.now()
    const before = this.#state.entry
    if (before !== null) before.time.pause(now)
    entry.time.input(now)
    const { position } = entry.opened
    this.#set({ entry, position, openProblems: [], skipping: false, refused: false })
    this.#touch(position, entry)
    this.#readAhead(position)
  }

  #readAhead(position: number): void {
    const place = this.place
    const { positions } = this.#state
    for (const near of [1, -1, 2, -2, 3]) {
      const target = positions[place + near]
      if (target !== undefined) void this.#open(target)
    }
    void this.#client.call('queue.nextTodo', { from: position, direction: 1 }).then(next => {
      if (this.#state.position !== position) return
      this.#nextTodo = { from: position, position: next }
      if (next !== null) void this.#open(next)
    })
  }

  #open(position: number): Promise<Entry | null> {
    const ready = this.#entries.get(position)
    if (ready !== undefined) return Promise.resolve(ready)
    const underway = this.#opening.get(position)
    if (underway !== undefined) return underway
    const opening = this.#client.call('item.open', { position }).then(result => {
      this.#opening.delete(position)
      if (!result.ok) {
        if (this.#state.position === position) this.#set({ openProblems: result.problems, entry: null })
        return null
      }
      return this.#entries.get(position) ?? this.#keep(result.value)
    })
    this.#opening.set(position, opening)
    return opening
  }

  #keep(opened: OpenedItem): Entry {
    const entry: Entry = {
      opened,
      item: opened.item,
      state: change.stateOf(opened.label, this.tasks),
      time: new ActiveTime(opened.label?.activeMs ?? 0)
    }
    this.#saves.opened(opened.item.id, opened.label?.revision ?? 0)
    this.#touch(opened.position, entry)
    return entry
  }

  /** Newest last; the oldest that are safely on disk are let go. */
  #touch(position: number, entry: Entry): void {
    this.#entries.delete(position)
    this.#entries.set(position, entry)
    for (const [old, { item }] of this.#entries) {
      if (this.#entries.size <= keptEntries) break
      if (old !== this.#state.position && !this.#saves.isUnsaved(item.id)) this.#entries.delete(old)
    }
  }

  // ---------- changing ----------

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
    const complete = missingOf(this.tasks, entry.item, tried).length === 0
    const advances = complete && wantsAdvance(task.config) && labeler.labelsUsed(answer).length > 0
    const own = gesture ?? (advances ? `advance-${++this.#toastId}` : undefined)
    const after = change.withAnswer(entry.state, task.id, answer, complete)
    this.#apply(entry, after, `${task.title} of ${entry.item.id}`, own)
    if (advances) void this.submit(true, own)
  }

  /** What keeps the current item from being complete. */
  get missing(): readonly Missing[] {
    const { entry } = this.#state
    return entry === null ? [] : missingOf(this.tasks, entry.item, entry.state)
  }

  /** Submits, or says what is missing and takes the keys there. */
  async submit(andNext: boolean, gesture?: string): Promise<void> {
    this.#postDraft()
    const entry = this.#writable()
    if (entry === null) return
    const missing = this.missing[0]
    if (missing !== undefined)
      return this.#set({ activeTask: missing.task.id, refused: true, tab: 'answers' })
    const empty = emptyAnswers(this.tasks, entry.item)
    const fresh = entry.state.status !== 'submitted'
    const unanswered = [...empty.keys()].some(task => change.answerOf(entry.state, task) === undefined)
    if (fresh || unanswered)
      this.#apply(entry, change.submitted(entry.state, empty), `submit of ${entry.item.id}`, gesture)
    if (fresh) this.pace.count(Date.now())
    this.say('submitted', 'Submitted', entry.item.id, 'undo')
    if (andNext) await this.#onwards()
  }

  async skip(reason: string): Promise<void> {
    this.#postDraft()
    const entry = this.#writable()
    if (entry === null) return
    this.#apply(entry, change.skipped(entry.state, reason), `skip of ${entry.item.id}`)
    this.say('skipped', 'Skipped', entry.item.id, 'undo')
    this.#set({ skipping: false })
    await this.#onwards()
  }

  openSkip(open: boolean): void {
    if (!open || this.#writable() !== null) this.#set({ skipping: open, tab: 'answers' })
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
    const unposted = new Map(this.#state.unposted)
    if (text === '') unposted.delete(position)
    else unposted.set(position, text)
    this.#set({ unposted })
  }

  /** Posts what is typed for the item on the screen. */
  postComment(): void {
    if (this.#writable() !== null) this.#postDraft()
  }

  #postDraft(): void {
    const { entry } = this.#state
    if (entry !== null) this.#post(entry)
  }

  #post(entry: Entry): void {
    const { position } = entry.opened
    const text = this.#state.unposted.get(position)?.trim() ?? ''
    const readOnly = this.summary.readOnly ?? entry.opened.readOnly
    if (text === '' || readOnly !== undefined || entry.opened.damaged !== undefined) return
    this.typeComment(position, '')
    const at = new Date().toISOString()
    const after = change.commented(entry.state, text, this.summary.annotator, at)
    this.#apply(entry, after, `comment on ${entry.item.id}`)
  }

  undo(): Promise<void> {
    return this.#travel(undo(this.#state.history), 'before')
  }

  redo(): Promise<void> {
    return this.#travel(redo(this.#state.history), 'after')
  }

  async #travel(found: { step: Step; history: History } | null, side: 'before' | 'after'): Promise<void> {
    const verb = side === 'before' ? 'Undone:' : 'Done again:'
    if (found === null) return this.say('info', side === 'before' ? 'Nothing to undo.' : 'Nothing to redo.')
    const { step, history } = found
    const expected = this.#state.history
    const entry = this.#entries.get(step.position) ?? (await this.#open(step.position))
    // Whatever was done while the item was being read comes first; the person presses again.
    if (entry === null || this.#state.history !== expected) return
    this.#set({ history })
    this.#put(entry, step[side])
    this.say(side === 'before' ? 'undo' : 'redo', verb, step.title, side === 'before' ? 'redo' : 'undo')
    // Posting what is typed would be a new step, and end what can be redone; it waits for its item.
    if (this.#state.position !== step.position) await this.#turnTo(step.position)
  }

  #apply(entry: Entry, after: LabelState, title: string, gesture?: string): void {
    const { position } = entry.opened
    const step: Step = { position, id: entry.item.id, before: entry.state, after, gesture, title }
    // An older line's Undo would take back this step instead of its own.
    this.#set({ history: record(this.#state.history, step), refused: false, toast: null })
    this.#put(entry, after)
  }

  #put(entry: Entry, state: LabelState): void {
    const { position } = entry.opened
    const next: Entry = { ...entry, state }
    const before = entry.state.status
    this.#entries.set(position, next)
    if (before !== state.status) {
      this.rows.setStatus(position, state.status)
      const { counts, rowsVersion } = this.#state
      const moved = { ...counts, [before]: counts[before] - 1 }
      this.#set({
        counts: { ...moved, [state.status]: moved[state.status] + 1 },
        rowsVersion: rowsVersion + 1
      })
    }
    if (this.#state.entry?.opened.position === position) this.#set({ entry: next })
    this.#saves.put({ position, id: entry.item.id, state, activeMs: entry.time.at(performance.now()) })
  }

  #writable(): Entry | null {
    const { entry, position } = this.#state
    // While another item is being read the keys are already its own.
    if (entry === null || entry.opened.position !== position || entry.opened.damaged !== undefined)
      return null
    const readOnly = this.summary.readOnly ?? entry.opened.readOnly
    if (readOnly === undefined) return entry
    this.say('lock', 'Read-only.', readOnly)
    return null
  }

  /** After submit and skip: with a status filter the next in the queue, else the next that is to do. */
  async #onwards(): Promise<void> {
    const { filter, positions, position } = this.#state
    if (filter.statuses.length > 0 || filter.text !== '') {
      const place = this.place
      const target = positions[positions[place] === position ? place + 1 : place]
      if (target !== undefined) await this.go(target)
      return
    }
    const target = await this.#findTodo(1)
    if (target !== null) return this.go(target)
    const earlier = await this.#client.call('queue.nextTodo', { from: -1, direction: 1 })
    if (earlier === null || this.#isDoneHere(earlier)) this.say('check', 'Every item is done.', '', 'undo')
    else await this.go(earlier)
  }

  // ---------- the queue ----------

  async find(filter: QueueFilter): Promise<void> {
    const ask = ++this.#found
    this.#set({ filter })
    const { positions, counts } = await this.#client.call('queue.find', {
      text: filter.text,
      statuses: [...filter.statuses]
    })
    if (ask !== this.#found) return
    this.#set({ positions, ...(this.#state.save.pending === 0 ? { counts } : {}) })
    if (filter.text !== '' || filter.statuses.length > 0) {
      const first = positions[this.place] ?? positions.at(-1)
      if (first !== undefined && first !== this.#state.position) await this.go(first)
    }
  }

  // ---------- files on disk ----------

  async recover(how: 'previous' | 'readable' | 'fresh'): Promise<void> {
    const { entry } = this.#state
    if (entry === null) return
    const { position } = entry.opened
    const result = await this.#client.call('item.recover', { position, how })
    if (result.ok) this.#replace(result.value)
    else this.#set({ openProblems: result.problems })
  }

  /** Label files of these items were changed by someone else. What is unsaved here is kept. */
  async reread(positions: readonly number[]): Promise<void> {
    this.rows.clear()
    for (const position of positions) {
      const entry = this.#entries.get(position)
      if (entry === undefined || this.#saves.isUnsaved(entry.item.id)) continue
      this.#entries.delete(position)
      if (position !== this.#state.position) continue
      const result = await this.#client.call('item.open', { position })
      if (result.ok && !this.#saves.isUnsaved(entry.item.id)) this.#replace(result.value)
    }
  }

  /** What to do when someone else wrote the file of an item with unsaved work. */
  async resolveConflict(keep: 'mine' | 'disk'): Promise<void> {
    const { conflict } = this.#state
    if (conflict === null) return
    const result = await this.#client.call('item.open', { position: conflict.position })
    if (!result.ok) return this.#set({ openProblems: result.problems })
    this.#set({ conflict: null })
    if (keep === 'disk') {
      this.#saves.drop(conflict.id)
      this.#replace(result.value)
    } else {
      this.#saves.overrule(conflict.id, result.value.label?.revision ?? 0)
      this.#saves.retryNow()
    }
  }

  #replace(opened: OpenedItem): void {
    this.#entries.delete(opened.position)
    const entry = this.#keep(opened)
    this.rows.setStatus(opened.position, entry.state.status)
    this.#set({ history: forget(this.#state.history, opened.item.id), openProblems: [] })
    if (this.#state.position === opened.position) this.#show(entry)
  }

  async #lookForConflict(): Promise<void> {
    if (this.#state.conflict !== null) return
    for (const { position, id } of this.#saves.unsaved()) {
      const result = await this.#client.call('item.open', { position })
      const onDisk = result.ok ? (result.value.label?.revision ?? 0) : null
      if (onDisk === null || onDisk === this.#saves.revisionOf(id) || !this.#saves.isUnsaved(id)) continue
      this.#set({ conflict: { position, id } })
      return
    }
  }

  // ---------- the rest ----------

  takeKeys(task: string): void {
    if (this.#state.activeTask !== task) this.#set({ activeTask: task })
  }

  moveTask(direction: 1 | -1): void {
    const known = this.tasks.filter(task => labelerOf(task.labeler) !== undefined)
    const here = known.findIndex(task => task.id === this.#state.activeTask)
    const next = known[(here + direction + known.length) % known.length]
    if (next !== undefined) this.#set({ activeTask: next.id, tab: 'answers' })
  }

  showTab(tab: SideTab): void {
    const next = this.#state.tab === tab ? 'answers' : tab
    this.#wantsCommentBox = next === 'comments'
    this.#set({ tab: next })
  }

  /** Whether the comments were just asked for, so that their box takes the focus. True once for each wish. */
  takeCommentWish(): boolean {
    const wanted = this.#wantsCommentBox
    this.#wantsCommentBox = false
    return wanted
  }

  say(icon: IconName, bold: string, text = '', offer: Toast['offer'] = null): void {
    this.#set({ toast: { id: ++this.#toastId, icon, bold, text, offer } })
  }

  hush(): void {
    this.#set({ toast: null })
  }

  /** Any key, click or wheel: time counts as active. */
  input(): void {
    this.#state.entry?.time.input(performance.now())
  }

  retry(): void {
    this.#saves.retryNow()
  }

  /** Posts comments that were typed, and saves. True when everything is on the disk. */
  async flush(): Promise<boolean> {
    for (const position of this.#state.unposted.keys()) {
      const entry = await this.#open(position)
      if (entry !== null) this.#post(this.#entries.get(position) ?? entry)
    }
    return this.#saves.flush()
  }

  unsaved(): readonly { readonly id: string; readonly state: LabelState }[] {
    return this.#saves.unsaved().map(({ id, state }) => ({ id, state }))
  }

  close(): void {
    this.#saves.close()
  }
}

/** A labeler whose config says so is done with one choice. */
function wantsAdvance(config: unknown): boolean {
  return (
    typeof config === 'object' && config !== null && 'autoAdvance' in config && config.autoAdvance === true
  )
}
