import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe as group, expect, test } from 'vitest'
import { png } from '../project/test/png.ts'
import { wav } from '../project/test/wav.ts'
import type { Project } from '../schemas/project.ts'
import { goldset, goldsetJson, removeBuilt } from './test/run-goldset.ts'

let folder = ''
const at = (...parts: string[]) => join(folder, ...parts)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'goldset-new-data-'))
  await writeFile(
    at('photos.json'),
    '{"fields":[{"id":"photo","kind":"image"}],"tasks":[{"id":"good","labeler":"choice","config":{"labels":[{"id":"yes","name":"Yes","exportIndex":0}],"multiple":false}}]}'
  )
})
afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
  await removeBuilt()
})

test('goldset new takes the dataset folder of another library, with its pictures as files', async () => {
  await mkdir(at('cats/data'), { recursive: true })
  const fixture = join(import.meta.dirname, '../project/parquet/fixtures/everything.parquet')
  for (const part of ['train-00000-of-00002', 'train-00001-of-00002', 'test-00000-of-00001'])
    await copyFile(fixture, at(`cats/data/${part}.parquet`))
  const { code, json } = await goldsetJson(
    'new',
    at('p'),
    '--source',
    at('cats'),
    '--schema',
    at('photos.json')
  )
  const made = await readdir(at('p/data'))
  expect([code, json['items'], made.sort()]).toEqual([1, 6, ['test', 'test.jsonl', 'train', 'train.jsonl']])
})

test('goldset new makes a project of nested pictures where they lie, and check names the one that is broken', async () => {
  await mkdir(at('photos/2024/may'), { recursive: true })
  await writeFile(at('photos/2024/may/1.png'), png(20, 10))
  await writeFile(at('photos/2024/2.png'), png(20, 10, [40_000, 40_000]))
  const made = await goldset('new', at('photos'), '--source', at('photos'), '--schema', at('photos.json'))
  const checked = await goldset('check', at('photos'))
  expect([made, checked.code, checked.err]).toEqual([
    { code: 0, out: `${at('photos')}: 2 items.\n`, err: '' },
    1,
    '2024/2.png: This picture has 1,600 megapixels, and at most 100 can be shown. Make it smaller or cut it into parts.\n'
  ])
})

group('goldset new with recordings', () => {
  beforeAll(async () => {
    await mkdir(at('calls/rec/may'), { recursive: true })
    for (const name of ['1.wav', '2.wav', 'may/3.wav']) await writeFile(at('calls/rec', name), wav(8000))
    await writeFile(at('calls/calls.csv'), 'id,title,file\n1,First,rec/1.wav\n2,Second,rec/may/3.wav\n')
  })

  test('transcribes a folder of them, and asks the questions of a call about the column that names some', async () => {
    const made = async (name: string, source: string, template: string) => {
      const { code, err } = await goldset('new', at(name), '--source', source, '--template', template)
      const checked = await goldset('check', at(name))
      const { tasks, sources } = JSON.parse(await readFile(at(name, 'goldset.json'), 'utf8')) as Project
      const { json } = await goldsetJson('stats', at(name))
      return {
        codes: [code, checked.code],
        err,
        sources: sources.map(({ path, columns }) => [path, columns]),
        tasks: tasks.map(({ id, field }) => `${id} of ${field}`),
        labels: (json as { tasks?: { labels: { name: string }[] }[] }).tasks?.map(({ labels }) =>
          labels.map(label => label.name).join(', ')
        )
      }
    }
    expect([
      await made('folder', at('calls/rec'), 'transcription'),
      await made('table', at('calls/calls.csv'), 'call-review')
    ]).toEqual([
      {
        codes: [0, 0],
        err: '',
        sources: [['data/rec', undefined]],
        tasks: ['transcript of audio'],
        labels: ['']
      },
      {
        codes: [0, 0],
        err: '',
        sources: [['data/calls.csv', { audio: 'file', title: 'title' }]],
        tasks: ['transcript of audio', 'reason of audio', 'mood of audio'],
        labels: [
          'Agent, Caller, Other voice',
          'Book, Change or cancel, Question, Complaint, Urgent help, Other',
          'Displeased, Neutral, Pleased'
        ]
      }
    ])
  })
})

group('goldset new with conversations', () => {
  const messages = [{ role: 'user', content: 'Where is my parcel?' }]
  const made = async (project: string) => {
    const { fields, sources, tasks } = JSON.parse(
      await readFile(at(project, 'goldset.json'), 'utf8')
    ) as Project
    return {
      fields: fields.map(({ id, kind }) => `${id}: ${kind}`),
      columns: sources[0]?.columns,
      tasks: tasks.map(task => `${task.id} of ${task.field}`)
    }
  }
  beforeAll(async () => {
    await writeFile(at('talks.jsonl'), JSON.stringify({ id: '1', subject: 'Late parcel', messages }))
  })

  test('finds the column that holds them, and lets the choices of a template ask about it', async () => {
    const { code, err } = await goldset(
      'new',
      at('found'),
      '--source',
      at('talks.jsonl'),
      '--template',
      'intent-sentiment'
    )
    expect({ code, err, ...(await made('found')) }).toEqual({
      code: 0,
      err: '',
      fields: ['subject: text', 'chat: chat'],
      columns: { subject: 'subject', chat: 'messages' },
      tasks: ['intent of chat', 'sentiment of chat']
    })
  })

  test('takes the fields of a label schema, and points a task without one at the conversation', async () => {
    const fields = [
      { id: 'subject', kind: 'text' },
      { id: 'messages', kind: 'chat' }
    ]
    const config = { labels: [{ id: 'yes', name: 'Yes', exportIndex: 0 }], multiple: false }
    const tasks = [
      { id: 'kind', labeler: 'choice', config },
      { id: 'fits', labeler: 'choice', field: 'subject', config }
    ]
    await writeFile(at('talks.json'), JSON.stringify({ fields, tasks }))
    const { code, err } = await goldset(
      'new',
      at('given'),
      '--source',
      at('talks.jsonl'),
      '--schema',
      at('talks.json')
    )
    expect({ code, err, ...(await made('given')) }).toEqual({
      code: 0,
      err: '',
      fields: ['subject: text', 'messages: chat'],
      columns: { subject: 'subject', messages: 'messages' },
      tasks: ['kind of messages', 'fits of subject']
    })
  })
})
