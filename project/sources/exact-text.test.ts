import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { describe as group, expect, test } from 'vitest'
import type { Project, Source } from '../../schemas/project.ts'
import { indexItems } from '../items/index-items.ts'
import { memoryFiles } from '../memory-files.ts'
import { itemsOf } from '../test/items-of.ts'

const project = (...sources: Source[]): Project => ({
  goldset: 'project/1',
  id: 'p',
  name: 'P',
  schemaVersion: 1,
  fields: [{ id: 'text', kind: 'text' }],
  sources,
  tasks: []
})
const texts = async (files: ReturnType<typeof memoryFiles>, ...sources: Source[]) => {
  const items = await itemsOf(await indexItems(files, '/p', project(...sources)))
  return items.map(item => item.fields['text'])
}

/** Everything people found to break: line ends, marks, direction, both forms of é, quotes, NUL, formulas. */
const pieces = [
  '\r\n',
  '\n',
  '\r',
  '\t',
  ' ',
  '\u00a0',
  '\u2028',
  '\uFEFF',
  '\u0000',
  '"',
  ',',
  ';',
  '\\',
  'é',
  'e\u0301',
  '😀',
  '👩‍👩‍👧‍👦',
  'مرحبا',
  '你好',
  'ก็',
  '\u202e',
  '=1+1',
  '<b>',
  '__proto__'
]
const text = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 8 }).map(parts => parts.join(''))

group('text', () => {
  test('is the same character for character after import, whatever the source', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(text, { minLength: 1, maxLength: 5 }), async all => {
        const rows = all.map((each, n) => ({ id: `${n}`, text: each }))
        const table = (delimiter: string) => stringify(rows, { header: true, quoted: true, delimiter })
        const files = memoryFiles({
          '/p/a.csv': table(','),
          '/p/a.tsv': table('\t'),
          '/p/a.json': `\uFEFF${JSON.stringify(rows, null, 2)}`,
          '/p/a.jsonl': rows.map(row => JSON.stringify(row)).join('\n'),
          ...Object.fromEntries(rows.map(row => [`/p/t/${row.id}.txt`, `\uFEFF${row.text}`]))
        })
        expect([
          await texts(files, { path: 'a.csv', format: 'csv' }),
          await texts(files, { path: 'a.tsv', format: 'tsv' }),
          await texts(files, { path: 'a.json', format: 'json' }),
          await texts(files, { path: 'a.jsonl', format: 'jsonl' }),
          await texts(files, { path: 't', format: 'text-files' })
        ]).toEqual([all, all, all, all, all])
      }),
      { numRuns: 200 }
    )
  })

  test('of damaged files is items or problems, never an exception', async () => {
    const whole = Buffer.from(
      '\uFEFFid,text\n1,"a ""b"", c"\n[{"text":"😀"},{"text":["x"]}]\n{"id":1,"text":"y"}\n'
    )
    const damage = fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }))
    await fc.assert(
      fc.asyncProperty(
        fc.array(damage, { maxLength: 6 }),
        fc.nat(whole.length),
        fc.nat(whole.length),
        async (changes, from, to) => {
          const bytes = Uint8Array.from(whole)
          for (const [at, value] of changes) bytes[at] = value
          const files = memoryFiles({ '/p/a': bytes.slice(Math.min(from, to), Math.max(from, to)) })
          for (const format of ['csv', 'tsv', 'json', 'jsonl', 'text-files'] as const) {
            const items = await indexItems(files, '/p', project({ path: 'a', format }))
            await items.whole
            expect(items.count + items.problems.length).toBeGreaterThan(0)
          }
        }
      ),
      { numRuns: 1000 }
    )
  })
})
