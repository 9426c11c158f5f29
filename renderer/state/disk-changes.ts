import type { Counts, LabelsChanged, OpenedItem } from '../../electron/api/contract.ts'
import type { Entries } from './entries.ts'
import { forget } from './history.ts'
import type { Moving } from './moving.ts'
import type { SessionCore } from './session-core.ts'

/** Label files that are not as this window left them: damaged, or written by someone else. */
export class DiskChanges {
  readonly #core: SessionCore
  readonly #entries: Entries
  readonly #moving: Moving

  constructor(core: SessionCore, entries: Entries, moving: Moving) {
    this.#core = core
    this.#entries = entries
    this.#moving = moving
  }

  async recover(how: 'previous' | 'readable' | 'fresh'): Promise<void> {
    const { entry } = this.#core.state
    if (entry === null) return
    const { position } = entry.opened
    const result = await this.#core.client.call('item.recover', { position, how })
    if (!result.ok) return this.#core.set({ openProblems: result.problems })
    const { opened, changed } = result.value
    await this.reread(changed)
    this.#replace(opened)
  }

  /** Label files were changed by someone else. What is unsaved here is kept. */
  async reread({ positions, counts, problems }: LabelsChanged): Promise<void> {
    this.#core.rows.clear()
    this.#core.set({ problems })
    for (const position of positions) {
      const entry = this.#entries.at(position)
      if (entry === undefined || this.#core.saves.isUnsaved(entry.item.id)) continue
      this.#entries.forget(position)
      if (position !== this.#core.state.position) continue
      const result = await this.#core.client.call('item.open', { position })
      if (result.ok && !this.#core.saves.isUnsaved(entry.item.id)) this.#replace(result.value)
    }
    this.#count(counts)
  }

  /** Takes the conflict copy beside the item on the screen, or sets it aside. */
  async resolveCopy(file: string, how: 'take' | 'aside'): Promise<void> {
    const { entry } = this.#core.state
    if (entry === null) return
    // What was typed here is newer than both, and must be in one of them first.
    if (this.#core.saves.isUnsaved(entry.item.id) && !(await this.#core.saves.flush())) return
    const { position } = entry.opened
    const result = await this.#core.client.call('copy.resolve', { position, file, how })
    if (!result.ok) return this.#core.set({ openProblems: result.problems })
    const { opened, changed } = result.value
    await this.reread(changed)
    this.#replace(opened)
    if (how === 'take')
      this.#core.say('check', 'The copy was taken.', 'What was here before is in .goldset/quarantine.')
    else this.#core.say('check', 'The copy was set aside.', 'It is in .goldset/quarantine, unchanged.')
  }

  /** A save that is under way is not among the counts of main, and brings newer ones. */
  #count(counts: Counts): void {
    const { save, rowsVersion } = this.#core.state
    if (save.pending === 0) this.#core.set({ counts, rowsVersion: rowsVersion + 1 })
  }

  /** What to do when someone else wrote the file of an item with unsaved work. */
  async resolveConflict(keep: 'mine' | 'disk'): Promise<void> {
    const { conflict } = this.#core.state
    if (conflict === null) return
    const result = await this.#core.client.call('item.open', { position: conflict.position })
    if (!result.ok) return this.#core.set({ openProblems: result.problems })
    this.#core.set({ conflict: null })
    if (keep === 'disk') {
      this.#core.saves.drop(conflict.id)
      this.#replace(result.value)
    } else {
      this.#core.saves.overrule(conflict.id, result.value.label?.revision ?? 0)
      this.#core.saves.retryNow()
    }
  }

  #replace(opened: OpenedItem): void {
    this.#entries.forget(opened.position)
    const entry = this.#entries.keep(opened)
    this.#core.rows.setState(opened.position, entry.state)
    this.#core.rows.doubt(opened.position)
    this.#core.set({ history: forget(this.#core.state.history, opened.item.id), openProblems: [] })
    if (this.#core.state.position === opened.position) this.#moving.show(entry)
  }

  /** After a save that failed: whether it failed because the file on disk has moved on. */
  async lookForConflict(): Promise<void> {
    if (this.#core.state.conflict !== null) return
    for (const { position, id } of this.#core.saves.unsaved()) {
      const result = await this.#core.client.call('item.open', { position })
      const onDisk = result.ok ? (result.value.label?.revision ?? 0) : null
      if (onDisk === null || onDisk === this.#core.saves.revisionOf(id) || !this.#core.saves.isUnsaved(id))
        continue
      this.#core.set({ conflict: { position, id } })
      return
    }
  }
}
