import { expect, test } from 'vitest'
import { labelPlace } from '../../../project/label-files.ts'
import { handlers } from '../handlers.ts'
import { memoryDesktop } from '../test/memory-desktop.ts'
import { reviews } from '../test/reviews.ts'

async function opened() {
  const desktop = await memoryDesktop(reviews('/p'))
  const call = handlers(desktop)
  desktop.session.grants.give('/p')
  const result = await call['project.open']({ folder: '/p' })
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  const progress = async (lookAgain: boolean) => {
    const read = await call['stats.read']({ lookAgain })
    if (!read.ok) return read.problems
    const { done, left, annotators, tasks } = read.value
    return {
      done,
      left,
      who: annotators.map(one => `${one.id} ${one.finished}`),
      mood: tasks[1]?.answers.all
    }
  }
  const submit = (position: number, id: string) =>
    call['label.save']({
      position,
      id,
      revision: 0,
      state: { status: 'submitted', answers: { mood: { chosen: ['good'] } }, comments: [], unsure: false },
      activeMs: 1200
    })
  return { desktop, call, progress, submit }
}

test('statistics follow every save, and read the label files of others when asked to look again', async () => {
  const { desktop, progress, submit } = await opened()
  const start = await progress(true)
  await submit(0, 'r1')
  const saved = await progress(false)
  const mine = [...desktop.files.snapshot()].find(([path]) => path.startsWith('/p/labels/'))
  const theirs = new TextDecoder().decode(mine?.[1]).replace(/"annotator": "[^"]*"/, '"annotator": "ben"')
  await desktop.files.write(`/p/${labelPlace('ben', 'r1')}`, theirs)
  const unseen = await progress(false)
  const seen = await progress(true)
  expect({ start, saved, unseen, seen }).toEqual({
    start: { done: 0, left: 2, who: [], mood: 0 },
    saved: { done: 1, left: 1, who: ['ana-gomez 1'], mood: 1 },
    unseen: { done: 1, left: 1, who: ['ana-gomez 1'], mood: 1 },
    seen: { done: 1, left: 1, who: ['ana-gomez 1', 'ben 1'], mood: 2 }
  })
})

test('a save is counted that ends while the label files are being read', async () => {
  const { progress, submit } = await opened()
  const reading = progress(true)
  const saving = submit(1, 'r2')
  await Promise.all([reading, saving])
  expect(await progress(false)).toEqual({ done: 1, left: 1, who: ['ana-gomez 1'], mood: 1 })
})

test('without a project there are no statistics', async () => {
  const call = handlers(await memoryDesktop())
  expect(await call['stats.read']({ lookAgain: false })).toEqual({
    ok: false,
    problems: [{ message: 'No project is open.' }]
  })
})
