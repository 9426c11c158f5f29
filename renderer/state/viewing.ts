import type { Counts, Events } from '../../electron/api/contract.ts'
import { isEveryItem, type QueueView, sourceOrder } from '../../schemas/queue-view.ts'
import type { Moving } from './moving.ts'
import { QueueList } from './queue-list.ts'
import { Selection } from './selection.ts'
import type { SessionCore } from './session-core.ts'

type Found = Events['queue.found']

/** Which items the queue shows, in which order. Main finds them; what needs rows to be read arrives in parts. */
export class Viewing {
  readonly #core: SessionCore
  readonly #moving: Moving
  #search = 0
  /** Nothing of the search under way has arrived: the list is still that of the view before. */
  #fresh = false

  constructor(core: SessionCore, moving: Moving) {
    this.#core = core
    this.#moving = moving
  }

  /** Shows another view of the queue. A filter that leaves out the item on the screen turns to the first it finds. */
  turnTo(view: QueueView): Promise<void> {
    this.#core.set({ view, selection: Selection.none })
    return this.#find(view)
  }

  /** The same view, found anew: what was done since has changed what belongs to it. What is selected and still shown stays so. */
  again(): Promise<void> {
    return this.#find(this.#core.state.view)
  }

  async #find(view: QueueView): Promise<void> {
    const search = ++this.#search
    this.#fresh = true
    this.#core.set({ finding: { share: 0 }, cursor: null })
    const found = await this.#core.client.call('queue.find', { search, view })
    if (search !== this.#search) return
    this.#takeCounts(found.counts)
    if (found.reading) return
    this.#fresh = false
    const sorted = view.order.by === 'source'
    const { positions, items } = found
    this.#showList(positions === null ? QueueList.every(items) : QueueList.of(positions, sorted))
    this.#core.set({ finding: null })
  }

  /** Main has found more of a view. */
  take({ search, positions, share, ended }: Found): void {
    if (search !== this.#search) return
    const { list, view } = this.#core.state
    if (!this.#fresh) {
      this.#moving.forget()
      this.#core.set({ list: list.with(positions) })
    } else if (positions.length > 0 || ended) {
      this.#fresh = false
      this.#showList(QueueList.of(positions, view.order.by === 'source'))
    }
    this.#core.set({ finding: ended ? null : { share } })
  }

  /** Ends the search. What it has found stays; if that is nothing, what could be shown without it is shown. */
  async stop(): Promise<void> {
    const { finding, view } = this.#core.state
    if (finding === null) return
    if (this.#fresh) {
      const order = view.filter.text === '' ? sourceOrder : view.order
      return this.turnTo({ filter: { ...view.filter, text: '' }, order })
    }
    this.#search++
    this.#core.set({ finding: null })
    this.#core.say('info', 'Stopped.', 'Items after these were not looked at.')
    await this.#core.client.call('queue.stop', {})
  }

  /** Not while saves are under way, which main does not know yet. */
  #takeCounts(counts: Counts): void {
    if (this.#core.state.save.pending === 0) this.#core.set({ counts })
  }

  #showList(list: QueueList): void {
    const before = this.#core.state.list
    if (list === before) return
    const { selection } = this.#core.state
    // Nothing is done to what is not shown.
    this.#core.set({
      list,
      selection: selection.size === 0 ? selection : Selection.of(selection.within(list))
    })
    this.#moving.forget()
    const { view, position } = this.#core.state
    if (isEveryItem(view.filter) || list.has(position)) return this.#moving.readAhead()
    const first = list.at(this.#moving.place) ?? list.at(list.length - 1)
    if (first !== undefined) void this.#moving.go(first)
  }
}
