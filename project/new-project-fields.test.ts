import { describe as group, expect, test } from 'vitest'
import { describe } from '../schemas/schema.ts'
import { indexItems } from './items/index-items.ts'
import { memoryFiles } from './memory-files.ts'
import { type NewProject, newProject } from './new-project.ts'
import { entities } from './templates/entities.ts'
import { intentSentiment } from './templates/intent-sentiment.ts'
import { joint } from './templates/joint.ts'
import { itemsOf } from './test/items-of.ts'

const messages = [{ role: 'user', content: 'Hi' }]
const rows = [
  { id: '1', subject: 'Late parcel', messages },
  { id: '2', subject: 'Refund', messages: 'no conversation' },
  { id: '3', subject: 'Thanks', messages }
]
const table = (values: readonly unknown[]) => values.map(value => JSON.stringify(value)).join('\n')

/** What a project of this table asks of which field, its items, and what could not become one. */
async function made(lines: string, spec: Pick<NewProject, 'tasks'> & Partial<NewProject>) {
  const files = memoryFiles({ '/d/a.jsonl': lines })
  const result = await newProject(files, { folder: '/p', name: 'P', paths: ['/d/a.jsonl'], ...spec })
  if (!result.ok) return result.problems.map(describe)
  const { project, problems } = result.value
  const items = await indexItems(files, '/p', project)
  return {
    fields: project.fields.map(({ id, kind }) => `${id}: ${kind}`),
    columns: project.sources[0]?.columns,
    tasks: project.tasks.map(({ id, field }) => `${id} of ${field}`),
    items: (await itemsOf(items)).map(({ id, fields }) => `${id} ${Object.keys(fields).join('+')}`),
    problems: problems.map(describe)
  }
}

group('a new project without fields of its own', () => {
  test('has those of the data, and its choices look at the conversation', async () => {
    expect(await made(table([rows[0], rows[2]]), { tasks: intentSentiment.tasks })).toEqual({
      fields: ['subject: text', 'chat: chat'],
      columns: { subject: 'subject', chat: 'messages' },
      tasks: ['intent of chat', 'sentiment of chat'],
      items: ['1 subject+chat', '3 subject+chat'],
      problems: []
    })
  })

  test('lets entities look at the text beside the conversation', async () => {
    expect(await made(table([rows[0], rows[2]]), { tasks: joint.tasks })).toMatchObject({
      tasks: ['entities of subject', 'intent of chat']
    })
  })

  test('is not made when a task finds no field it can look at', async () => {
    expect(await made(table([{ id: '1', messages }]), { tasks: entities.tasks })).toEqual([
      '"Entities" needs a field of text, and this data has none. Choose another template, or map a column to one.'
    ])
  })
})

test('a new project whose fields are given finds a column for each, and says which row is no conversation', async () => {
  const spec = {
    fields: [
      { id: 'topic', kind: 'text' as const },
      { id: 'talk', kind: 'chat' as const }
    ],
    columns: { topic: 'subject', talk: 'messages' },
    tasks: []
  }
  expect(await made(table(rows), spec)).toEqual({
    fields: ['topic: text', 'talk: chat'],
    columns: { topic: 'subject', talk: 'messages' },
    tasks: [],
    items: ['1 topic+talk', '3 topic+talk'],
    problems: [
      'data/a.jsonl, line 2: "messages" is neither a list of messages nor a transcript whose lines begin with roles such as "User:". The row was left out.'
    ]
  })
})
