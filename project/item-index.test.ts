import fc from 'fast-check'
import { describe as group, expect, test } from 'vitest'
import { offsetsOf } from '../labelers/kit/offsets.ts'
import type { LabelFile } from '../schemas/label-file.ts'
import type { Project, Source } from '../schemas/project.ts'
import { describe } from '../schemas/schema.ts'
import { canonical, fingerprintOf, fingerprintProblem } from './fingerprint.ts'
import { indexItems } from './items/index-items.ts'
import { memoryFiles } from './memory-files.ts'
import { itemAt, itemsOf } from './test/items-of.ts'

const project = (sources: Source[]): Project => ({
  goldset: 'project/1',
  id: 'p',
  name: 'P',
  schemaVersion: 1,
  fields: [{ id: 'text', kind: 'text' }],
  sources,
  tasks: []
})

const index = (content: Record<string, string | Uint8Array>, ...sources: Source[]) =>
  indexItems(
    memoryFiles(Object.fromEntries(Object.entries(content).map(([name, bytes]) => [`/p/${name}`, bytes]))),
    '/p',
    project(sources)
  )

const shown = async (content: Record<string, string | Uint8Array>, ...sources: Source[]) => {
  const items = await index(content, ...sources)
  return [
    ...(await itemsOf(items)).map(
      item => `${item.id} = ${JSON.stringify(item.fields['text'])} ${canonical(item.meta)}`
    ),
    ...items.problems.map(describe)
  ]
}

group('items of text files', () => {
  test('are the .txt files of a folder in natural order, named by their path in the project', async () => {
    const content = {
      'data/a10.txt': 'ten',
      'data/a2.txt': '\uFEFFtwo\r\n',
      'data/B/cafe\u0301.TXT': 'nfd',
      'data/.hidden.txt': 'x',
      'data/notes.md': 'x',
      'data/bad.txt': Uint8Array.of(0x61, 0xe9)
    }
    expect(await shown(content, { path: 'data', format: 'text-files' })).toEqual([
      'data/a2.txt = "two\\r\\n" {}',
      'data/a10.txt = "ten" {}',
      'data/B/caf\u00e9.TXT = "nfd" {}',
      'data/bad.txt, byte 1: 0xE9 is not valid UTF-8 here. Save the file as UTF-8 and open it again.'
    ])
  })

  test('leave out the folder of labels when the project folder itself is the source', async () => {
    const content = { 'a.txt': 'a', 'labels/me/b.txt': 'b', 'sub/labels/c.txt': 'c' }
    expect(await shown(content, { path: '.', format: 'text-files' })).toEqual([
      'a.txt = "a" {}',
      'sub/labels/c.txt = "c" {}'
    ])
  })

  test('leave out projects and exports that lie below', async () => {
    const content = {
      'goldset-export.json': '{}',
      'a.txt': 'a',
      'out/goldset-export.json': '{}',
      'out/b.txt': 'b',
      'other/goldset.json': '{}',
      'other/deep/c.txt': 'c'
    }
    expect(await shown(content, { path: '.', format: 'text-files' })).toEqual(['a.txt = "a" {}'])
  })

  test('of one file are one item', async () => {
    expect(await shown({ 'data/a.txt': 'a' }, { path: 'data/a.txt', format: 'text-files' })).toEqual([
      'data/a.txt = "a" {}'
    ])
  })
})

group('items of rows', () => {
  test('keep other columns as they are, and names like __proto__ too', async () => {
    const content = {
      'a.jsonl': '{"id":1.5,"text":" x ","n":1,"deep":{"a":[null]},"__proto__":"own","constructor":false}'
    }
    expect(await shown(content, { path: 'a.jsonl', format: 'jsonl' })).toEqual([
      '1.5 = " x " {"__proto__":"own","constructor":false,"deep":{"a":[null]},"n":1}'
    ])
  })

  test('without an id are named by their content, whatever the row', async () => {
    const before = await shown({ 'a.csv': 'text\none\ntwo\none\n' }, { path: 'a.csv', format: 'csv' })
    const after = await shown({ 'a.csv': 'text\ntwo\nnew\none\none\n' }, { path: 'a.csv', format: 'csv' })
    expect({
      suffixes: before.map(line => line.split(' ')[0]?.slice(16)),
      lost: before.filter(line => !after.includes(line))
    }).toEqual({
      suffixes: ['', '', '~2'],
      lost: []
    })
  })

  test('leave an id that is written in the data to it, also where content would give the same', async () => {
    const id = (await shown({ 'a.csv': 'text\nx\n' }, { path: 'a.csv', format: 'csv' }))[0]?.split(' ')[0]
    const items = await index({ 'a.csv': `id,text\n,x\n${id},y\n` }, { path: 'a.csv', format: 'csv' })
    expect((await itemsOf(items)).map(item => [item.id, item.fields['text']])).toEqual([
      [`${id}~2`, 'x'],
      [id, 'y']
    ])
  })

  test('with an id twice are both usable, and the written id stays with its first owner', async () => {
    const content = { 'a.csv': 'id,text\na,1\na,2\na~2,3\n,4\n' }
    expect(await shown(content, { path: 'a.csv', format: 'csv' })).toEqual([
      'a = "1" {}',
      'a~3 = "2" {}',
      'a~2 = "3" {}',
      expect.stringMatching(/^[0-9a-f]{16} = "4" \{\}$/),
      'a.csv, line 5: "id" is empty. An id was made from the content.',
      'a.csv, line 3: The id "a" is there already. This item is called "a~3".'
    ])
  })

  test('that cannot become items are reported with their line, the others are there', async () => {
    const lines = [
      '{"id":1,"text":"ok"}',
      '{"id":2,"text":3}',
      '{"id":3}',
      '{"id":4,"text":"\\ud800"}',
      '{"id":12345678901234567890,"text":"big"}',
      'nonsense'
    ]
    expect(await shown({ 'a.jsonl': lines.join('\n') }, { path: 'a.jsonl', format: 'jsonl' })).toEqual([
      '1 = "ok" {}',
      expect.stringMatching(/^[0-9a-f]{16} = "big" \{\}$/),
      'a.jsonl, line 2: "text" is a number and must be text. The row was left out.',
      'a.jsonl, line 3: "text" is missing and must be text. The row was left out.',
      'a.jsonl, line 4: "text" holds half a surrogate pair, which is no character. The row was left out.',
      'a.jsonl, line 5: "id" is a number too large to be read exactly: write it in quotes. An id was made from the content.',
      'a.jsonl, line 6: This is not valid JSON.'
    ])
  })

  test('take text, id and tokens from the columns the source names', async () => {
    const content = {
      'a.json': '[{"key":"k","body":"a😀b c","spans":[[0,3],[4,5]]},{"key":"l","body":"ab","spans":[[0,9]]}]'
    }
    const source: Source = {
      path: 'a.json',
      format: 'json',
      columns: { text: 'body' },
      idColumn: 'key',
      tokensColumn: 'spans'
    }
    const items = await index(content, source)
    expect([
      (await itemsOf(items)).map(({ id, fields, meta, tokens }) => ({ id, fields, meta, tokens })),
      items.problems.map(describe)
    ]).toEqual([
      [
        {
          id: 'k',
          fields: { text: 'a😀b c' },
          meta: {},
          tokens: [
            [0, 3],
            [4, 5]
          ]
        },
        { id: 'l', fields: { text: 'ab' }, meta: {}, tokens: undefined }
      ],
      [
        'a.json, line 1: "spans" holds [0, 9], which is out of order or outside the text of 2 characters. The tokens of this row were left out.'
      ]
    ])
  })

  test('are none where a column, a file or the folder is not there, and each is said', async () => {
    expect(
      await shown(
        { 'a.csv': 'a,b\n1,2\n', 'b.csv': '' },
        { path: 'a.csv', format: 'csv' },
        { path: 'b.csv', format: 'csv' },
        { path: 'none.csv', format: 'csv' },
        { path: '../a.csv', format: 'csv' }
      )
    ).toEqual([
      'a.csv: There is no column "text" in any row. Set "columns" of this source in goldset.json.',
      'b.csv: There are no rows in this file.',
      'none.csv: There is no such file in the project folder.',
      '../a.csv: This path may not hold "." or "..": it must stay in the project folder.'
    ])
  })

  test('have titles of one line that never cut a character', async () => {
    const items = await index(
      { 'a.jsonl': `${JSON.stringify({ text: `  a\n\tb ${'😀'.repeat(300)}` })}\n{"id":"e","text":" "}` },
      {
        path: 'a.jsonl',
        format: 'jsonl'
      }
    )
    expect([
      (await items.titles([0, 1, 2])).map(({ title }) => title),
      items.positionOf('e'),
      items.positionOf('constructor')
    ]).toEqual([[`a b ${'😀'.repeat(116)}`, 'e'], 1, undefined])
  })
})

group('the index', () => {
  test('gives every item an id of its own, and finds it there, whatever the rows', async () => {
    const value = fc.oneof(fc.constantFrom('a', 'a~2', 'a~3', '__proto__', ''), fc.jsonValue({ maxDepth: 2 }))
    const row = fc.record(
      { id: value, text: fc.oneof(fc.constantFrom('x', 'y'), value), tokens: value },
      { requiredKeys: [] }
    )
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 12 }), async rows => {
        const text = rows.map(each => JSON.stringify(each)).join('\n')
        const items = await index({ 'a.jsonl': text }, { path: 'a.jsonl', format: 'jsonl', idColumn: 'id' })
        const all = await itemsOf(items)
        expect(
          all.map(item => [items.positionOf(item.id), item.fingerprint, typeof item.fields['text']])
        ).toEqual(all.map((item, position) => [position, fingerprintOf(item.fields), 'string']))
        for (const item of all)
          for (const [start, end] of item.tokens ?? [])
            expect(start < end && end <= offsetsOf(item.fields['text'] ?? '').length).toBe(true)
      }),
      { numRuns: 500 }
    )
  })

  test('tells when the content under an id has changed since it was labelled', async () => {
    const items = await index({ 'a.csv': 'id,text\n1,new\n' }, { path: 'a.csv', format: 'csv' })
    const item = await itemAt(items, 0)
    const label = (text: string) =>
      ({ item: { id: '1', source: 'a.csv', fingerprint: fingerprintOf({ text }) } }) as LabelFile
    expect([fingerprintProblem(item, label('new')), fingerprintProblem(item, label('old'))?.message]).toEqual(
      [undefined, 'The content of "1" has changed since it was labelled. Check its answers.']
    )
  })
})
