import { expect, it } from 'vitest'
import { openSession } from '../test/open-session.ts'

const settled = () => new Promise(resolve => setTimeout(resolve, 20))
const shown = ({ session }: Awaited<ReturnType<typeof openSession>>) => {
  const { list, finding, position, view } = session.store.getState()
  return { list: [...list.positions], finding, position, text: view.filter.text }
}

it('shows what the last search finds, whatever those before it would have found', async () => {
  const opened = await openSession(12)
  void opened.session.find({ text: 'nothing like it' })
  void opened.session.find({ text: 'utterance 1' })
  await settled()
  opened.session.close()
  expect(shown(opened)).toEqual({ list: [0, 9, 10, 11], finding: null, position: 0, text: 'utterance 1' })
})

it('turns to the first hit when the item on the screen is none, and follows the order', async () => {
  const opened = await openSession(12)
  await opened.session.turnTo({
    ...opened.session.store.getState().view,
    order: { by: 'id', descending: true }
  })
  await opened.session.find({ text: 'utterance 1', statuses: ['todo'] })
  await settled()
  const first = shown(opened)
  await opened.session.find({ text: 'u3' })
  await settled()
  opened.session.close()
  expect([first.list, shown(opened).position]).toEqual([[11, 10, 9, 0], 2])
})

it('takes a search away that is stopped before it has found anything, and a sorting too', async () => {
  const opened = await openSession(5)
  void opened.session.find({ text: 'utterance' })
  await opened.session.stopFinding()
  void opened.session.sort({ by: 'title', descending: true })
  await opened.session.stopFinding()
  await settled()
  opened.session.close()
  expect({ ...shown(opened), order: opened.session.store.getState().view.order }).toEqual({
    list: [0, 1, 2, 3, 4],
    finding: null,
    position: 0,
    text: '',
    order: { by: 'source' }
  })
})

it('keeps what is selected and still shown when the same is found anew', async () => {
  const opened = await openSession(6)
  const { session } = opened
  await session.find({ statuses: ['todo'] })
  for (const place of [1, 2, 4]) session.selecting.toggle(place)
  await session.go(2)
  await session.skip('')
  await session.flush()
  await session.findAgain()
  const { selection, list } = session.store.getState()
  session.close()
  expect([selection.size, selection.within(list), [...list.positions]]).toEqual([2, [1, 4], [0, 1, 3, 4, 5]])
})
