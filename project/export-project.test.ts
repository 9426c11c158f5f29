import { describe, expect, test } from 'vitest'
import { ExportManifest } from '../schemas/export-manifest.ts'
import { validate } from '../schemas/validate.ts'
import { exportProject, type ExportOptions, type ExportReport } from './export-project.ts'
import { type OpenProject, openProject } from './open-project.ts'
import { choiceTask, entitiesTask, labelledProject, ROOT, textOf } from './test/labelled-project.ts'

const people = [
  { id: 'b', text: 'Ana met 🐍 Bo' },
  { id: 'a', text: 'Nobody came' },
  { id: 'c', text: 'Lima' }
]
const tasks = [entitiesTask(['Person', 'Place'], 'any'), choiceTask('mood', ['good', 'bad'])]

async function exported(open: OpenProject, options: Partial<ExportOptions>): Promise<ExportReport> {
  const result = await exportProject(open, {
    format: 'doccano',
    status: 'submitted',
    out: '/out',
    ...options
  })
  if (!result.ok) throw new Error(result.problems.map(problem => problem.message).join(' '))
  return result.value
}

async function refusal(open: OpenProject, options: Partial<ExportOptions>): Promise<string> {
  const result = await exportProject(open, {
    format: 'doccano',
    status: 'submitted',
    out: '/out',
    ...options
  })
  return result.ok ? 'exported' : result.problems.map(problem => problem.message).join(' ')
}

const labelled = () =>
  labelledProject(tasks, people, [
    { item: 'c', by: 'zoe', entities: [[0, 4, 'Place']], mood: ['good'] },
    { item: 'b', by: 'zoe', entities: [[10, 12, 'Person']], mood: ['bad'] },
    { item: 'b', by: 'ann', entities: [[0, 3, 'Person']], mood: ['good'] },
    { item: 'a', by: 'ann', entities: [], mood: ['good'], status: 'draft' }
  ])

describe('exportProject', () => {
  test('writes records in source order, then by annotator, with classes of the whole item in the same record', async () => {
    const open = await labelled()
    const report = await exported(open, { out: '/out/all.jsonl' })
    expect({ counts: report.counts, text: textOf(open.files, '/out/all.jsonl') }).toEqual({
      counts: { in: 3, out: 3, dropped: 0 },
      text: [
        '{"id":"b","text":"Ana met 🐍 Bo","entities":[[0,3,"Person"]],"cats":["good"],"categories":{"mood":["good"]}}',
        '{"id":"b","text":"Ana met 🐍 Bo","entities":[[10,12,"Person"]],"cats":["bad"],"categories":{"mood":["bad"]}}',
        '{"id":"c","text":"Lima","entities":[[0,4,"Place"]],"cats":["good"],"categories":{"mood":["good"]}}',
        ''
      ].join('\n')
    })
  })

  test('says in a valid manifest what went in, what came out and what was left out', async () => {
    const open = await labelled()
    await exported(open, { annotator: 'ann' })
    const manifest = JSON.parse(textOf(open.files, '/out/goldset-export.json')) as ExportManifest
    const { app: _, files, ...rest } = manifest
    expect(validate(ExportManifest, manifest)).toEqual([])
    expect(files.map(file => [file.path, file.bytes])).toEqual([
      ['entities.jsonl', Buffer.byteLength(textOf(open.files, '/out/entities.jsonl'))]
    ])
    expect(rest).toEqual({
      goldset: 'export/1',
      project: { id: 'tiny', name: 'Tiny project', schemaVersion: 1 },
      format: 'doccano',
      tasks: ['entities', 'mood'],
      carriedTasks: ['mood'],
      filters: { annotator: 'ann', status: 'submitted' },
      offsetUnit: 'codepoint',
      tokenizer: null,
      cannotCarry: expect.stringContaining('Who labelled') as string,
      counts: { in: 1, out: 1, dropped: 0, items: 3, unanswered: 2 },
      dropped: [],
      classes: { entities: ['Person', 'Place'], mood: ['good', 'bad'] }
    })
  })

  test('gives the same bytes again, over an earlier export', async () => {
    const open = await labelled()
    const read = () =>
      [...open.files.snapshot()]
        .filter(([path]) => path.startsWith('/out'))
        .map(([path]) => [path, textOf(open.files, path)])
    await exported(open, { format: 'spacy' })
    const first = read()
    await exported(open, { format: 'spacy' })
    expect(read()).toEqual(first)
    expect(first.map(([path]) => path).sort()).toEqual([
      '/out/entities.jsonl',
      '/out/goldset-export.json',
      '/out/to_docbin.py'
    ])
  })

  test('gives two labelers that both write a format a folder each', async () => {
    const open = await labelled()
    const { files } = await exported(open, { format: 'hf' })
    expect(files).toEqual([
      '/out/text-entities/entities.jsonl',
      '/out/choice/mood.jsonl',
      '/out/text-entities/README.md',
      '/out/choice/README.md',
      '/out/goldset-export.json'
    ])
  })

  test('exports one task alone when asked', async () => {
    const open = await labelled()
    await exported(open, { tasks: ['mood'], annotator: 'zoe', out: '/out/mood.jsonl' })
    expect(textOf(open.files, '/out/mood.jsonl')).toBe(
      '{"id":"b","text":"Ana met 🐍 Bo","label":["bad"]}\n{"id":"c","text":"Lima","label":["good"]}\n'
    )
  })

  test('says of classes that had no record to go into that they were left out', async () => {
    const open = await labelledProject(tasks, people, [{ item: 'c', mood: ['good'] }])
    const { dropped, counts } = await exported(open, {})
    expect({ dropped, counts }).toEqual({
      counts: { in: 1, out: 0, dropped: 2 },
      dropped: [
        {
          item: 'c',
          task: 'mood',
          annotator: 'ann',
          reason:
            'Its classes go into the record of "entities", which has no answer. Export this task alone to have them.'
        },
        { item: 'c', task: 'entities', annotator: 'ann', reason: 'The task has no answer.' }
      ]
    })
  })

  test('counts a preview and writes nothing', async () => {
    const open = await labelled()
    const before = [...open.files.snapshot().keys()]
    const report = await exported(open, { out: null, status: 'all' })
    expect(report).toEqual({
      out: '',
      counts: { in: 4, out: 4, dropped: 0 },
      dropped: [],
      damaged: 0,
      files: ['entities.jsonl']
    })
    expect([...open.files.snapshot().keys()]).toEqual(before)
  })

  test('reports a damaged label file and one without an item, and exports the rest', async () => {
    const open = await labelled()
    const [first] = [...open.files.snapshot().keys()].filter(path => path.includes('/labels/ann/'))
    await open.files.write(first ?? '', '{"goldset": "label/1", "it')
    await open.files.write(
      `${ROOT}/data/items.jsonl`,
      people
        .slice(0, 2)
        .map(row => JSON.stringify(row))
        .join('\n')
    )
    const again = await openProject(open.files, ROOT, { lock: false })
    if (!again.ok) throw new Error('not open')
    const report = await exported(again.value, { status: 'all' })
    expect({ counts: report.counts, damaged: report.damaged }).toEqual({
      counts: { in: 4, out: 2, dropped: 2 },
      damaged: 1
    })
    expect(report.dropped.map(one => one.item).sort()).toEqual(['c', expect.stringContaining('labels/ann/')])
  })

  test.each([
    [`${ROOT}/labels`, "An export may not write over the project's own files. Choose a folder of its own."],
    [
      `${ROOT}/labels/ann/x.jsonl`,
      "An export may not write over the project's own files. Choose a folder of its own."
    ],
    [
      `${ROOT}/goldset.json`,
      "An export may not write over the project's own files. Choose a folder of its own."
    ],
    [
      `${ROOT}/GOLDSET.json`,
      "An export may not write over the project's own files. Choose a folder of its own."
    ],
    [
      `${ROOT}/data/items.jsonl`,
      "An export may not write over the project's own files. Choose a folder of its own."
    ],
    [`${ROOT}/data/items.jsonl/x`, 'A part of this path is a file, not a folder.'],
    [`${ROOT}/exports/train.jsonl`, 'exported']
  ])('writes to %s: %s', async (out, outcome) => {
    const open = await labelled()
    const before = textOf(open.files, `${ROOT}/data/items.jsonl`)
    expect(await refusal(open, { out })).toBe(outcome)
    expect(textOf(open.files, `${ROOT}/data/items.jsonl`)).toBe(before)
  })

  test('leaves a README.md that is not ours alone, and writes nothing then', async () => {
    const open = await labelled()
    await open.files.write('/out/README.md', 'My own notes')
    const said = await refusal(open, { format: 'hf', tasks: ['mood'] })
    expect(said).toBe('This README.md was not made by an export. Export to a folder of its own.')
    expect([...open.files.snapshot().keys()].filter(path => path.startsWith('/out'))).toEqual([
      '/out/README.md'
    ])
  })

  test('leaves an earlier export as it was when the disk fills up', async () => {
    const open = await labelled()
    await exported(open, { out: '/out/a.jsonl' })
    const before = textOf(open.files, '/out/a.jsonl')
    const full = Object.assign(Object.create(open.files) as typeof open.files, {
      writer: async (path: string) => {
        const writer = await open.files.writer(path)
        return { ...writer, write: () => Promise.reject(new Error('full')), abort: () => writer.abort() }
      }
    })
    await expect(
      exportProject({ ...open, files: full }, { format: 'spacy', status: 'all', out: '/out/a.jsonl' })
    ).rejects.toThrow('full')
    expect(textOf(open.files, '/out/a.jsonl')).toBe(before)
    expect([...open.files.snapshot().keys()].filter(path => path.startsWith('/out'))).toEqual([
      '/out/a.jsonl',
      '/out/goldset-export.json'
    ])
  })

  test.each(['/out/goldset-export.json', '/out/TO_DOCBIN.py'])(
    'refuses %s as the data file, which another file of the export is called',
    async out => {
      const open = await labelled()
      expect(await refusal(open, { format: 'spacy', out })).toBe(
        'Another file of this export has this name. Call the data file something else.'
      )
      expect([...open.files.snapshot().keys()].filter(path => path.startsWith('/out'))).toEqual([])
    }
  )

  test.each([
    [{ tasks: ['nope'] }, 'There is no task "nope" in this project.'],
    [
      { format: 'csv' as const, tasks: ['entities'] },
      'The format "csv" cannot hold the task "entities" (text-entities).'
    ],
    [{ format: 'coco' as const }, 'The format "coco" cannot hold the task "entities" (text-entities).'],
    [{ annotator: 'bob' }, '"bob" has no label files here. Annotators: ann, zoe.']
  ])('refuses %j in a sentence', async (options, sentence) => {
    expect(await refusal(await labelled(), options)).toBe(sentence)
  })

  test('refuses when the data changed since the project was opened, and writes nothing', async () => {
    const open = await labelled()
    await open.files.write(`${ROOT}/data/items.jsonl`, '{"id":"x","text":"other"}\n')
    expect([
      await refusal(open, {}),
      [...open.files.snapshot().keys()].filter(path => path.startsWith('/out'))
    ]).toEqual([
      'This file changed while the project was open. Open the project again to see it as it is now.',
      []
    ])
  })
})
