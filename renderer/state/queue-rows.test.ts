import { expect, it } from 'vitest'
import type { Client, QueueRow } from '../../electron/api/contract.ts'
import { untouched } from './label-state.ts'
import { QueueList } from './queue-list.ts'
import { QueueRows } from './queue-rows.ts'

const settled = () => new Promise(resolve => setTimeout(resolve))

/** A process line that answers when it is told to. */
function line() {
  const asked: number[][] = []
  const waiting: (() => void)[] = []
  const client = {
    call: (_name: string, { positions }: { positions: number[] }) =>
      new Promise<QueueRow[]>(resolve => {
        asked.push(positions)
        waiting.push(() =>
          resolve(
            positions.map(position => ({
              position,
              id: `r${position}`,
              title: `row ${position}`,
              status: 'todo',
              marks: [],
              others: 0
            }))
          )
        )
      })
  } as unknown as Client
  const rows = new QueueRows(client, () => undefined)
  const answer = async () => {
    waiting.shift()?.()
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
