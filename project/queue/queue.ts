import {
  everyItem,
  type FilterChoices,
  markNames,
  type QueueView,
  type RowMarks,
  sourceOrder
} from '../../schemas/queue-view.ts'
import type { ItemIndex } from '../item-index.ts'
import type { LabelSummary } from '../label-summary.ts'
import { filterChoices } from './choices.ts'
import { Columns, type LabelFileOf } from './columns.ts'
import type { Counts } from './counts.ts'
import { matching } from './matching.ts'
import { inOrder, isQuick } from './ordering.ts'
import { PositionList } from './position-list.ts'
import { inReadingOrder } from './reading-order.ts'
import { searchText } from './text-search.ts'

/** More of a view whose rows have to be read. */
export interface FoundPart {
  /** To be put behind what was found before. */
  readonly positions: Uint32Array
  /** How much of the work is done, 0 to 1. */
  readonly share: number
}

/**
 * One annotator's way through the items: who is where, what is left, and the view of it that is shown. A view is a list
 * of positions; positions themselves never move.
 */
export class Queue {
  readonly #items: ItemIndex
  readonly #columns: Columns
  #view: QueueView = { filter: everyItem, order: sourceOrder }
  /** Null: every item in source order. */
  #list: PositionList | null = null

  constructor(items: ItemIndex, me: string, summaries: Iterable<LabelSummary>) {
    this.#items = items
    this.#columns = new Columns(items, me)
    for (const summary of summaries) this.#columns.put(summary)
  }

  /** Of all items of the project, whatever is shown. */
  get counts(): Counts {
    this.#columns.join()
    return this.#columns.counts
  }

  rowAt(position: number): RowMarks {
    const { mine } = this.#columns
    return {
      status: mine.statusAt(position),
      marks: markNames.filter(mark => mine.has(position, mark)),
      others: this.#columns.othersAt(position)
    }
  }

  /** After a save, of whomever. */
  put(summary: LabelSummary): void {
    this.#columns.put(summary)
  }

  /** There is no label file any more. */
  remove(annotator: string, item: string): void {
    this.#columns.remove(annotator, item)
  }

  /** All label files that are damaged or have a conflict copy beside them, in place of those told before. */
  setFileProblems(files: readonly LabelFileOf[]): void {
    this.#columns.setFileProblems(files)
  }

  choices(annotators: readonly string[]): FilterChoices {
    return filterChoices(
      this.#columns,
      annotators.length === 0 ? this.#columns.annotators.slice(0, 1) : annotators
    )
  }

  /**
   * Turns to another view. Null: every item in source order. What needs rows to be read is empty at first, and `read`
   * fills it.
   */
  turnTo(view: QueueView): Uint32Array | null {
    this.#view = view
    const candidates = this.#candidates()
    if (needsReading(view)) this.#list = new PositionList(new Uint32Array(0))
    else this.#list = candidates === null ? null : new PositionList(candidates)
    return this.#list?.positions ?? null
  }

  /** Fills a view that needs reading. Ends early when it is aborted; another view must not be turned to before that. */
  async *read(signal: AbortSignal): AsyncGenerator<FoundPart> {
    const { filter, order } = this.#view
    const list = this.#list
    if (list === null || !needsReading(this.#view)) return
    let candidates = this.#candidates()
    const add = (positions: ArrayLike<number>, share: number): FoundPart => {
      const part = Uint32Array.from(positions)
      list.add(part)
      return { positions: part, share }
    }
    const sorting = !isQuick(order)
    if (sorting) {
      const all = candidates ?? everyPosition(this.#items)
      for await (const step of inReadingOrder(this.#items, all, { ...order, signal }))
        if (typeof step !== 'number') candidates = step
        else yield add([], filter.text === '' ? step : step / 2)
    }
    if (signal.aborted) return
    if (filter.text === '') {
      yield add(candidates ?? [], 1)
      return
    }
    const options = { text: filter.text, inSourceOrder: order.by === 'source', signal }
    const of = candidates?.length ?? this.#items.count
    for await (const { hits, read } of searchText(this.#items, candidates, options)) {
      const share = of === 0 ? 1 : Math.min(1, read / of)
      yield add(hits, sorting ? 0.5 + share / 2 : share)
    }
  }

  /** The next position in the view, after (or before) `from`, that is to do or a draft; null if there is none. -1: from its start. */
  nextTodo(from: number, direction: 1 | -1): number | null {
    const { mine } = this.#columns
    const isTodo = (position: number) => {
      const status = mine.statusAt(position)
      return status === 'todo' || status === 'draft'
    }
    const list = this.#list
    const count = list === null ? this.#items.count : list.length
    const start =
      from === -1 ? -1 : list === null ? from : list.placeBeside(from, direction, this.#view.order)
    for (let place = start + direction; place >= 0 && place < count; place += direction) {
      const position = list === null ? place : list.at(place)
      if (isTodo(position) && this.#items.isItem(position)) return position
    }
    return null
  }

  /** All that the filter finds without reading rows, in the order that the columns give. */
  #candidates(): Uint32Array | null {
    this.#columns.join()
    const { filter, order } = this.#view
    const { sets, mine } = this.#columns
    const whose =
      filter.annotators.length === 0 ? [mine] : filter.annotators.map(each => this.#columns.of(each))
    const found = matching(filter, this.#items.count, whose, sets)
    const { holes } = this.#items
    const items =
      holes === 0 ? found : (found ?? everyPosition(this.#items)).filter(each => this.#items.isItem(each))
    if (order.by === 'source' || !isQuick(order)) return items
    return inOrder(items ?? everyPosition(this.#items), order, mine)
  }
}

export function needsReading({ filter, order }: QueueView): boolean {
  return filter.text !== '' || !isQuick(order)
}

function everyPosition({ count }: ItemIndex): Uint32Array {
  return new Uint32Array(count).map((_, position) => position)
}
