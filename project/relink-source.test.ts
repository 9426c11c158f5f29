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
  const result = await relinkSource(files, ROOT, from, to)
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
  expect([
    await relinked('{"id":"b","text":"Two"}\n'),
    await relinked('{"id":"a","text":"Changed"}\n'),
    await relinked('nonsense'),
    await relinked('{"id":"a","text":"One"}', 'data/other.jsonl'),
    await relinked('{"id":"a","text":"One"}', 'data/items.jsonl', '../rows.jsonl')
  ]).toEqual([
    { ...stays, said: ['moved/rows.jsonl: It has no item "a", which has answers. Nothing was changed.'] },
    {
      ...stays,
      said: [
        'moved/rows.jsonl: Its item "a" has another content than the one that was labelled. Nothing was changed.'
      ]
    },
    { ...stays, said: ['moved/rows.jsonl, line 1: This is not valid JSON.'] },
    { ...stays, said: ['The project has no source "data/other.jsonl". Its sources are "data/items.jsonl".'] },
    {
      ...stays,
      said: ['../rows.jsonl: This path may not hold "." or "..": it must stay in the project folder.']
    }
  ])
})
