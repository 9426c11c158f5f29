import { expect, test } from 'vitest'
import { labelPlace } from '../../project/label-files.ts'
import { noCounts } from '../../project/queue/counts.ts'
import { everyItem, sourceOrder } from '../../schemas/queue-view.ts'
import { type Desktop, handlers } from './handlers.ts'
import { Session } from './session.ts'
import { memoryDesktop } from './test/memory-desktop.ts'
import { reviews } from './test/reviews.ts'

const state = { status: 'draft' as const, answers: {}, comments: [], unsure: false }
const good = { mood: { chosen: ['good'] } }

async function opened(initial: Record<string, string> = {}) {
  const desktop = await memoryDesktop({ ...reviews('/p'), ...initial })
  const call = handlers(desktop)
  desktop.session.grants.give('/p')
  const result = await call['project.open']({ folder: '/p' })
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return { desktop, call, summary: result.value }
}

async function labelFiles(desktop: Desktop & { files: { snapshot(): Map<string, Uint8Array> } }) {
  return [...desktop.files.snapshot().keys()].filter(path => path.startsWith('/p/labels/')).length
}

test('a saved answer is on the disk when the call resolves, and opens again', async () => {
  const { desktop, call } = await opened()
  const saved = await call['label.save']({
    position: 0,
    id: 'r1',
    revision: 0,
    state: { ...state, status: 'submitted', answers: good },
    activeMs: 1200
  })
  const again = handlers({ ...(await memoryDesktop()), session: desktop.session })
  const read = await again['item.open']({ position: 0 })
  expect({
    saved: saved.ok && { revision: saved.value.revision, submitted: saved.value.counts.submitted },
    read: read.ok && read.value.label?.answers,
    files: await labelFiles(desktop)
  }).toEqual({ saved: { revision: 1, submitted: 1 }, read: good, files: 1 })
})

test('an answer that was taken back is taken out of the file', async () => {
  const { call } = await opened()
  const save = (revision: number, answers: Record<string, unknown>) =>
    call['label.save']({ position: 0, id: 'r1', revision, state: { ...state, answers }, activeMs: 0 })
  await save(0, good)
  await save(1, {})
  const read = await call['item.open']({ position: 0 })
  expect(read.ok && read.value.label?.answers).toEqual({})
})

test('an answer is never written for another item than the one it names', async () => {
  const { desktop, call } = await opened()
  const saved = await call['label.save']({ position: 1, id: 'r1', revision: 0, state, activeMs: 0 })
  expect({ saved, files: await labelFiles(desktop) }).toEqual({
    saved: { ok: false, problems: [{ message: 'Item 2 is "r2", and this answer is for "r1".' }] },
    files: 0
  })
})

test('an answer that its labeler would not understand, or to no task, is refused with its place', async () => {
  const { desktop, call } = await opened()
  const save = (answers: Record<string, unknown>) =>
    call['label.save']({ position: 0, id: 'r1', revision: 0, state: { ...state, answers }, activeMs: 0 })
  const refused = [await save({ mood: { chosen: 'good' } }), await save({ constructor: {} })]
  expect({ refused, files: await labelFiles(desktop) }).toEqual({
    refused: [
      { ok: false, problems: [{ path: '/answers/mood/chosen', message: 'This must be an array.' }] },
      {
        ok: false,
        problems: [{ path: '/answers/constructor', message: 'The project has no task "constructor".' }]
      }
    ],
    files: 0
  })
})

test('a save made from an older revision is refused and the file keeps what it has', async () => {
  const { call } = await opened()
  const save = (revision: number, answers: Record<string, unknown>) =>
    call['label.save']({ position: 0, id: 'r1', revision, state: { ...state, answers }, activeMs: 0 })
  await save(0, good)
  const second = await save(0, { mood: { chosen: ['bad'] } })
  const read = await call['item.open']({ position: 0 })
  expect([second.ok, read.ok && read.value.label?.answers]).toEqual([false, good])
})

test('the project opens where the person left off', async () => {
  const { call, summary } = await opened()
  await call['label.save']({ position: 1, id: 'r2', revision: 0, state, activeMs: 0 })
  await call['project.close']({})
  const again = await call['project.open']({ folder: '/p' })
  expect([summary.start, again.ok && again.value.start]).toEqual([0, 1])
})

test('recents tell how far a project is, and that its folder has gone', async () => {
  const { desktop, call } = await opened()
  await call['label.save']({
    position: 0,
    id: 'r1',
    revision: 0,
    state: { ...state, status: 'submitted' },
    activeMs: 0
  })
  await call['project.close']({})
  const before = (await call['app.info']({})).recents
  await desktop.files.remove('/p/goldset.json')
  const after = (await call['app.info']({})).recents
  const recent = {
    folder: '/p',
    name: 'Reviews',
    labelers: ['text-entities', 'choice'],
    openedAt: '2026-11-23T10:00:00.000Z',
    done: 1,
    items: 2
  }
  expect([before, after]).toEqual([[{ ...recent, gone: false }], [{ ...recent, gone: true }]])
})

test('a project that another instance has open is read-only here', async () => {
  const { desktop } = await opened()
  const session = new Session(desktop.files)
  session.grants.give('/p')
  const elsewhere = handlers({ ...(await memoryDesktop()), session })
  const summary = await elsewhere['project.open']({ folder: '/p' })
  const saved = await elsewhere['label.save']({ position: 0, id: 'r1', revision: 0, state, activeMs: 0 })
  expect([summary.ok && typeof summary.value.readOnly, saved.ok]).toEqual(['string', false])
})

test('a damaged label file is told with its item, and every other item stays usable', async () => {
  const { desktop, call } = await opened()
  await call['label.save']({
    position: 0,
    id: 'r1',
    revision: 0,
    state: { ...state, answers: good },
    activeMs: 0
  })
  const path = [...desktop.files.snapshot().keys()].find(name => name.startsWith('/p/labels/')) ?? ''
  await desktop.files.write(path, '{"goldset": "label/1", ')
  const listed = async () => (await call['problem.list']({})).problems
  await desktop.session.current?.changedElsewhere()
  const unopened = await listed()
  const read = await call['item.open']({ position: 0 })
  const other = await call['label.save']({ position: 1, id: 'r2', revision: 0, state, activeMs: 0 })
  await desktop.session.current?.changedElsewhere()
  const moved = await listed()
  desktop.session.grants.give('/p')
  await call['project.open']({ folder: '/p' })
  const nextStart = await listed()
  const fresh = await call['item.recover']({ position: 0, how: 'fresh' })
  expect([
    read.ok && read.value.damaged?.problem.file,
    other.ok,
    fresh.ok && fresh.value.opened.label,
    fresh.ok && fresh.value.opened.damaged
  ]).toEqual([path.slice('/p/'.length), true, null, undefined])
  const place = path.slice('/p/'.length)
  const waits = /^.* The file is \.goldset\/quarantine\/.* now, unchanged, and its item waits for a choice\.$/
  const waiting = { position: 0, problem: { file: place, message: expect.stringMatching(waits) as string } }
  expect({ unopened: unopened.map(({ problem }) => problem.file), moved, nextStart }).toEqual({
    unopened: [place],
    moved: [waiting],
    nextStart: [waiting]
  })
  expect([fresh.ok && fresh.value.changed.problems, await listed()]).toEqual([0, []])
})

test('the queue finds items whose label file is damaged or has a conflict copy beside it', async () => {
  const { desktop, call } = await opened()
  const save = (position: number) =>
    call['label.save']({ position, id: `r${position + 1}`, revision: 0, state, activeMs: 0 })
  const view = { filter: { ...everyItem, marks: ['problem' as const] }, order: sourceOrder }
  const found = async () => [...((await call['queue.find']({ search: 1, view })).positions ?? [])]
  const pathOf = (item: string) => `/p/${labelPlace('ana-gomez', item)}`
  await save(0)
  await save(1)
  const sound = await found()
  await desktop.files.copy(pathOf('r1'), pathOf('r1').replace('.json', ' (1).json'))
  await desktop.files.write(pathOf('r2'), '{"goldset": "label/1", "item": {"id": "r2"}, ')
  await desktop.session.current?.lookAtDisk()
  const seen = await found()
  await call['item.open']({ position: 1 })
  const setAside = await found()
  await call['project.close']({})
  desktop.session.grants.give('/p')
  await call['project.open']({ folder: '/p' })
  const nextStart = await found()
  await call['item.recover']({ position: 1, how: 'fresh' })
  await desktop.session.current?.lookAtDisk()
  const recovered = await found()
  await call['project.close']({})
  await desktop.files.write(pathOf('r2'), '{"goldset": "label/1", "item": {"id": "r2"}, ')
  await call['project.open']({ folder: '/p' })
  expect({ sound, seen, setAside, nextStart, recovered, openedAgain: await found() }).toEqual({
    sound: [],
    seen: [0, 1],
    setAside: [0, 1],
    nextStart: [0, 1],
    recovered: [0],
    openedAgain: [0, 1]
  })
})

test('settings are kept, and a damaged file of them is set aside and never stops the app', async () => {
  const path = '/home/ana/.config/goldset/goldset-settings.json'
  const desktop = await memoryDesktop({ [path]: '{"goldset": "settings/1", "settings": ' })
  const info = await handlers(desktop)['app.info']({})
  const settings = { ...info.settings, theme: 'dark' as const }
  const saved = await handlers(desktop)['settings.save'](settings)
  const aside = [...desktop.files.snapshot()].find(([name]) => name.startsWith(`${path}.damaged-`))
  expect({
    annotator: info.settings.annotator,
    told: info.problems?.length,
    aside: new TextDecoder().decode(aside?.[1]),
    saved,
    asked: desktop.asked
  }).toEqual({
    annotator: 'ana-gomez',
    told: 1,
    aside: '{"goldset": "settings/1", "settings": ',
    saved: { ok: true, value: settings },
    asked: ['theme dark']
  })
})

test('a sample is copied once to a place that can be written, and what was labelled in it stays', async () => {
  const desktop = await memoryDesktop({ ...reviews('/app/sample-data/reviews') })
  const call = handlers(desktop)
  const first = await call['sample.open']({ id: 'reviews' })
  await desktop.files.write('/home/ana/Goldset samples/reviews/guidelines.md', 'Mine')
  const second = await call['sample.open']({ id: 'reviews' })
  expect([
    (await call['app.info']({})).samples,
    first,
    second,
    new TextDecoder().decode(await desktop.files.read('/home/ana/Goldset samples/reviews/guidelines.md')),
    await call['sample.open']({ id: '../../etc' })
  ]).toEqual([
    [
      {
        id: 'reviews',
        name: 'Reviews',
        about: 'Entities + Mood',
        kinds: ['text'],
        labelers: ['text-entities', 'choice']
      }
    ],
    { ok: true, value: { folder: '/home/ana/Goldset samples/reviews' } },
    { ok: true, value: { folder: '/home/ana/Goldset samples/reviews' } },
    'Mine',
    { ok: false, problems: [{ message: 'There is no sample named "../../etc".' }] }
  ])
})

test('a sample says of itself what its project file says', async () => {
  const desktop = await memoryDesktop(reviews('/app/sample-data/reviews'))
  const path = '/app/sample-data/reviews/goldset.json'
  const project = JSON.parse(new TextDecoder().decode(await desktop.files.read(path))) as object
  await desktop.files.write(path, JSON.stringify({ ...project, about: '2 texts' }))
  expect((await handlers(desktop)['app.info']({})).samples.map(sample => sample.about)).toEqual(['2 texts'])
})

test('the first start opens the first sample, and only the first', async () => {
  const samples = reviews('/app/sample-data/product-reviews')
  const desktop = await memoryDesktop(samples, { firstRunSample: true })
  const call = handlers(desktop)
  expect([(await call['app.info']({})).open, (await call['app.info']({})).open]).toEqual([
    '/home/ana/Goldset samples/product-reviews',
    undefined
  ])
})

test('what could not be saved can be put somewhere else', async () => {
  const { desktop, call } = await opened()
  const rescued = await call['rescue.save']({ states: [{ id: 'r1', state: { ...state, answers: good } }] })
  const path = '/picked/goldset-rescue-2026-11-23T10-00-00-000Z.json'
  expect([rescued, JSON.parse(new TextDecoder().decode(await desktop.files.read(path)))]).toEqual([
    { ok: true, value: { path } },
    {
      goldset: 'rescue/1',
      project: { id: 'reviews', folder: '/p' },
      annotator: 'ana-gomez',
      savedAt: '2026-11-23T10:00:00.000Z',
      states: [{ id: 'r1', state: { ...state, answers: good } }]
    }
  ])
})

test('label files that others wrote, of this annotator and another, are noticed; our own saves are not', async () => {
  const { desktop, call } = await opened()
  const save = (position: number) =>
    call['label.save']({
      position,
      id: `r${position + 1}`,
      revision: 0,
      state: { ...state, answers: good },
      activeMs: 0
    })
  await save(0)
  const [path = '', bytes] =
    [...desktop.files.snapshot()].find(([name]) => name.startsWith('/p/labels/')) ?? []
  const text = new TextDecoder().decode(bytes)
  const desk = desktop.session.current
  const before = await desk?.changedElsewhere()
  await desktop.files.write(path, text.replace('"revision": 1', '"revision": 7').replace('draft', 'skipped'))
  await desktop.files.write(path.replace('ana-gomez', 'ben'), text.replace('ana-gomez', 'ben'))
  await desktop.files.copy(path, path.replace('.json', ' (1).json'))
  await save(1)
  const after = await desk?.changedElsewhere()
  expect([before, after, await desk?.changedElsewhere(), desk?.queue.rowAt(0).status]).toEqual([
    null,
    {
      positions: [0],
      annotators: ['ana-gomez', 'ben'],
      counts: { ...noCounts(), skipped: 1, draft: 1 },
      problems: 1
    },
    null,
    'skipped'
  ])
})

test('label files that take long to read are told of: first that they are being read, then what they say', async () => {
  const { desktop, call } = await opened()
  await call['label.save']({
    position: 1,
    id: 'r2',
    revision: 0,
    state: { ...state, status: 'submitted' },
    activeMs: 0
  })
  await desktop.session.close()
  for (const path of desktop.files.snapshot().keys())
    if (path.includes('/.goldset/index/')) await desktop.files.remove(path)
  let letGo = () => {}
  const held = new Promise<void>(resolve => (letGo = resolve))
  const session = new Session({
    ...desktop.files,
    read: path =>
      (path.startsWith('/p/labels/') ? held : Promise.resolve()).then(() => desktop.files.read(path))
  })
  session.grants.give('/p')
  const told: unknown[] = []
  const tell: Desktop['place']['tell'] = (name, payload) => {
    if (name === 'index.progress' && payload !== null && 'labels' in payload)
      told.push([name, payload.labels, payload.counts.submitted])
    else if (name === 'labels.changed') told.push([name, payload])
  }
  const slow = handlers({ ...desktop, session, place: { ...desktop.place, tell } })
  const summary = await slow['project.open']({ folder: '/p' })
  letGo()
  await expect.poll(() => told.length).toBe(3)
  expect([summary.ok && [summary.value.readingLabels, summary.value.counts.submitted], told]).toEqual([
    [true, 0],
    [
      ['index.progress', 1, 0],
      [
        'labels.changed',
        {
          positions: [1],
          annotators: ['ana-gomez'],
          counts: { ...noCounts(), submitted: 1, todo: 1 },
          problems: 0
        }
      ],
      ['index.progress', null, 1]
    ]
  ])
})

test('an edit in place is known to the queue as soon as its item is opened', async () => {
  const { desktop, call } = await opened()
  await call['label.save']({ position: 0, id: 'r1', revision: 0, state, activeMs: 0 })
  const desk = desktop.session.current
  await desk?.changedElsewhere()
  const [path = '', bytes] =
    [...desktop.files.snapshot()].find(([name]) => name.startsWith('/p/labels/')) ?? []
  desktop.files.editInPlace(path, new TextDecoder().decode(bytes).replace('draft', 'submitted'))
  await call['item.open']({ position: 0 })
  expect([desk?.queue.rowAt(0).status, desk?.labels.index.of('ana-gomez', 'r1')?.status]).toEqual([
    'submitted',
    'submitted'
  ])
})

test('what is untrue about an answer is told with its item: a quote that differs from the text', async () => {
  const { call } = await opened()
  const spans = [
    { id: 's1', label: 'product', start: 4, end: 10, text: 'kettle' },
    { id: 's2', label: 'product', start: 0, end: 3, text: 'An ' }
  ]
  const saved = await call['label.save']({
    position: 0,
    id: 'r1',
    revision: 0,
    state: { ...state, answers: { entities: { offsetUnit: 'codepoint', spans } } },
    activeMs: 0
  })
  const read = await call['item.open']({ position: 0 })
  expect(saved.ok).toBe(true)
  expect(read.ok && read.value.problems).toEqual([
    { path: '/answers/entities/spans/1/text', message: expect.stringContaining('"An "') as string }
  ])
})

test('the page can name no path that the person did not give', async () => {
  const { desktop, call } = await opened({
    '/etc/passwd': 'root',
    '/picked/a.csv': 'text\nOne\n',
    ...reviews('/other')
  })
  const before = [...desktop.files.snapshot().keys()]
  const create = { name: 'New', template: 'entities', columns: { text: 'text' } }
  const sentence = 'Choose the folder with the button or drop it on the window.'
  const attempts = [
    await call['path.inspect']({ paths: ['/etc/passwd'] }),
    await call['path.inspect']({ paths: ['/p/data/reviews.csv', '/picked/a.csv'] }),
    await call['project.open']({ folder: '/other' }),
    await call['project.create']({ ...create, folder: '/p/new', paths: ['/picked/a.csv'] }),
    await call['project.create']({ ...create, folder: '/elsewhere/new', paths: ['/p/data/reviews.csv'] }),
    await call['import.run']({ path: '/picked/a.csv', format: 'doccano', dryRun: true })
  ]
  const after = [...desktop.files.snapshot().keys()]
  await call['files.pick']({ title: 'Data' })
  const made = await call['project.create']({
    ...create,
    folder: '/picked/a-goldset',
    paths: ['/picked/a.csv']
  })
  expect({
    said: attempts.map(attempt => 'problems' in attempt && attempt.problems.map(problem => problem.message)),
    after,
    picked: (await call['path.inspect']({ paths: ['/picked/a.csv'] })).kind,
    made,
    opens: (await call['project.open']({ folder: '/picked/a-goldset' })).ok
  }).toEqual({
    said: attempts.map(() => [sentence]),
    after: before,
    picked: 'data',
    made: { ok: true, value: { folder: '/picked/a-goldset' } },
    opens: true
  })
})
