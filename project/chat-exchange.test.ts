import { describe, expect, test } from 'vitest'
import type { FormatName } from '../labelers/kit/format.ts'
import { labelSet } from '../schemas/label-set.ts'
import type { Project, Task } from '../schemas/project.ts'
import { exportProject } from './export-project.ts'
import { importInto } from './import-project.ts'
import { type MemoryFiles, memoryFiles } from './memory-files.ts'
import { newFromImport } from './new-from-import.ts'
import { openProject } from './open-project.ts'
import { createProjectFile } from './project-file.ts'

const rows = [
  {
    id: '1',
    subject: 'Parcel',
    chat: [
      { role: 'user', content: ' Where?\n' },
      { role: 'assistant', content: 'Here.' }
    ]
  },
  { id: '2', subject: 'Shoes', chat: '\n\nHuman: Small?\n\nAssistant: A bit.' }
]
const choice = (id: string, field: string): Task => ({
  id,
  title: id,
  labeler: 'choice',
  labelerVersion: 1,
  field,
  config: { labels: labelSet(['good', 'bad']), multiple: false }
})
const entities: Task = {
  ...choice('names', 'subject'),
  labeler: 'text-entities',
  config: { labels: labelSet(['Person']), granularity: 'word', overlap: 'any' }
}

/** Two conversations with subjects, nothing labelled yet. */
async function opened(files: MemoryFiles, root: string, tasks: readonly Task[]) {
  await files.write(`${root}/data/a.jsonl`, rows.map(row => JSON.stringify(row)).join('\n'))
  await createProjectFile(files, root, {
    goldset: 'project/1',
    id: 'talks',
    name: 'Talks',
    schemaVersion: 1,
    fields: [
      { id: 'subject', kind: 'text' },
      { id: 'chat', kind: 'chat' }
    ],
    sources: [{ path: 'data/a.jsonl', format: 'jsonl' }],
    tasks: [...tasks]
  })
  const open = await openProject(files, root, { lock: true })
  if (!open.ok) throw new Error(JSON.stringify(open.problems))
  return open.value
}

async function imported(open: Awaited<ReturnType<typeof opened>>, path: string, format: FormatName) {
  const result = await importInto(open, { path, format, annotator: 'ann', dryRun: false, strict: true })
  if (!result.ok) return result.problems
  return { created: result.value.created, problems: result.value.problems }
}

/** The files of an export of both conversations, both labelled. */
async function exported(
  files: MemoryFiles,
  format: FormatName,
  tasks: readonly Task[] = [choice('mood', 'chat')]
) {
  const open = await opened(files, '/p', tasks)
  const answers = tasks.filter(task => task.labeler === 'choice').map(task => task.id)
  const line = (id: string, name: string) => [id, ...answers.map(() => name)].join(',')
  await files.write(
    '/answers.csv',
    [['id', ...answers].join(','), line('1', 'good'), line('2', 'bad'), ''].join('\n')
  )
  await imported(open, '/answers.csv', 'csv')
  const report = await exportProject(open, { format, status: 'all', out: '/out' })
  if (!report.ok) throw new Error(JSON.stringify(report.problems))
  return new Map(
    [...files.snapshot()]
      .filter(([path]) => path.startsWith('/out/'))
      .map(([path, bytes]) => [path.slice(5), Buffer.from(bytes).toString('utf8')])
  )
}

describe('choices about a conversation', () => {
  test('are written as the readers of each format expect them', async () => {
    const [hf, csv, doccano, spacy] = await Promise.all(
      (['hf', 'csv', 'doccano', 'spacy'] as const).map(async format => {
        const written = await exported(memoryFiles(), format)
        return written.get(`mood.${format === 'csv' ? 'csv' : 'jsonl'}`)?.split('\n')
      })
    )
    expect({ hf, csv, doccano: doccano?.[0], spacy: spacy?.[1] }).toEqual({
      hf: [
        '{"id":"1","messages":[{"role":"user","content":" Where?\\n"},{"role":"assistant","content":"Here."}],"label":0}',
        '{"id":"2","messages":[{"role":"user","content":"Small?"},{"role":"assistant","content":"A bit."}],"label":1}',
        ''
      ],
      csv: [
        'id,chat,mood',
        '1,"[{""content"":"" Where?\\n"",""role"":""user""},{""content"":""Here."",""role"":""assistant""}]",good',
        '2,"',
        '',
        'Human: Small?',
        '',
        'Assistant: A bit.",bad',
        ''
      ],
      doccano: '{"id":"1","text":"User:  Where?\\n\\n\\nAssistant: Here.","label":["good"]}',
      spacy:
        '{"id":"2","text":"\\n\\nHuman: Small?\\n\\nAssistant: A bit.","entities":[],"cats":{"good":0,"bad":1},"spans":{}}'
    })
  })

  test.each(['goldset', 'hf', 'csv', 'doccano', 'spacy'] as const)('come back from %s', async format => {
    const files = memoryFiles()
    const written = await exported(files, format)
    const name = [...written.keys()].find(each => /\.(jsonl|csv)$/.test(each)) ?? ''
    const fresh = await opened(files, '/q', [choice('mood', 'chat')])
    expect(await imported(fresh, `/out/${name}`, format)).toEqual({ created: 2, problems: [] })
  })

  test('come back without an id by what was said, and not to another conversation', async () => {
    const files = memoryFiles()
    const fresh = await opened(files, '/q', [choice('mood', 'chat')])
    const talk = (said: string) => [
      { role: 'user', content: said },
      { role: 'assistant', content: 'A bit.' }
    ]
    const lines = [
      { messages: talk('Small?'), label: 'bad' },
      { messages: talk('Big?'), label: 'bad' },
      { id: '1', messages: talk('Small?'), label: 'bad' }
    ]
    await files.write('/a.jsonl', lines.map(line => JSON.stringify(line)).join('\n'))
    expect(await imported(fresh, '/a.jsonl', 'hf')).toEqual({
      created: 1,
      problems: [
        {
          file: '/a.jsonl',
          line: 2,
          message: 'No item has this text. The answers of this row were left out.'
        },
        {
          file: '/a.jsonl',
          line: 3,
          message:
            '"1" has another text in this project than in the file. The answers of this row were left out.'
        }
      ]
    })
  })

  test('make a project of conversations', async () => {
    const files = memoryFiles()
    await exported(files, 'hf')
    const made = await newFromImport(files, {
      folder: '/new',
      path: '/out/mood.jsonl',
      format: 'hf',
      annotator: 'ann'
    })
    const file = files.snapshot().get('/new/goldset.json') ?? new Uint8Array()
    const project = JSON.parse(Buffer.from(file).toString('utf8')) as Project
    expect({
      items: made.ok && made.value.items,
      fields: project.fields,
      tasks: project.tasks.map(task => task.field)
    }).toEqual({
      items: 2,
      fields: [{ id: 'chat', kind: 'chat', name: 'Conversation' }],
      tasks: ['chat']
    })
  })

  test('stay out of the records of entities of the subject', async () => {
    const written = await exported(memoryFiles(), 'spacy', [
      entities,
      choice('mood', 'chat'),
      choice('fits', 'subject')
    ])
    const cats = [...written].flatMap(([name, text]) =>
      name.endsWith('.jsonl')
        ? text
            .trim()
            .split('\n')
            .map(
              line =>
                `${name} ${Object.keys((JSON.parse(line || '{}') as { cats?: object }).cats ?? {}).length}`
            )
        : []
    )
    expect([...new Set(cats)].sort()).toEqual(['choice/mood.jsonl 2'])
  })
})
