import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { choice } from '../../labelers/choice/labeler.ts'
import { openSession } from '../test/open-session.ts'
import type { LabelSession } from './label-session.ts'

const ITEMS = 9
const opened = () => openSession(ITEMS)

const deeds = fc.record({
  deed: fc.constantFrom('skip', 'flag', 'unflag', 'clear', 'book', 'play'),
  on: fc.uniqueArray(fc.nat({ max: ITEMS - 1 }), { minLength: 1 })
})
type Deed = typeof deeds extends fc.Arbitrary<infer T> ? T : never

async function perform(session: LabelSession, { deed, on }: Deed): Promise<void> {
  const { selecting } = session
  selecting.none()
  for (const place of on) selecting.toggle(place)
  const [task] = session.tasks
  if (deed === 'skip') return selecting.skip()
  if (deed === 'flag' || deed === 'unflag') return selecting.flag(deed === 'flag')
  if (deed === 'clear') return selecting.clear()
  const config = task?.config as Parameters<typeof choice.keys>[0]
  const command = choice.bulk?.(config).find(({ id }) => id === `choice.choose:${deed}`)
  if (task === undefined || command === undefined) throw new Error(`There is no ${deed}`)
  return selecting.choose(task, command)
}

describe('many items at once', () => {
  it('are changed and changed back as one step, whatever was done to them before, and counted', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(deeds, { minLength: 1, maxLength: 5 }), async list => {
        const { session, states } = await opened()
        const seen = [{ states: states(), counts: session.store.getState().counts }]
        const now = () => ({ states: states(), counts: session.store.getState().counts })
        for (const deed of list) {
          await perform(session, deed)
          // What changes nothing is no step.
          if (JSON.stringify(now()) !== JSON.stringify(seen.at(-1))) seen.push(now())
        }
        for (const before of seen.slice(0, -1).reverse()) {
          await session.undo()
          await session.flush()
          expect(now()).toEqual(before)
        }
        for (const after of seen.slice(1)) {
          await session.redo()
          await session.flush()
          expect(now()).toEqual(after)
        }
        session.close()
      }),
      { numRuns: 25 }
    )
  })

  it('that cannot be written are said and stay selected, the others are done', async () => {
    const { session, refusing, states, toast } = await opened()
    refusing.add('u4').add('u7')
    session.selecting.all()
    await session.selecting.skip()
    const { selection, list } = session.store.getState()
    const line = toast()
    refusing.clear()
    await session.undo()
    session.close()
    expect({
      selected: selection.within(list),
      line: `${line?.bold} ${line?.text}`,
      undone: states()
    }).toEqual({
      selected: [3, 6],
      line: '2 items could not be written and stay selected. The disk is full.',
      undone: []
    })
  })

  it('are left alone from where it was stopped, and what was done can be undone', async () => {
    const { session, states } = await opened()
    session.selecting.all()
    const skipping = session.selecting.skip()
    session.selecting.stop()
    await skipping
    const stopped = states().length
    await session.undo()
    await session.flush()
    session.close()
    expect([stopped < ITEMS, states()]).toEqual([true, []])
  })

  it('are not taken back where somebody else has changed them since', async () => {
    const { session, states } = await opened()
    await perform(session, { deed: 'flag', on: [3, 4] })
    await perform(session, { deed: 'skip', on: [4] })
    const { history } = session.store.getState()
    // The step before the last is undone as if the last had been made by somebody else.
    session.store.setState({ history: { done: history.done?.rest ?? null, undone: null } })
    await session.undo()
    session.close()
    expect(states().map(each => (JSON.parse(each) as string[]).slice(0, 2))).toEqual([['u5', 'skipped']])
  })
})
