import type { StoreApi } from 'zustand/vanilla'
import type {
  Client,
  Events,
  IndexNews,
  LabelsChanged,
  LabelState,
  ProjectSummary,
  QueueRow,
  TextHits
} from '../../electron/api/contract.ts'
import { labelerOf } from '../../labelers/index.ts'
import type { Task } from '../../schemas/project.ts'
import {
  everyItem,
  type FilterChoices,
  type ItemFilter,
  type ItemOrder,
  type QueueView
} from '../../schemas/queue-view.ts'
import type { IconName } from '../ui/icon-shapes.ts'
import { Changing } from './changing.ts'
import { DiskChanges } from './disk-changes.ts'
import { Entries } from './entries.ts'
import { Growing } from './growing.ts'
import { answerOf } from './label-state.ts'
import { ManyItems } from './many-items.ts'
import type { Missing } from './missing.ts'
import { Moving } from './moving.ts'
import { Pace } from './pace.ts'
import { Panels } from './panels.ts'
import { Putting } from './putting.ts'
import { QueueList } from './queue-list.ts'
import { QueueMemory } from './queue-memory.ts'
import type { QueueRows } from './queue-rows.ts'
import { Selecting } from './selecting.ts'
import { SessionCore } from './session-core.ts'
import type { SessionState, SideTab, Toast } from './session-state.ts'
import { Travelling } from './travelling.ts'
import { Viewing } from './viewing.ts'

/**
 * Labelling one open project: what its screen can ask for. Every change is recorded for undo and saved; states are kept
 * by item, so that no answer can land on another one.
 */
export class LabelSession {
  readonly summary: ProjectSummary
  readonly store: StoreApi<SessionState>
  readonly rows: QueueRows
  readonly pace: Pace
  readonly panels: Panels
  readonly memory: QueueMemory
  /** What views share from item to item, by task. */
  readonly shared = new Map<string, StoreApi<ReadonlyMap<string, unknown>>>()
  readonly #core: SessionCore
  readonly #entries: Entries
  readonly #moving: Moving
  readonly #viewing: Viewing
  readonly #growing: Growing
  readonly #changing: Changing
  readonly #many: ManyItems
  readonly #travelling: Travelling
  readonly #disk: DiskChanges
  /** What can be done to many items at once. */
  readonly selecting: Selecting
  #wantsCommentBox = false

  constructor(client: Client, summary: ProjectSummary) {
    this.#core = new SessionCore(client, summary, () => void this.#disk.lookForConflict())
    this.#entries = new Entries(this.#core)
    this.#moving = new Moving(this.#core, this.#entries, () => this.#changing.postDraft())
    this.panels = new Panels(summary.project.id)
    this.memory = new QueueMemory(summary.project.id)
    this.pace = new Pace(summary.project.id)
    this.#viewing = new Viewing(this.#core, this.#moving)
    this.#growing = new Growing(this.#core, this.#viewing)
    const putting = new Putting(this.#core, this.#entries)
    this.#changing = new Changing(this.#core, putting, this.#moving, this.pace)
    this.#many = new ManyItems(this.#core, this.#entries, putting)
    this.selecting = new Selecting(this.#core, this.#many)
    this.#travelling = new Travelling(this.#core, this.#entries, putting, this.#moving, this.#many)
    this.#disk = new DiskChanges(this.#core, this.#entries, this.#moving)
    this.summary = summary
    this.store = this.#core.store
    this.rows = this.#core.rows
  }

  get client(): Client {
    return this.#core.client
  }

  get tasks(): readonly Task[] {
    return this.#core.tasks
  }

  async start(): Promise<void> {
    const { items, start } = this.summary
    this.#core.set({ list: QueueList.every(items) })
    const { order } = this.memory.store.getState()
    if (order.by !== 'source') void this.#viewing.turnTo({ filter: everyItem, order })
    if (items > 0) await this.go(start)
    await this.#growing.start()
  }

  // ---------- moving ----------

  /** Shows an item: at once if it was read ahead, else as soon as it is read. The last wish wins. */
  go(position: number): Promise<void> {
    return this.#moving.go(position)
  }

  /** The place of the current item in the filtered queue, or the place before which it would stand. */
  get place(): number {
    return this.#moving.place
  }

  /** One item on, or back, in the filtered queue. */
  step(direction: 1 | -1): void {
    this.#moving.step(direction)
  }

  /** The next item, or the one before, that is to do or draft. */
  stepTodo(direction: 1 | -1): Promise<void> {
    return this.#moving.stepTodo(direction)
  }

  // ---------- what the queue shows ----------

  /** Shows what a filter finds, in the order it has; the parts that are not named stay as they are. */
  find(filter: Partial<ItemFilter>): Promise<void> {
    const { view } = this.#core.state
    return this.#viewing.turnTo({ ...view, filter: { ...view.filter, ...filter } })
  }

  /** Shows every item. */
  showAll(): Promise<void> {
    return this.find(everyItem)
  }

  /** The order is kept for the next time the project is opened on this machine. */
  sort(order: ItemOrder): Promise<void> {
    return this.turnTo({ ...this.#core.state.view, order })
  }

  turnTo({ filter, order }: QueueView): Promise<void> {
    this.memory.keepOrder(order)
    return this.#viewing.turnTo({ filter, order })
  }

  /** A number for a shuffle, small enough to be said aloud. */
  newSeed(): number {
    return 1 + Math.floor(Math.random() * 999)
  }

  /** The item with a number, counted from 1 as the queue does; null where there is none. */
  async numbered(number: number): Promise<QueueRow | null> {
    if (number < 1) return null
    const [row] = await this.#core.client.call('queue.rows', { positions: [number - 1] })
    return row ?? null
  }

  /** The first items that have a text in their id or a field. */
  lookUp(text: string): Promise<TextHits> {
    return this.#core.client.call('queue.lookUp', { text: text.slice(0, 1000) })
  }

  /** What a filter can ask for, counted for these annotators, or for the person at the desk. */
  filterChoices(annotators: readonly string[]): Promise<FilterChoices> {
    return this.#core.client.call('queue.choices', { annotators: [...annotators] })
  }

  /** Finds the same anew: what was done since has changed what belongs to it. */
  findAgain(): Promise<void> {
    return this.#viewing.again()
  }

  // ---------- reading the data ----------

  /** Main has read more of the data. */
  grown(news: IndexNews): void {
    this.#growing.hear(news)
  }

  /** What is read stays usable. */
  stopReading(): Promise<void> {
    return this.#growing.stop()
  }

  goOnReading(): Promise<void> {
    return this.#growing.goOn()
  }

  /** Main has found more of what the queue shows. */
  found(part: Events['queue.found']): void {
    this.#viewing.take(part)
  }

  /** Ends the search. What it has found stays. */
  stopFinding(): Promise<void> {
    return this.#viewing.stop()
  }

  /** Moves the place that arrow keys point at, by so many rows. */
  moveCursor(by: number, selecting = false): void {
    const { list, cursor } = this.#core.state
    const place = Math.max(0, Math.min(list.length - 1, (cursor ?? this.place) + by))
    if (selecting) this.selecting.reach(place)
    else this.#core.set({ cursor: place })
  }

  toggleCursor(): void {
    this.selecting.toggle(this.#core.state.cursor ?? this.place)
  }

  /** Shows the item that arrow keys point at. */
  openCursor(): Promise<void> {
    const { list, cursor } = this.#core.state
    const position = list.at(cursor ?? this.place)
    return position === undefined ? Promise.resolve() : this.go(position)
  }

  /** What was answered for this task on the item before in the filtered queue. Null: nothing. */
  async previousAnswer(task: Task): Promise<unknown> {
    const entry = await this.#moving.previous()
    return entry === null ? null : (answerOf(entry.state, task.id) ?? null)
  }

  // ---------- changing ----------

  /** Carries out a labeler's command on the item its view was drawn for; on none if another is shown by now. */
  dispatch(task: Task, itemId: string, command: unknown, gesture?: string): void {
    this.#changing.dispatch(task, itemId, command, gesture)
  }

  /** What keeps the current item from being complete. */
  get missing(): readonly Missing[] {
    return this.#changing.missing
  }

  /** Submits, or says what is missing and takes the keys there. */
  submit(andNext: boolean): Promise<void> {
    return this.#changing.submit(andNext)
  }

  skip(reason: string): Promise<void> {
    return this.#changing.skip(reason)
  }

  openSkip(open: boolean): void {
    this.#changing.openSkip(open)
  }

  /** Searches in the text of an item; null: no more. Another item ends it too. */
  searchIn(itemId: string | null): void {
    this.#core.set({ soughtIn: itemId })
  }

  toggleFlag(): void {
    this.#changing.toggleFlag()
  }

  toggleUnsure(): void {
    this.#changing.toggleUnsure()
  }

  /** Keeps a comment while it is typed. It belongs to the item it was begun for. */
  typeComment(position: number, text: string): void {
    this.#changing.typeComment(position, text)
  }

  /** Posts what is typed for the item on the screen. */
  postComment(): void {
    this.#changing.postComment()
  }

  undo(): Promise<void> {
    return this.#travelling.undo()
  }

  redo(): Promise<void> {
    return this.#travelling.redo()
  }

  // ---------- the disk ----------

  /** What to do about a damaged label file. */
  recover(how: 'previous' | 'readable' | 'fresh'): Promise<void> {
    return this.#disk.recover(how)
  }

  /** Label files were changed by someone else. What is unsaved here is kept. */
  reread(changed: LabelsChanged): Promise<void> {
    return this.#disk.reread(changed)
  }

  /** What to do when someone else wrote the file of an item with unsaved work. */
  resolveConflict(keep: 'mine' | 'disk'): Promise<void> {
    return this.#disk.resolveConflict(keep)
  }

  /** What to do about a conflict copy beside the item on the screen. */
  resolveCopy(file: string, how: 'take' | 'aside'): Promise<void> {
    return this.#disk.resolveCopy(file, how)
  }

  retry(): void {
    this.#core.saves.retryNow()
  }

  /** Posts comments that were typed, and saves. True when everything is on the disk. */
  async flush(): Promise<boolean> {
    await this.#many.stop()
    for (const position of this.#core.state.unposted.keys()) {
      const entry = await this.#entries.open(position)
      if (entry !== null) this.#changing.post(this.#entries.at(position) ?? entry)
    }
    return this.#core.saves.flush()
  }

  unsaved(): readonly { readonly id: string; readonly state: LabelState }[] {
    return this.#core.saves.unsaved().map(({ id, state }) => ({ id, state }))
  }

  close(): void {
    this.#core.saves.close()
  }

  // ---------- the screen ----------

  /** Gives the keys to a task. */
  takeKeys(task: string): void {
    if (this.#core.state.activeTask !== task) this.#core.set({ activeTask: task })
  }

  moveTask(direction: 1 | -1): void {
    const known = this.tasks.filter(task => labelerOf(task.labeler) !== undefined)
    const here = known.findIndex(task => task.id === this.#core.state.activeTask)
    const next = known[(here + direction + known.length) % known.length]
    if (next !== undefined) this.#core.set({ activeTask: next.id, tab: 'answers' })
  }

  /** Shows a tab; back to the answers if it is the one shown. */
  showTab(tab: SideTab): void {
    const next = this.#core.state.tab === tab ? 'answers' : tab
    this.#wantsCommentBox = next === 'comments'
    this.#core.set({ tab: next })
  }

  /** Whether the comments were just asked for, so that their box takes the focus. True once for each wish. */
  takeCommentWish(): boolean {
    const wanted = this.#wantsCommentBox
    this.#wantsCommentBox = false
    return wanted
  }

  /** A line at the bottom of the item. */
  say(icon: IconName, bold: string, text?: string, offer?: Toast['offer']): void {
    this.#core.say(icon, bold, text, offer)
  }

  hush(): void {
    this.#core.set({ toast: null })
  }

  /** Any key, click or wheel: time counts as active. */
  input(): void {
    this.#core.state.entry?.time.input(performance.now())
  }
}
