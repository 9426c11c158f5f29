import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe as group, expect, test } from 'vitest'
import { describe } from '../schemas/schema.ts'
import { diskFiles } from './disk-files.ts'
import { indexItems } from './items/index-items.ts'
import { memoryFiles } from './memory-files.ts'
import { type NewProject, newProject } from './new-project.ts'
import { inspectPaths, previewSource } from './preview-source.ts'
import { entities } from './templates/entities.ts'
import { itemAt, itemsOf } from './test/items-of.ts'

type Content = Record<string, string | Uint8Array>

/** What the project holds afterwards: its sources and items, or the problems. */
async function made(content: Content, spec: Partial<NewProject> & { paths: readonly string[] }) {
  const files = memoryFiles(content)
  const before = files.snapshot()
  const result = await newProject(files, {
    folder: '/home/p',
    name: 'P',
    fields: entities.fields,
    tasks: entities.tasks,
    ...spec
  })
  const after = files.snapshot()
  const changed = [...before].filter(
    ([path, bytes]) => Buffer.compare(bytes, after.get(path) ?? new Uint8Array()) !== 0
  )
  const added = [...after.keys()].filter(path => !before.has(path)).sort()
  if (!result.ok) return { problems: result.problems.map(describe), added, changed }
  const items = await indexItems(files, result.value.folder, result.value.project)
  return {
    sources: result.value.project.sources,
    items: (await itemsOf(items)).map(item => item.id),
    problems: result.value.problems.map(describe),
    added,
    changed
  }
}

group('a new project', () => {
  test('copies data that lies elsewhere and maps its columns', async () => {
    expect(
      await made({ '/d/a.csv': 'key;id;body\n7;x;Some words of prose here\n' }, { paths: ['/d/a.csv'] })
    ).toEqual({
      sources: [{ path: 'data/a.csv', format: 'csv', columns: { text: 'body' }, idColumn: 'id' }],
      items: ['x'],
      problems: [],
      added: [
        '/home/p/.gitattributes',
        '/home/p/data/a.csv',
        '/home/p/goldset.json',
        '/home/p/guidelines.md'
      ],
      changed: []
    })
  })

  test('uses a folder of data where it is, and keeps what lies in it', async () => {
    const content = {
      '/home/p/b.txt': 'b',
      '/home/p/sub/a.txt': 'a',
      '/home/p/guidelines.md': 'mine',
      '/home/p/.gitattributes': '* binary',
      '/home/p/x.csv': 'a\n'
    }
    expect(await made(content, { paths: ['/home/p'] })).toEqual({
      sources: [{ path: '.', format: 'text-files' }],
      items: ['b.txt', 'sub/a.txt'],
      problems: ['x.csv: This was left out: the items of this folder are its text files.'],
      added: ['/home/p/goldset.json'],
      changed: []
    })
  })

  test('takes every table of a folder of tables', async () => {
    const content = {
      '/home/p/one.jsonl': '{"text":"a","id":1}',
      '/home/p/two.jsonl': '{"text":"b","id":2}',
      '/home/p/two.csv': 'text\nb\n',
      '/home/p/README.txt': 'x'
    }
    expect(await made(content, { paths: ['/home/p'] })).toMatchObject({
      sources: [
        { path: 'one.jsonl', format: 'jsonl', columns: { text: 'text' }, idColumn: 'id' },
        { path: 'two.jsonl', format: 'jsonl', columns: { text: 'text' }, idColumn: 'id' }
      ],
      items: ['1', '2'],
      problems: ['two.csv: This was left out: the items of this folder are the rows of its other files.']
    })
  })

  test('gives copies names of their own', async () => {
    const content = {
      '/d/a.json': '["x"]',
      '/e/a.json': '{"text":"y"}\n{"text":"z"}\n',
      '/d/nul.csv': 'text\nw\n',
      '/d/1.txt': '1',
      '/e/1.txt': '2',
      '/home/p/data/a.json': '[]',
      '/f/more/deep/m.txt': 'm',
      '/f/more/.m.txt': 'hidden'
    }
    const paths = ['/d/a.json', '/e/a.json', '/d/nul.csv', '/d/1.txt', '/e/1.txt', '/f/more']
    const result = await made(content, { paths })
    expect({
      paths: result.sources?.map(source => `${source.path} ${source.format}`),
      items: result.items?.slice(4),
      changed: result.changed
    }).toEqual({
      paths: [
        'data/a-2.json json',
        'data/a-3.json jsonl',
        'data/data-nul.csv csv',
        'data/more text-files',
        'data/texts text-files'
      ],
      items: ['data/more/deep/m.txt', 'data/texts/1-2.txt', 'data/texts/1.txt'],
      changed: []
    })
  })

  test('is never made over another, and leaves nothing behind when it cannot be made', async () => {
    const goldset = { '/home/p/goldset.json': 'damaged', '/d/a.csv': 'text\na\n' }
    const cases: [Content, Partial<NewProject> & { paths: readonly string[] }][] = [
      [goldset, { paths: ['/d/a.csv'] }],
      [{ '/d/a.csv': 'a,b\n1,2\n' }, { paths: ['/d/a.csv'] }],
      [{ '/d/a.csv': 'a,b\n1,2\n' }, { paths: ['/d/a.csv'], columns: { text: 'c' } }],
      [{ '/d/a.csv': Uint8Array.of(0xe9) }, { paths: ['/d/a.csv'] }],
      [{ '/d/a.json': '{"data":[]}' }, { paths: ['/d/a.json'] }],
      [{ '/d/a.pdf': 'x' }, { paths: ['/d/a.pdf', '/d/none'] }],
      [{ '/home/p/con.csv': 'text\na\n' }, { paths: ['/home/p/con.csv'] }]
    ]
    expect(await Promise.all(cases.map(([content, spec]) => made(content, spec)))).toEqual(
      [
        ['/home/p/goldset.json: There is a project in this folder already. Open it instead.'],
        ['a.csv: No column looks like the text of an item. Its columns are: "a", "b".'],
        ['a.csv: There is no column "c". Its columns are: "a", "b".'],
        [
          'a.csv, line 1, byte 0: 0xE9 is not valid UTF-8 here. Save the file as UTF-8 and open it again.',
          'a.csv: There are no rows in this file.'
        ],
        ['a.json, line 1: A JSON source must be an array of objects or strings: [ … ].'],
        [
          'a.pdf: Goldset reads .txt, .csv, .tsv, .json and .jsonl files, pictures and recordings; this is none of them.',
          '/d/none: There is no such file or folder.'
        ],
        ['con.csv: A name in this path is reserved on Windows.']
      ].map(problems => ({ problems, added: [], changed: [] }))
    )
  })
})

group('a preview', () => {
  test('shows rows, guesses columns and says where the project would be', async () => {
    const rows = Array.from({ length: 30 }, (_, n) =>
      JSON.stringify({ uid: n, lang: 'en', quote: `A sentence of some length, ${n}.`, tokens: [[0, 1]] })
    )
    const files = memoryFiles({
      '/d/my_quotes.jsonl': [...rows, 'x'].join('\n'),
      '/d/my_quotes-goldset/x': ''
    })
    const preview = await previewSource(files, ['/d/my_quotes.jsonl'])
    expect(
      preview.ok && { ...preview.value, rows: [preview.value.rows.length, preview.value.rows[1]] }
    ).toEqual({
      paths: ['/d/my_quotes.jsonl'],
      format: 'jsonl',
      columns: ['uid', 'lang', 'quote', 'tokens'],
      rows: [20, { uid: '1', lang: 'en', quote: 'A sentence of some length, 1.', tokens: '[[0,1]]' }],
      items: 30,
      counted: 'all',
      guess: {
        fields: [{ id: 'text', kind: 'text', name: 'Text', column: 'quote' }],
        text: 'quote',
        id: 'uid',
        tokens: 'tokens'
      },
      problems: [{ file: 'my_quotes.jsonl', line: 31, message: 'This is not valid JSON.' }],
      folder: '/d/my_quotes-goldset-2',
      name: 'My quotes',
      copies: true
    })
  })

  test('of a folder of texts is the folder itself, of a project is the project, of nothing says so', async () => {
    const project = {
      goldset: 'project/1',
      id: 'p',
      name: 'Mine',
      schemaVersion: 1,
      fields: entities.fields,
      sources: [],
      tasks: []
    }
    const files = memoryFiles({
      '/d/a.txt': 'a',
      '/p/goldset.json': JSON.stringify(project),
      '/x/goldset.json': '{',
      '/n/a.bin': ''
    })
    const seen = await Promise.all(
      [['/d'], ['/p'], ['/p/goldset.json'], ['/x'], ['/n']].map(paths => inspectPaths(files, paths))
    )
    expect(
      seen.map(each =>
        each.kind === 'data'
          ? [each.preview.folder, each.preview.copies, each.preview.rows]
          : each.kind === 'project'
            ? each.name
            : each.problems.length
      )
    ).toEqual([['/d', false, [{ file: 'a.txt', text: 'a' }]], 'Mine', 'Mine', 1, 1])
  })

  test('of a large table looks at its beginning only', async () => {
    const row = `"${'x'.repeat(1000)}\n${'y'.repeat(1000)}"\n`
    const files = memoryFiles({ '/d/big.csv': `text\n${row.repeat(5_000)}` })
    const preview = await previewSource(files, ['/d/big.csv'])
    expect(
      preview.ok && [
        preview.value.counted,
        preview.value.items > 1000 && preview.value.items < 1200,
        preview.value.problems
      ]
    ).toEqual(['at-least', true, []])
  })
})

test('a project that cannot be made on a full disk leaves no folder, and its data as it was', async () => {
  const files = memoryFiles({ '/d/a.csv': 'text\na\n' }, { capacity: 60 })
  const result = await newProject(files, {
    folder: '/home/p',
    name: 'P',
    paths: ['/d/a.csv'],
    fields: entities.fields,
    tasks: entities.tasks
  })
  expect([
    result.ok ? 'made' : result.problems.map(({ message }) => message),
    [...files.snapshot().keys()],
    await files.stat('/home/p')
  ]).toEqual([['The disk is full. "/home/p/goldset.json" was not saved.'], ['/d/a.csv'], undefined])
})

test('a project has an id also when its name has no Latin letter', async () => {
  const files = memoryFiles({ '/d/a.csv': 'text\na\n' })
  const result = await newProject(files, {
    folder: '/p',
    name: '契約 📄',
    paths: ['/d/a.csv'],
    fields: entities.fields,
    tasks: []
  })
  expect(result.ok && result.value.project.id).toBe('project')
})

const snips = resolve(import.meta.dirname, '../../shared/real-data/snips/utterances.csv')

test.skipIf(!existsSync(snips))('real utterances become 700 items on a real disk', async () => {
  const base = await mkdtemp(join(tmpdir(), 'goldset-new-'))
  try {
    const files = diskFiles()
    const result = await newProject(files, {
      folder: join(base, 'snips'),
      name: 'Snips',
      paths: [snips],
      fields: entities.fields,
      tasks: entities.tasks
    })
    const items = result.ok ? await indexItems(files, result.value.folder, result.value.project) : undefined
    const second = items && (await itemAt(items, 1))
    expect([
      result.ok && result.value.project.sources,
      items?.count,
      second?.id,
      second?.meta,
      items?.problems
    ]).toEqual([
      [{ path: 'data/utterances.csv', format: 'csv', columns: { text: 'text' }, idColumn: 'id' }],
      700,
      'AddToPlaylist-001',
      { intent: 'AddToPlaylist' },
      []
    ])
  } finally {
    await rm(base, { recursive: true, force: true })
  }
})
if (!existsSync(snips)) console.log('not run: real utterances: the shared real data is not here')
