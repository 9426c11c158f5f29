import { expect, test } from 'vitest'
import { handlers } from '../handlers.ts'
import { memoryDesktop } from '../test/memory-desktop.ts'
import { reviews } from '../test/reviews.ts'

test('only a path that the person picked can be where the data is', async () => {
  const desktop = await memoryDesktop(
    { ...reviews('/p'), '/p/moved.csv': 'id,text\nr1,Elsewhere\n' },
    { folder: '/p', dialogs: { pickFolder: async () => null, pickFiles: async () => ['/p/moved.csv'] } }
  )
  const call = handlers(desktop)
  const opened = await call['project.open']({ folder: '/p' })
  const source = opened.ok ? (opened.value.project.sources[0]?.path ?? '') : ''
  const relink = async () => {
    const result = await call['source.relink']({ source, to: '/p/moved.csv' })
    return result.ok || result.problems.map(({ message }) => message)
  }
  const unpicked = await relink()
  await call['files.pick']({ title: 'Where' })
  expect([unpicked, await relink(), desktop.session.current?.open.project.sources[0]?.path]).toEqual([
    ['Choose the folder with the button or drop it on the window.'],
    true,
    'moved.csv'
  ])
})
