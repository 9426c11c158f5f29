import type { LabelState } from '../../electron/api/contract.ts'
import type { Item } from '../../schemas/item.ts'
import { failed, type Problem, type Result } from '../../schemas/schema.ts'
import type { Entries } from './entries.ts'
import type { Change } from './history.ts'
import { stateOf } from './label-state.ts'
import type { Putting } from './putting.ts'
import type { SessionCore } from './session-core.ts'

/** The new state of an item, the same one where there is nothing to do, or a sentence that says why it cannot be. */
export type ChangeOf = (state: LabelState, item: Item) => LabelState | string

export interface Outcome {
  readonly changes: readonly Change[]
  readonly refused: readonly { readonly position: number; readonly problem: Problem }[]
  /** Somebody stopped it: the rest was not looked at. */
  readonly stopped: boolean
}

/** So many items are on their way at once. */
const LANES = 4
/** Milliseconds until a person wants to know how far it is, and between two words about it. */
const QUIET_MS = 500
const TOLD_MS = 100

/**
 * Changes many items, each with the ordinary save that refuses what somebody else has changed meanwhile. An item that
 * cannot be written stays as it is on the disk.
 */
export class ManyItems {
  readonly #core: SessionCore
  readonly #entries: Entries
  readonly #putting: Putting
  #running: Promise<Outcome> | null = null
  #stopped = false

  constructor(core: SessionCore, entries: Entries, putting: Putting) {
    this.#core = core
    this.#entries = entries
    this.#putting = putting
  }

  get busy(): boolean {
    return this.#running !== null
  }

  /** Ends what is under way after the items that are on their way, and waits for those. */
  async stop(): Promise<void> {
    this.#stopped = true
    await this.#running
  }

  /** `doing`: `Skipping`. Must not be called while it is busy. */
  async write(positions: readonly number[], doing: string, changeOf: ChangeOf): Promise<Outcome> {
    this.#stopped = false
    this.#running = this.#writeAll(positions, doing, changeOf)
    try {
      return await this.#running
    } finally {
      this.#running = null
      this.#core.set({ bulk: null })
    }
  }

  async #writeAll(positions: readonly number[], doing: string, changeOf: ChangeOf): Promise<Outcome> {
    const changes: Change[] = []
    const refused: { position: number; problem: Problem }[] = []
    let [next, done, shown, told] = [0, 0, 0, performance.now() + QUIET_MS - TOLD_MS]
    const tell = () => {
      if (performance.now() - told < TOLD_MS) return
      told = performance.now()
      this.#putting.show(changes.slice(shown))
      shown = changes.length
      this.#core.set({ bulk: { doing, done, of: positions.length } })
    }
    const onScreen = this.#core.state.entry?.opened.position
    const screen = await this.#writeScreen(positions, changeOf)
    const lane = async () => {
      for (let position = positions[next++]; position !== undefined; position = positions[next++]) {
        if (this.#stopped) return
        if (position === onScreen) {
          done++
          continue
        }
        const written = await this.#writeOne(position, changeOf)
        if (!written.ok) refused.push({ position, problem: written.problems[0] ?? { message: 'It failed.' } })
        else if (written.value !== null) changes.push(written.value)
        done++
        tell()
      }
    }
    await Promise.all(Array.from({ length: LANES }, lane))
    this.#putting.show(changes.slice(shown))
    return {
      changes: [...screen.changes, ...changes],
      refused: [...screen.refused, ...refused],
      stopped: done < positions.length
    }
  }

  /** Null: there is nothing to do. */
  async #writeOne(position: number, changeOf: ChangeOf): Promise<Result<Change | null>> {
    const opened = await this.#core.client.call('item.open', { position })
    if (!opened.ok) return opened
    const { item, label, damaged, readOnly } = opened.value
    if (damaged !== undefined) return failed(damaged.problem)
    if (readOnly !== undefined) return failed({ message: readOnly })
    if (this.#core.saves.isUnsaved(item.id))
      return failed({ message: `What was done to ${item.id} before is not saved yet.` })
    const before = stateOf(label, this.#core.tasks)
    const after = changeOf(before, item)
    if (typeof after === 'string') return failed({ message: after })
    if (after === before) return { ok: true, value: null }
    const { id } = item
    const [revision, activeMs] = [label?.revision ?? 0, label?.activeMs ?? 0]
    const saved = await this.#core.client.call('label.save', {
      position,
      id,
      revision,
      state: after,
      activeMs
    })
    if (!saved.ok) return saved
    this.#wrote(position, id, after, saved.value.revision)
    return { ok: true, value: { position, id, before, after } }
  }

  /** Whoever goes there from now on sees what was written, not what was read ahead. */
  #wrote(position: number, id: string, state: LabelState, revision: number): void {
    this.#entries.forget(position)
    this.#core.saves.moved(id, revision)
    const { entry } = this.#core.state
    if (entry?.item.id !== id || this.#core.saves.isUnsaved(id)) return
    const next = { ...entry, state }
    this.#entries.put(next)
    this.#core.set({ entry: next })
  }

  /** A key may change the item on the screen at any moment, so it is changed and saved the way keys do it. */
  async #writeScreen(positions: readonly number[], changeOf: ChangeOf): Promise<Outcome> {
    const { entry } = this.#core.state
    const nothing: Outcome = { changes: [], refused: [], stopped: false }
    if (entry === null || !positions.includes(entry.opened.position)) return nothing
    const { position, damaged } = entry.opened
    const refused = (message: string): Outcome => ({
      ...nothing,
      refused: [{ position, problem: { message } }]
    })
    if (damaged !== undefined) return { ...nothing, refused: [{ position, problem: damaged.problem }] }
    if (entry.opened.readOnly !== undefined) return refused(entry.opened.readOnly)
    const after = changeOf(entry.state, entry.item)
    if (typeof after === 'string') return refused(after)
    if (after === entry.state) return nothing
    this.#putting.put(entry, after)
    await this.#core.saves.flush()
    const { id } = entry.item
    if (this.#core.saves.isUnsaved(id)) return refused(`${id} is changed and not saved yet.`)
    return { ...nothing, changes: [{ position, id, before: entry.state, after }] }
  }
}
