import type { Status } from '../../schemas/label-file.ts'
import { isEveryItem } from '../../schemas/queue-view.ts'
import type { Entries } from './entries.ts'
import type { SessionCore } from './session-core.ts'
import type { Entry } from './session-state.ts'

const isDone = (status: Status) => status !== 'todo' && status !== 'draft'

/** From item to item through the queue as it is shown, reading ahead so that the next one is there at once. */
export class Moving {
  readonly #core: SessionCore
  readonly #entries: Entries
  readonly #leaving: () => void
  #nextTodo: { from: number; position: number | null } | null = null

  /** `leaving` is called before the item on the screen gives way to another one. */
  constructor(core: SessionCore, entries: Entries, leaving: () => void) {
    this.#core = core
    this.#entries = entries
    this.#leaving = leaving
  }

  /** Shows an item: at once if it was read ahead, else as soon as it is read. The last wish wins. */
  async go(position: number): Promise<void> {
    if (position !== this.#core.state.position) this.#leaving()
    return this.turnTo(position)
  }

  /** The same, and what is typed for the item on the screen stays with it unposted. */
  async turnTo(position: number): Promise<void> {
    const ready = this.#entries.at(position)
    if (ready !== undefined) return this.show(ready)
    this.#core.set({ position, cursor: null, openProblems: [] })
    const entry = await this.#entries.open(position)
    if (this.#core.state.position === position && entry !== null) this.show(entry)
  }

  /** The place of the current item in the queue, or the place before which it would stand. */
  get place(): number {
    const { list, position } = this.#core.state
    return list.placeOf(position)
  }

  /** One item on, or back, in the queue. */
  step(direction: 1 | -1): void {
    const { list, position } = this.#core.state
    const place = this.place
    const target = list.at(direction === 1 && list.at(place) !== position ? place : place + direction)
    if (target === undefined)
      this.#core.say('info', direction === 1 ? 'This is the last item.' : 'This is the first item.')
    else void this.go(target)
  }

  /** The next item of the queue, or the one before, that is to do or draft. */
  async stepTodo(direction: 1 | -1): Promise<void> {
    const target = await this.#findTodo(direction)
    if (target !== null) return this.go(target)
    this.#core.say(
      'info',
      direction === 1 ? 'Nothing is left to do after this item.' : 'Nothing is left to do before it.'
    )
  }

  /** What was looked up belongs to another view of the queue. */
  forget(): void {
    this.#nextTodo = null
  }

  async #findTodo(direction: 1 | -1): Promise<number | null> {
    const here = this.#core.state.position
    const known = direction === 1 && this.#nextTodo?.from === here ? this.#nextTodo.position : undefined
    if (known !== undefined && (known === null || !this.#isDoneHere(known))) return known
    let from: number | null = here
    do from = await this.#core.client.call('queue.nextTodo', { from, direction })
    while (from !== null && this.#isDoneHere(from))
    return from
  }

  /** Main learns a status when it is saved; the window knows it before. */
  #isDoneHere(position: number): boolean {
    const status = this.#entries.at(position)?.state.status ?? this.#core.rows.at(position)?.status
    return status !== undefined && isDone(status)
  }

  /** Puts an item that was read on the screen. */
  show(entry: Entry): void {
    const now = performance.now()
    const before = this.#core.state.entry
    if (before !== null) before.time.pause(now)
    entry.time.input(now)
    const { position } = entry.opened
    this.#core.set({ entry, position, cursor: null, openProblems: [], skipping: false, refused: false })
    this.#entries.touch(position, entry)
    this.readAhead()
  }

  readAhead(): void {
    const place = this.place
    const { list, position } = this.#core.state
    const near = [1, -1, 2, -2, 3].flatMap(by => list.at(place + by) ?? [])
    const reading = near.map(target => this.#entries.open(target))
    const asking = this.#core.client.call('queue.nextTodo', { from: position, direction: 1 }).then(next => {
      if (this.#core.state.position !== position || this.#core.state.list !== list) return null
      this.#nextTodo = { from: position, position: next }
      return next === null ? null : this.#entries.open(next)
    })
    void Promise.all([...reading, asking]).then(read => {
      if (this.#core.state.position !== position) return
      const items = read.flatMap(entry => (entry === null ? [] : [entry.item]))
      this.#core.set({ ahead: [...new Set(items)] })
    })
  }

  /** The item before this one in the filtered queue, as its annotator left it. Null: there is none, or it cannot be read. */
  async previous(): Promise<Entry | null> {
    const target = this.#core.state.list.at(this.place - 1)
    return target === undefined ? null : this.#entries.open(target)
  }

  /** After submit and skip: with a filter the next in the queue, else the next that is to do. */
  async onwards(): Promise<void> {
    const { view, list, position } = this.#core.state
    if (!isEveryItem(view.filter)) {
      const place = this.place
      const target = list.at(list.at(place) === position ? place + 1 : place)
      if (target !== undefined) await this.go(target)
      return
    }
    const target = await this.#findTodo(1)
    if (target !== null) return this.go(target)
    const earlier = await this.#core.client.call('queue.nextTodo', { from: -1, direction: 1 })
    if (earlier === null || this.#isDoneHere(earlier))
      this.#core.say('check', 'Every item is done.', '', 'undo')
    else await this.go(earlier)
  }
}
