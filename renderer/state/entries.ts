import type { OpenedItem } from '../../electron/api/contract.ts'
import { ActiveTime } from './active-time.ts'
import { stateOf } from './label-state.ts'
import type { SessionCore } from './session-core.ts'
import type { Entry } from './session-state.ts'

const keptEntries = 64

/** The items that were read, and the newest state of each. */
export class Entries {
  readonly #core: SessionCore
  readonly #byPosition = new Map<number, Entry>()
  readonly #opening = new Map<number, Promise<Entry | null>>()

  constructor(core: SessionCore) {
    this.#core = core
  }

  /** Undefined: not read, or let go since. */
  at(position: number): Entry | undefined {
    return this.#byPosition.get(position)
  }

  put(entry: Entry): void {
    this.#byPosition.set(entry.opened.position, entry)
  }

  /** What is there, or on its way, is not what the disk has: whoever asks has it read again. */
  forget(position: number): void {
    this.#byPosition.delete(position)
    this.#opening.delete(position)
  }

  /** The item at a position, read from the disk if it is not here. Null: it cannot be read, and the screen says why. */
  open(position: number): Promise<Entry | null> {
    const ready = this.#byPosition.get(position)
    if (ready !== undefined) return Promise.resolve(ready)
    const underway = this.#opening.get(position)
    if (underway !== undefined) return underway
    const opening: Promise<Entry | null> = this.#core.client.call('item.open', { position }).then(result => {
      if (this.#opening.get(position) !== opening) return this.open(position)
      this.#opening.delete(position)
      if (!result.ok) {
        if (this.#core.state.position === position)
          this.#core.set({ openProblems: result.problems, entry: null })
        return null
      }
      return this.#byPosition.get(position) ?? this.keep(result.value)
    })
    this.#opening.set(position, opening)
    return opening
  }

  /** Takes what was read as the newest there is. */
  keep(opened: OpenedItem): Entry {
    const entry: Entry = {
      opened,
      item: opened.item,
      state: stateOf(opened.label, this.#core.tasks),
      time: new ActiveTime(opened.label?.activeMs ?? 0)
    }
    this.#core.saves.opened(opened.item.id, opened.label?.revision ?? 0)
    this.touch(opened.position, entry)
    return entry
  }

  /** Newest last; the oldest that are safely on disk are let go. */
  touch(position: number, entry: Entry): void {
    this.#byPosition.delete(position)
    this.#byPosition.set(position, entry)
    for (const [old, { item }] of this.#byPosition) {
      if (this.#byPosition.size <= keptEntries) break
      if (old !== this.#core.state.position && !this.#core.saves.isUnsaved(item.id))
        this.#byPosition.delete(old)
    }
  }
}
