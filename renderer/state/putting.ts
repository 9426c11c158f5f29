import type { LabelState } from '../../electron/api/contract.ts'
import type { Entries } from './entries.ts'
import type { SessionCore } from './session-core.ts'
import type { Entry } from './session-state.ts'

/** Where a new state of an item goes: to the screen, into the queue with its counts, and on its way to the disk. */
export class Putting {
  readonly #core: SessionCore
  readonly #entries: Entries

  constructor(core: SessionCore, entries: Entries) {
    this.#core = core
    this.#entries = entries
  }

  put(entry: Entry, state: LabelState): void {
    const { position } = entry.opened
    const next: Entry = { ...entry, state }
    this.#entries.put(next)
    this.show([{ position, before: entry.state, after: state }])
    if (this.#core.state.entry?.opened.position === position) this.#core.set({ entry: next })
    this.#core.saves.put({ position, id: entry.item.id, state, activeMs: entry.time.at(performance.now()) })
  }

  /** Changes of items as the queue shows them: rows and counts. */
  show(
    changes: readonly {
      readonly position: number
      readonly before: LabelState
      readonly after: LabelState
    }[]
  ): void {
    const counts = { ...this.#core.state.counts }
    for (const { position, before, after } of changes) {
      this.#core.rows.setState(position, after)
      counts[before.status]--
      counts[after.status]++
    }
    this.#core.set({ counts, rowsVersion: this.#core.state.rowsVersion + 1 })
  }
}
