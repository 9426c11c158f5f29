import fc from 'fast-check'
import { describe as group, expect, test } from 'vitest'
import { type Status, statuses } from '../../schemas/label-file.ts'
import { everyItem, type ItemOrder } from '../../schemas/queue-view.ts'
import { Queue } from './queue.ts'
import { itemsOf, shown, summary } from './test/made-queue.ts'

const items = itemsOf([
  ['a1', 'Über Straßen'],
  ['__proto__', 'x'],
  ['B2', 'emoji 😀'],
  ['c', 'Arm a1']
])
const good = [{ task: 'mood', labels: ['good', 'good'] }]
const bad = [{ task: 'mood', labels: ['bad'] }]
const sameIdElsewhere = [{ task: 'tone', labels: ['good'] }]
const filled = () =>
  new Queue(items, 'ana', [
    summary('a1', { tasks: good, activeMs: 9000 }),
    summary('B2', {
      status: 'draft',
      unsure: true,
      comments: 2,
      tasks: bad,
      savedAt: '2026-06-02T10:00:00Z'
    }),
    summary('gone', { status: 'flagged' }),
    summary('a1', { annotator: 'ben', status: 'skipped', tasks: sameIdElsewhere }),
    summary('c', { annotator: 'ben', problem: true, tasks: good })
  ])
const some = (counts: Readonly<Record<Status, number>>) =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0))

group('the queue', () => {
  test('counts every item once and moves it when its status changes', () => {
    const queue = filled()
    const before = some(queue.counts)
    queue.put(summary('__proto__', { status: 'skipped' }))
    queue.put(summary('nobody', { status: 'skipped' }))
    const after = some(queue.counts)
    queue.remove('ana', 'B2')
    expect([before, after, some(queue.counts)]).toEqual([
      { todo: 2, draft: 1, submitted: 1 },
      { todo: 1, draft: 1, submitted: 1, skipped: 1 },
      { todo: 2, submitted: 1, skipped: 1 }
    ])
  })

  test('says of a row what was marked and how many others have answered', () => {
    const queue = filled()
    expect([0, 2, 3].map(position => queue.rowAt(position))).toEqual([
      { status: 'submitted', marks: [], others: 1 },
      { status: 'draft', marks: ['unsure', 'commented'], others: 0 },
      { status: 'todo', marks: [], others: 1 }
    ])
  })

  test('finds ids and texts whatever the case and the language, together with a status', async () => {
    const queue = filled()
    const find = (text: string, ...wanted: Status[]) => shown(queue, { text, statuses: wanted })
    const found = []
    for (const each of ['', 'ÜBER', 'u\u0308ber', 'STRASSE', 'A1', '😀', 'zz']) found.push(await find(each))
    found.push(await find('a1', 'todo'), await find('', 'draft', 'submitted'))
    expect(found).toEqual(['all', [0], [0], [0], [0, 3], [2], [], [3], [0, 2]])
  })

  test('combines parts by and, several values of a part by or, and speaks of whoever is named', async () => {
    const queue = filled()
    const label = (task: string, label: string) => ({ labels: [{ task, label }] })
    const wanted = [
      label('mood', 'good'),
      { labels: [...label('mood', 'good').labels, ...label('mood', 'bad').labels] },
      { ...label('mood', 'bad'), statuses: ['submitted' as const] },
      { marks: ['unsure' as const, 'commented' as const] },
      { annotators: ['ben'] },
      { annotators: ['ben'], statuses: ['todo' as const] },
      { annotators: ['ben', 'ana'], ...label('mood', 'good') },
      { annotators: ['ben'], marks: ['problem' as const] },
      { annotators: ['nobody'] },
      label('mood', 'unheard of')
    ]
    const found = []
    for (const filter of wanted) found.push(await shown(queue, filter))
    expect(found).toEqual([[0], [0, 2], [], [2], [0, 3], [1, 2], [0, 3], [3], [], []])
  })

  test('sorts by what the columns say and by what the rows say, both ways, ties in source order', async () => {
    const queue = filled()
    const by = (order: ItemOrder) => shown(queue, {}, order)
    expect({
      status: await by({ by: 'status', descending: false }),
      statusDown: await by({ by: 'status', descending: true }),
      time: await by({ by: 'time', descending: true }),
      saved: await by({ by: 'saved', descending: true }),
      title: await by({ by: 'title', descending: false }),
      idDown: await by({ by: 'id', descending: true }),
      foundByTitle: await shown(queue, { text: 'a' }, { by: 'title', descending: true })
    }).toEqual({
      status: [1, 3, 2, 0],
      statusDown: [0, 2, 1, 3],
      time: [0, 2, 1, 3],
      saved: [2, 0, 1, 3],
      title: [3, 2, 1, 0],
      idDown: [1, 3, 2, 0],
      foundByTitle: [0, 3]
    })
  })

  test('goes to the next item of the view that is to do or a draft, both ways', async () => {
    const queue = filled()
    const next = (from: number, direction: 1 | -1) => queue.nextTodo(from, direction)
    const inAll = [next(-1, 1), next(1, 1), next(2, 1), next(3, 1), next(3, -1), next(1, -1), next(4, -1)]
    await shown(queue, { text: 'a' }, { by: 'title', descending: true })
    const sorted = [next(-1, 1), next(0, 1), next(2, 1), next(3, -1), next(1, 1), next(1, -1)]
    await shown(queue, { statuses: ['submitted', 'draft'] })
    expect({ inAll, sorted, filtered: [next(0, 1), next(1, 1), next(3, 1), next(3, -1)] }).toEqual({
      inAll: [1, 2, 3, null, 2, null, 3],
      sorted: [3, 3, 3, null, 3, 3],
      filtered: [2, 2, null, 2]
    })
  })

  test('says what a filter can ask for', () => {
    expect(filled().choices([])).toEqual({
      annotators: [
        { annotator: 'ana', items: 2 },
        { annotator: 'ben', items: 2 }
      ],
      labels: [
        { task: 'mood', label: 'good', items: 1 },
        { task: 'mood', label: 'bad', items: 1 },
        { task: 'tone', label: 'good', items: 0 }
      ],
      marks: { unsure: 1, commented: 1, problem: 0 }
    })
  })

  test('finds label files that are damaged or have a copy beside them, with a summary or without', async () => {
    const queue = filled()
    const found = async () => [
      await shown(queue, { marks: ['problem'] }),
      await shown(queue, { marks: ['problem'], annotators: ['ben'] }),
      queue.choices([]).marks.problem
    ]
    const ana = (item: string) => ({ annotator: 'ana', item })
    queue.setFileProblems([ana('a1'), ana('c'), ana('not in the data'), { annotator: 'ben', item: 'c' }])
    const first = await found()
    queue.put(summary('a1'))
    queue.remove('ana', 'B2')
    queue.put(summary('c', { annotator: 'ben' }))
    const after = await found()
    queue.setFileProblems([ana('B2')])
    expect({ first, after, later: await found(), counts: some(queue.counts) }).toEqual({
      first: [[0, 3], [3], 2],
      after: [[0, 3], [3], 2],
      later: [[2], [], 1],
      counts: { todo: 3, submitted: 1 }
    })
  })

  test('agrees with counting anew after any changes', () => {
    const change = fc.tuple(
      fc.constantFrom('a1', '__proto__', 'B2', 'c', 'none'),
      fc.option(fc.constantFrom(...statuses))
    )
    fc.assert(
      fc.property(fc.array(change), changes => {
        const queue = new Queue(items, 'ana', [])
        const final = new Map<string, Status>()
        for (const [id, status] of changes) {
          if (status === null) queue.remove('ana', id)
          else queue.put(summary(id, { status }))
          if (status === null) final.delete(id)
          else final.set(id, status)
        }
        const anew = new Queue(
          items,
          'ana',
          [...final].map(([id, status]) => summary(id, { status }))
        )
        expect([queue.counts, queue.choices([])]).toEqual([anew.counts, anew.choices([])])
      })
    )
  })
})

group('any view', () => {
  const size = 200
  const many = itemsOf(
    Array.from({ length: size }, (_, n) => [`r${n}`, `row ${n % 7} ${n % 3 === 0 ? 'Blue' : ''}`])
  )
  const labelled = Array.from({ length: size }, (_, n) =>
    summary(`r${n}`, {
      status: statuses[(n * 5) % 7] ?? 'todo',
      activeMs: (n * 37) % 11,
      unsure: n % 4 === 0,
      savedAt: new Date(Date.UTC(2026, 5, 1 + (n % 5))).toISOString()
    })
  ).filter((_, n) => n % 6 !== 0)
  const queue = new Queue(many, 'ana', labelled)
  const orders = fc.oneof(
    fc.constant<ItemOrder>({ by: 'source' }),
    fc.record({ by: fc.constant('shuffle' as const), seed: fc.integer({ min: 0, max: 999_999 }) }),
    fc.record({ by: fc.constantFrom('status', 'time', 'saved'), descending: fc.boolean() }),
    fc.record({ by: fc.constantFrom('title', 'id'), descending: fc.boolean() })
  )
  const filters = fc.record({
    text: fc.constantFrom('', 'blue', 'ROW 3', 'r1'),
    statuses: fc.subarray([...statuses]),
    marks: fc.subarray(['unsure' as const])
  })
  const everything = Array.from({ length: size }, (_, position) => position)
  const list = (found: readonly number[] | 'all') => (found === 'all' ? everything : found)

  test('holds exactly what its filter finds in source order, as its order has it without a filter', async () => {
    await fc.assert(
      fc.asyncProperty(filters, orders, async (filter, order) => {
        const inSource = list(await shown(queue, filter))
        const whole = list(await shown(queue, {}, order))
        const both = list(await shown(queue, filter, order))
        const found = new Set(inSource)
        expect([...inSource].sort((a, b) => a - b)).toEqual(inSource)
        expect([...whole].sort((a, b) => a - b)).toEqual(everything)
        expect(both).toEqual(whole.filter(position => found.has(position)))
      }),
      { numRuns: 60 }
    )
  })

  test('shuffles alike with the same seed, and otherwise with another', async () => {
    const shuffle = (seed: number) => shown(queue, {}, { by: 'shuffle', seed })
    const seven = await shuffle(7)
    expect([await shuffle(7), (await shuffle(8)).toString() === seven.toString()]).toEqual([seven, false])
    // Nothing of the source order is left: about half of all neighbours go down.
    const downs = list(seven).filter((position, place, all) => position < (all[place - 1] ?? 0)).length
    expect(Math.abs(downs - size / 2)).toBeLessThan(size / 8)
  })

  test('finds what a plain look at every item finds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.subarray([...statuses], { minLength: 1 }), async wanted => {
        const byId = new Map(labelled.map(each => [each.item, each.status]))
        const plain = everything.filter(n => wanted.includes(byId.get(`r${n}`) ?? 'todo'))
        expect(list(await shown(queue, { statuses: wanted }))).toEqual(plain)
      })
    )
  })

  test('ends when it is stopped', async () => {
    queue.turnTo({ filter: { ...everyItem, text: 'row' }, order: { by: 'title', descending: false } })
    const stopped = new AbortController()
    stopped.abort()
    let parts = 0
    for await (const { positions } of queue.read(stopped.signal)) parts += positions.length
    expect(parts).toBe(0)
  })
})
