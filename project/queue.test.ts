import fc from 'fast-check'
import { describe as group, expect, test } from 'vitest'
import { type Status, statuses } from '../schemas/label-file.ts'
import type { Project } from '../schemas/project.ts'
import { itemsInMemory } from './items/items-in-memory.ts'
import { queueOf } from './queue.ts'

const project = { fields: [{ id: 'text', kind: 'text' }] } as unknown as Project
const indexOf = (texts: readonly (readonly [string, string])[]) =>
  itemsInMemory(
    texts.map(([id, text]) => ({ id, source: 'a', fingerprint: 'sha256:', fields: { text }, meta: {} })),
    project,
    []
  )

const items = indexOf([
  ['a1', 'Über Straßen'],
  ['__proto__', 'x'],
  ['B2', 'emoji 😀'],
  ['c', 'Arm a1']
])
const filled = () =>
  queueOf(
    items,
    new Map<string, Status>([
      ['a1', 'submitted'],
      ['B2', 'draft'],
      ['gone', 'flagged']
    ])
  )
const some = (counts: Readonly<Record<Status, number>>) =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0))

group('the queue', () => {
  test('counts every item once and moves it when its status changes', () => {
    const queue = filled()
    const before = some(queue.counts)
    queue.setStatus('__proto__', 'skipped')
    queue.setStatus('nobody', 'skipped')
    expect([before, some(queue.counts), queue.statusAt(1)]).toEqual([
      { todo: 2, draft: 1, submitted: 1 },
      { todo: 1, draft: 1, submitted: 1, skipped: 1 },
      'skipped'
    ])
  })

  test('finds ids and texts whatever the case, of every status or the wanted ones', async () => {
    const queue = filled()
    const find = (text: string, ...wanted: Status[]) => queue.find({ text, statuses: wanted })
    const found = await Promise.all([
      find(''),
      find('ÜBER'),
      find('A1'),
      find('😀'),
      find('a1', 'todo'),
      find('', 'draft', 'submitted'),
      find('zz')
    ])
    expect(found).toEqual([[0, 1, 2, 3], [0], [0, 3], [2], [3], [0, 2], []])
  })

  test('goes to the next item that is to do or a draft, both ways', () => {
    const queue = filled()
    const next = (from: number, direction: 1 | -1) => queue.nextTodo(from, direction)
    expect([next(-1, 1), next(1, 1), next(3, 1), next(3, -1), next(1, -1), next(4, -1)]).toEqual([
      1,
      2,
      null,
      2,
      null,
      3
    ])
  })

  test('agrees with counting anew after any changes', () => {
    const change = fc.tuple(
      fc.constantFrom('a1', '__proto__', 'B2', 'c', 'none'),
      fc.constantFrom(...statuses)
    )
    fc.assert(
      fc.property(fc.array(change), changes => {
        const queue = filled()
        for (const [id, status] of changes) queue.setStatus(id, status)
        const final = new Map<string, Status>([['a1', 'submitted'], ['B2', 'draft'], ...changes])
        expect(queue.counts).toEqual(queueOf(items, final).counts)
      })
    )
  })
})
