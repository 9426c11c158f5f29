import type { IndexNews } from '../../electron/api/contract.ts'
import { isEveryItem } from '../../schemas/queue-view.ts'
import { QueueList } from './queue-list.ts'
import type { SessionCore } from './session-core.ts'
import type { Viewing } from './viewing.ts'

/** Follows the reading of the project's data and label files: more comes while the first items are being labelled. */
export class Growing {
  readonly #core: SessionCore
  readonly #viewing: Viewing

  constructor(core: SessionCore, viewing: Viewing) {
    this.#core = core
    this.#viewing = viewing
  }

  /** Asks once, where the project was opened before all was read: news may have come before anybody listened. */
  async start(): Promise<void> {
    const { reading, readingLabels } = this.#core.summary
    if (!reading && !readingLabels) return
    const news = await this.#core.client.call('index.look', {})
    if (news.ok) this.hear(news.value)
  }

  hear(news: IndexNews): void {
    if (news.folder !== this.#core.summary.folder) return
    const { items, holes, state, share, labels, counts, problemCount } = news
    const { save, view, ...before } = this.#core.state
    const reading = state === 'whole' ? null : { share, stopped: state === 'stopped' }
    this.#core.set({
      items: items - holes,
      reading,
      readingLabels: labels,
      dataProblems: problemCount
    })
    if (save.pending === 0) this.#core.set({ counts })
    const everyItem = isEveryItem(view.filter) && view.order.by === 'source'
    if (everyItem && (reading !== null || holes === 0)) {
      if (this.#core.state.list.length < items) this.#core.set({ list: QueueList.every(items) })
    } else if (
      (reading === null && before.reading !== null) ||
      (labels === null && before.readingLabels !== null)
    )
      void this.#viewing.again()
  }

  /** What is read stays usable. */
  async stop(): Promise<void> {
    await this.#core.client.call('index.stop', {})
  }

  async goOn(): Promise<void> {
    await this.#core.client.call('index.goOn', {})
  }
}
