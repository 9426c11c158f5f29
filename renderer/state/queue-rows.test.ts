import { expect, it } from 'vitest'
import type { Client, QueueRow } from '../../electron/api/contract.ts'
import { boxesTask } from '../../project/test/pictured-project.ts'
import type { Task } from '../../schemas/project.ts'
import { untouched } from './label-state.ts'
import { QueueList } from './queue-list.ts'
import { QueueRows } from './queue-rows.ts'

const settled = () => new Promise(resolve => setTimeout(resolve))

/** A process line that answers when it is told to. */
function line({ marks = [], task }: Partial<Pick<QueueRow, 'marks'>> & { readonly task?: Task } = {}) {
  const asked: number[][] = []
  const waiting: ((fails: boolean) => void)[] = []
  const client = {
    call: (_name: string, { positions }: { positions: number[] }) =>
      new Promise<QueueRow[]>((resolve, reject) => {
        asked.push(positions)
        waiting.push(fails => {
          if (fails) return reject(new Error('gone'))
          resolve(
            positions.map(position => ({
              position,
              id: `r${position}`,
              title: `row ${position}`,
              status: 'todo',
              marks,
              others: 0
            }))
          )
        })
      })
  } as unknown as Client
  const rows = new QueueRows(client, () => undefined, task)
  const answer = async (fails = false) => {
    waiting.shift()?.(fails)
    await settled()
  }
  return { rows, asked, answer }
}

const list = QueueList.every(1000)

it('asks for what is in sight, and of what was scrolled past for the last only', async () => {
  const { rows, asked, answer } = line()
  for (const from of [0, 300, 600, 900]) rows.want(list, from, from + 40)
  await answer()
  await answer()
  rows.want(list, 910, 950)
  expect({
    asked: asked.map(positions => [positions[0], positions.length]),
    there: [0, 99, 100, 300, 900, 999].filter(position => rows.at(position) !== undefined)
  }).toEqual({
    asked: [
      [0, 100],
      [900, 100]
    ],
    there: [0, 99, 900, 999]
  })
})

it('says of an answer that changes here what it says now', async () => {
  const task = boxesTask([])
  const { rows, answer } = line({ task })
  rows.want(list, 0, 40)
  await answer()
  const boxes = { image: { width: 9, height: 9 }, shapes: [], nothing: true }
  const said = [rows.at(3)?.said]
  rows.setState(3, { ...untouched, status: 'draft', answers: { boxes } })
  said.push(rows.at(3)?.said)
  rows.setState(3, { ...untouched, status: 'skipped', answers: { boxes }, skipReason: 'blurred' })
  said.push(rows.at(3)?.said)
  rows.setState(3, untouched)
  expect([...said, rows.at(3)?.said]).toEqual([undefined, 'nothing here', 'blurred', undefined])
})

it('shows what was done in this window on rows that are fetched later, and forgets it when files changed', async () => {
  const { rows, answer } = line()
  rows.setState(3, { ...untouched, status: 'skipped', unsure: true })
  rows.want(list, 0, 10)
  await answer()
  const first = rows.at(3)
  rows.clear()
  rows.want(list, 0, 10)
  await answer()
  expect([first?.status, first?.marks, rows.at(3)?.status]).toEqual(['skipped', ['unsure'], 'todo'])
})

it('keeps what is in sight of another order, however long ago it was read', async () => {
  const { rows, answer } = line()
  const every = QueueList.every(10_000)
  for (let from = 0; from < 4000; from += 100) {
    rows.want(every, from, from + 40)
    await answer()
  }
  const shuffled = QueueList.of(
    Uint32Array.from({ length: 10_000 }, (_, place) => (place % 2 === 0 ? place : 9999 - place)),
    false
  )
  rows.want(shuffled, 0, 40)
  await answer()
  expect(shuffled.slice(0, 41).filter(position => rows.at(position) === undefined)).toEqual([])
})

it('fetches what is in sight again when files changed, though nobody scrolls', async () => {
  const { rows, asked, answer } = line()
  rows.want(list, 0, 10)
  await answer()
  rows.clear()
  await answer()
  expect([asked.length, rows.at(3)?.title]).toEqual([2, 'row 3'])
})

it('fetches a row anew that main knows better, and shows what it knew until then', async () => {
  const { rows, asked, answer } = line()
  rows.want(list, 0, 10)
  await answer()
  rows.doubt(3)
  const meanwhile = rows.at(3)?.title
  await answer()
  rows.want(list, 0, 11)
  expect([meanwhile, asked.map(({ length }) => length)]).toEqual(['row 3', [100, 1]])
})

it('asks for what was wished for while a request failed', async () => {
  const { rows, answer } = line()
  const unhandled: unknown[] = []
  const listen = (error: unknown) => void unhandled.push(error)
  process.on('unhandledRejection', listen)
  rows.want(list, 0, 10)
  rows.want(list, 500, 510)
  await answer(true)
  await answer()
  process.off('unhandledRejection', listen)
  expect([rows.at(0), rows.at(505)?.title, unhandled.length]).toEqual([undefined, 'row 505', 1])
})

it('keeps the problem that main knows of a row whose state was set in this window', async () => {
  const { rows, answer } = line({ marks: ['problem'] })
  rows.setState(3, { ...untouched, unsure: true })
  rows.want(list, 0, 10)
  await answer()
  expect(rows.at(3)?.marks).toEqual(['unsure', 'problem'])
})
