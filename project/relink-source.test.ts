import { expect, test } from 'vitest'
import { describe } from '../schemas/schema.ts'
import { choiceTask, labelledProject, ROOT, textOf } from './test/labelled-project.ts'
import { relinkSource } from './relink-source.ts'

const rows = [
  { id: 'a', text: 'One' },
  { id: 'b', text: 'Two' }
]

/** The project with its data gone, and other data in its place. */
async function moved(content: string) {
  const open = await labelledProject([choiceTask('mood', ['good'])], rows, [{ item: 'a', mood: ['good'] }])
  await open.close()
  await open.files.remove(`${ROOT}/data/items.jsonl`)
  await open.files.write(`${ROOT}/moved/rows.jsonl`, content)
  return open.files
}

async function relinked(content: string, from = 'data/items.jsonl', to = 'moved/rows.jsonl') {
  const files = await moved(content)
  const before = textOf(files, `${ROOT}/goldset.json`)
  const result = await relinkSource(files, ROOT, from, `${ROOT}/${to}`)
  const project = JSON.parse(textOf(files, `${ROOT}/goldset.json`)) as { sources: { path: string }[] }
  return {
    said: result.ok ? `${result.value.compared} compared` : result.problems.map(describe),
    path: project.sources[0]?.path,
    untouched: textOf(files, `${ROOT}/goldset.json`) === before
  }
}

test('a source that moved is found again where its labelled items are as they were', async () => {
  expect(await relinked('{"id":"b","text":"Two"}\n{"id":"a","text":"One"}\n')).toEqual({
    said: '1 compared',
    path: 'moved/rows.jsonl',
    untouched: false
  })
})

test('other data, another place and other names leave the project as it is', async () => {
  const stays = { path: 'data/items.jsonl', untouched: true }
  const there = ' of the 1 labelled items that were looked for'
  expect([
    await relinked('{"id":"b","text":"Two"}\n'),
    await relinked('{"id":"a","text":"Changed"}\n'),
    await relinked('nonsense'),
    await relinked('{"id":"a","text":"One"}', 'data/other.jsonl'),
    await relinked('{"id":"a","text":"One"}', 'data/items.jsonl', 'gone.jsonl')
  ]).toEqual([
    { ...stays, said: [`moved/rows.jsonl: 1${there} is not there: "a". Nothing was changed.`] },
    { ...stays, said: [`moved/rows.jsonl: 1${there} is not what was labelled: "a". Nothing was changed.`] },
    { ...stays, said: ['moved/rows.jsonl, line 1: This is not valid JSON.'] },
    { ...stays, said: ['The project has no source "data/other.jsonl". Its sources are "data/items.jsonl".'] },
    { ...stays, said: [`${ROOT}/gone.jsonl: "${ROOT}/gone.jsonl" is not there.`] }
  ])
})

test('a place outside the project is refused with what to do', async () => {
  const files = await moved('')
  await files.write('/data/elsewhere/rows.jsonl', '{"id":"a","text":"One"}')
  const refused = await relinkSource(files, ROOT, 'data/items.jsonl', '/data/elsewhere/rows.jsonl')
  expect(refused.ok ? [] : refused.problems.map(describe)).toEqual([
    '/data/elsewhere/rows.jsonl: This is outside the project folder. Move it into the project folder, then choose it there.'
  ])
})

test('a table that moves twice is still compared with what was labelled before it first moved', async () => {
  const files = await moved('{"id":"a","text":"One"}')
  await relinkSource(files, ROOT, 'data/items.jsonl', `${ROOT}/moved/rows.jsonl`)
  await files.write(`${ROOT}/again.jsonl`, '{"id":"a","text":"Changed"}')
  await files.write(`${ROOT}/other.jsonl`, '{"id":"z","text":"One"}')
  const said = async (to: string) => {
    const result = await relinkSource(files, ROOT, 'moved/rows.jsonl', `${ROOT}/${to}`)
    return result.ok ? [] : result.problems.map(({ message }) => message)
  }
  expect([await said('again.jsonl'), await said('other.jsonl')]).toEqual([
    ['1 of the 1 labelled items that were looked for is not what was labelled: "a". Nothing was changed.'],
    ['None of the labelled items is there. Nothing was changed.']
  ])
})
