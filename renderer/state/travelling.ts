import type { Entries } from './entries.ts'
import { partly, redo, type Step, type Travel, undo } from './history.ts'
import type { ManyItems } from './many-items.ts'
import type { Moving } from './moving.ts'
import type { Putting } from './putting.ts'
import type { SessionCore } from './session-core.ts'

type Side = 'before' | 'after'

/** Undo and redo. A step that was done to many items is taken back on all of them. */
export class Travelling {
  constructor(
    private readonly core: SessionCore,
    private readonly entries: Entries,
    private readonly putting: Putting,
    private readonly moving: Moving,
    private readonly many: ManyItems
  ) {}

  undo(): Promise<void> {
    return this.#travel(undo, 'before')
  }

  redo(): Promise<void> {
    return this.#travel(redo, 'after')
  }

  async #travel(way: typeof undo, side: Side): Promise<void> {
    const found = way(this.core.state.history)
    if (found === null)
      return this.core.say('info', side === 'before' ? 'Nothing to undo.' : 'Nothing to redo.')
    if (this.many.busy) return this.core.say('info', 'Wait until it is done,', 'or stop it.')
    if (found.step.changes.length === 1) await this.#travelOne(found, side)
    else await this.#travelMany(found.step, way, side)
  }

  async #travelOne({ step, history }: Travel, side: Side): Promise<void> {
    const [change] = step.changes
    if (change === undefined) return
    const expected = this.core.state.history
    const entry = this.entries.at(change.position) ?? (await this.entries.open(change.position))
    // Whatever was done while the item was being read comes first; the person presses again.
    if (entry === null || this.core.state.history !== expected) return
    this.core.set({ history })
    this.putting.put(entry, change[side])
    this.#say(step, side)
    // Posting what is typed would be a new step, and end what can be redone; it waits for its item.
    if (this.core.state.position !== change.position) await this.moving.turnTo(change.position)
  }

  async #travelMany(step: Step, way: typeof undo, side: Side): Promise<void> {
    const changes = new Map(step.changes.map(change => [change.id, change]))
    const other = side === 'before' ? 'after' : 'before'
    const { changes: done, refused } = await this.many.write(
      step.changes.map(change => change.position),
      side === 'before' ? 'Undoing' : 'Doing again',
      (state, { id }) => {
        const change = changes.get(id)
        if (change === undefined) return state
        const same = JSON.stringify(state) === JSON.stringify(change[other])
        return same ? change[side] : `${id} was changed by something else since.`
      }
    )
    const went = new Set(done.map(({ id }) => id))
    this.core.set({ history: partly(this.core.state.history, way, went) })
    const [first] = refused
    if (first === undefined) return this.#say(step, side)
    this.core.say('warn', `${refused.length} could not be written.`, first.problem.message)
  }

  #say({ title }: Step, side: Side): void {
    if (side === 'before') this.core.say('undo', 'Undone:', title, 'redo')
    else this.core.say('redo', 'Done again:', title, 'undo')
  }
}
