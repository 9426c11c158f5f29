import { expect, test } from 'vitest'
import { picturesProject } from '../../project/test/pictures-project.ts'
import { png } from '../../project/test/png.ts'
import { handlers } from './handlers.ts'
import { memoryDesktop } from './test/memory-desktop.ts'
import { reviews } from './test/reviews.ts'

const box = (id: string) => ({ id, kind: 'box', label: null, x: 1, y: 1, width: 9, height: 9 })

test('rows of pictures say how large each is and what was said of it, and none is taken for seen', async () => {
  const rows = ['a', 'b', 'c', 'gone'].map(name => JSON.stringify({ id: name, image: `data/${name}.png` }))
  const desktop = await memoryDesktop({
    '/p/goldset.json': JSON.stringify(picturesProject()),
    '/p/data/pictures.jsonl': rows.join('\n'),
    '/p/data/a.png': png(64, 48),
    '/p/data/b.png': png(30, 20),
    '/p/data/c.png': png(30, 20)
  })
  const call = handlers(desktop)
  desktop.session.grants.give('/p')
  expect(await call['project.open']({ folder: '/p' })).toMatchObject({ ok: true })
  const state = { comments: [], unsure: false }
  const objects = { image: { width: 64, height: 48 }, shapes: [box('b1'), box('b2')] }
  await call['label.save']({
    position: 0,
    id: 'a',
    revision: 0,
    state: { ...state, status: 'draft', answers: { objects } },
    activeMs: 0
  })
  await call['label.save']({
    position: 1,
    id: 'b',
    revision: 0,
    state: { ...state, status: 'skipped', answers: {}, skipReason: 'lens flare' },
    activeMs: 0
  })
  const shown = await call['queue.rows']({ positions: [0, 1, 2, 3] })
  expect(
    shown.map(({ title, media, said }) => [
      title,
      media?.path,
      media?.problem ?? `${media?.width} × ${media?.height}`,
      said
    ])
  ).toEqual([
    ['a', 'data/a.png', '64 × 48', '2 boxes, 2 without label'],
    ['b', 'data/b.png', '30 × 20', 'lens flare'],
    ['c', 'data/c.png', '30 × 20', undefined],
    ['gone', 'data/gone.png', 'There is no such file in the project folder.', undefined]
  ])
})

test('rows of texts are what they were: no file is looked at for them', async () => {
  const desktop = await memoryDesktop(reviews('/p'))
  const call = handlers(desktop)
  desktop.session.grants.give('/p')
  await call['project.open']({ folder: '/p' })
  expect((await call['queue.rows']({ positions: [0] })).map(row => Object.keys(row).sort())).toEqual([
    ['id', 'marks', 'others', 'position', 'status', 'title']
  ])
})
