import type { ItemIndex } from '../../project/item-index.ts'
import type { Queue } from '../../project/queue/queue.ts'
import { searchText } from '../../project/queue/text-search.ts'

/** What was found since the part before; `share` of the work is done. */
export interface SearchPart {
  readonly positions: Uint32Array
  readonly share: number
  readonly ended: boolean
}

const MOST_LOOKED_UP = 20
/** A palette that waits longer than this says that it has not looked everywhere. */
const LOOK_UP_MS = 1500

/** The searches of one open project: one for the view of the queue, one for the palette. A new one ends the one before. */
export class Searches {
  readonly #items: ItemIndex
  readonly #queue: () => Queue
  readonly #running = new Map<'view' | 'lookUp', AbortController>()

  constructor(items: ItemIndex, queue: () => Queue) {
    this.#items = items
    this.#queue = queue
  }

  stop(which: 'view' | 'lookUp'): void {
    this.#running.get(which)?.abort()
    this.#running.delete(which)
  }

  stopAll(): void {
    for (const which of [...this.#running.keys()]) this.stop(which)
  }

  /** Reads what the view of the queue needs, and tells of it until it is stopped. The last part says that it has ended. */
  readView(tell: (part: SearchPart) => void): void {
    const { signal } = this.#start('view')
    const run = async () => {
      let share = 0
      for await (const part of this.#queue().read(signal)) {
        if (signal.aborted) return
        share = part.share
        tell({ ...part, ended: false })
      }
      if (!signal.aborted) tell({ positions: new Uint32Array(0), share, ended: true })
    }
    void run()
  }

  /** The first items with a text, the one with this very id before all others. */
  async lookUp(text: string): Promise<{ readonly positions: readonly number[]; readonly whole: boolean }> {
    const { signal } = this.#start('lookUp')
    const exact = this.#items.positionOf(text)
    const positions = exact === undefined ? [] : [exact]
    const until = performance.now() + LOOK_UP_MS
    for await (const { hits } of searchText(this.#items, null, { text, inSourceOrder: true, signal })) {
      positions.push(...hits.filter(position => position !== exact))
      if (positions.length >= MOST_LOOKED_UP)
        return { positions: positions.slice(0, MOST_LOOKED_UP), whole: true }
      if (signal.aborted || performance.now() > until) return { positions, whole: false }
    }
    return { positions, whole: !signal.aborted }
  }

  #start(which: 'view' | 'lookUp'): AbortController {
    this.stop(which)
    const controller = new AbortController()
    this.#running.set(which, controller)
    return controller
  }
}
