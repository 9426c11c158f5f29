import { expect, it } from 'vitest'
import type { Files } from '../files.ts'
import { openLabelIndex } from '../label-index/open-label-index.ts'
import { choiceTask, labelledProject } from '../test/labelled-project.ts'
import { statsOf } from './stats-of.ts'
import { utcZone } from './zone.ts'

const clock = { now: new Date(0), zone: utcZone }

it('reads no label file that the application keeps the sum of, but those with something to say of, and says the same', async () => {
  const names = ['Good', 'Bad']
  const rows = Array.from({ length: 40 }, (_, n) => ({ id: `r${n}`, text: `text ${n}` }))
  const open = await labelledProject(
    [choiceTask('mood', names)],
    rows,
    rows.map(({ id }, n) => ({ item: id, mood: [names[n % 2]] }))
  )
  const { files, root, project } = open
  const [broken = '', damaged = ''] = [...files.snapshot().keys()].filter(path => path.includes('/labels/'))
  const text = new TextDecoder().decode(await files.read(broken))
  await files.write(broken, text.replace(/"chosen": \[[^\]]*\]/, '"chosen": 7'))
  await files.write(damaged, text.slice(0, 40))
  const read: string[] = []
  const counted: Files = {
    ...files,
    read: path => {
      if (path.includes('/labels/') && !path.includes('/.goldset/')) read.push(path)
      return files.read(path)
    }
  }
  const first = await statsOf({ ...open, files: counted }, clock)
  const readAtFirst = read.splice(0).length
  files.wait(60_000)
  const index = await openLabelIndex(files, root, project, { writable: true, now: () => files.now() })
  await index.close()
  const before = [...files.snapshot()]
  const again = await statsOf({ ...open, files: counted }, clock)
  expect({
    readAtFirst,
    readAgain: read,
    wrote: [...files.snapshot()].length - before.length,
    problems: again.problems.map(({ file }) => file)
  }).toEqual({
    readAtFirst: 41,
    readAgain: [broken],
    wrote: 0,
    problems: [broken, damaged].sort().map(path => path.slice(root.length + 1))
  })
  expect(again).toEqual(first)
})
