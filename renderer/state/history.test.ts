import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LabelState } from '../../electron/api/contract.ts'
import { emptyHistory, forget, type History, record, redo, type Step, undo, undoDepth } from './history.ts'
import { untouched } from './label-state.ts'

const state = (n: number): LabelState => ({ ...untouched, answers: { n } })

/** What somebody does: change an item, alone or as part of a gesture. */
const doings = fc.array(
  fc.record({
    item: fc.integer({ min: 0, max: 4 }),
    n: fc.nat(),
    gesture: fc.option(fc.constantFrom('g1', 'g2'))
  }),
  { maxLength: 60 }
)

function perform(list: readonly { item: number; n: number; gesture: string | null }[]) {
  const states = new Map<number, LabelState>()
  let history: History = emptyHistory
  for (const { item, n, gesture } of list) {
    const before = states.get(item) ?? untouched
    const after = state(n)
    const changes = [{ position: item, id: `i${item}`, before, after }]
    const step: Step = { changes, gesture: gesture ?? undefined, title: '' }
    history = record(history, step)
    states.set(item, after)
  }
  return { states, history }
}

function travel(
  history: History,
  states: Map<number, LabelState>,
  way: typeof undo,
  side: 'before' | 'after'
): History {
  let here = history
  for (let found = way(here); found !== null; found = way(here)) {
    for (const change of found.step.changes) states.set(change.position, change[side])
    here = found.history
  }
  return here
}

describe('undo', () => {
  it('to the start gives every item its first state, and redo to the end its last', () => {
    fc.assert(
      fc.property(doings, list => {
        const { states, history } = perform(list)
        const last = new Map(states)
        const atStart = travel(history, states, undo, 'before')
        expect([...states.values()].every(one => one === untouched)).toBe(true)
        travel(atStart, states, redo, 'after')
        expect(states).toEqual(last)
      })
    )
  })

  it('takes the steps of one gesture on one item together, and no others', () => {
    const { history } = perform([
      { item: 1, n: 1, gesture: 'g1' },
      { item: 1, n: 2, gesture: 'g1' },
      { item: 2, n: 3, gesture: 'g1' },
      { item: 2, n: 4, gesture: null },
      { item: 2, n: 5, gesture: null }
    ])
    const first = undo(history)
    expect({ depth: undoDepth(history), ...first?.step.changes[0] }).toEqual({
      position: 2,
      id: 'i2',
      depth: 4,
      after: state(5),
      before: state(4)
    })
  })

  it('ends redo when something new is done', () => {
    const { history } = perform([{ item: 1, n: 1, gesture: null }])
    const undone = undo(history)?.history ?? emptyHistory
    const step: Step = {
      changes: [{ position: 2, id: 'i2', before: untouched, after: state(9) }],
      title: ''
    }
    expect(redo(record(undone, step))).toBeNull()
  })

  it('forgets an item whose state came from outside, and keeps the others in order', () => {
    fc.assert(
      fc.property(doings, list => {
        const { history } = perform(list)
        const others = perform(list.filter(one => one.item !== 2)).states
        const states = new Map(others)
        travel(forget(history, 'i2'), states, undo, 'before')
        expect([...states.entries()].every(([item, one]) => item !== 2 && one === untouched)).toBe(true)
      })
    )
  })
})
