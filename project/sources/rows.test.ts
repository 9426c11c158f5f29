import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { describe as group, expect, test } from 'vitest'
import type { Source } from '../../schemas/project.ts'
import { describe } from '../../schemas/schema.ts'
import { entriesOf } from '../test/entries-of.ts'
import { delimiterOf } from './csv-dialect.ts'
import { csvSettings } from './csv-records.ts'
import { CR, LF } from './row-scanner.ts'
import type { Entry } from './rows.ts'

type Content = string | Uint8Array

const shown = (entries: Iterable<Entry>) =>
  [...entries].map(entry =>
    entry.row === undefined
      ? describe(entry.problem)
      : `${entry.row.line} ${[...entry.row.values].map(([key, value]) => `${key}=${JSON.stringify(value)}`).join(' ')}`
  )
const read = async (content: Content, source: Pick<Source, 'format' | 'header'>, piece?: number) =>
  shown(await entriesOf(content, `a.${source.format}`, source, piece))
const csv = (content: Content, piece?: number) => read(content, { format: 'csv' }, piece)
const jsonl = (content: Content, piece?: number) => read(content, { format: 'jsonl' }, piece)
const json = (content: Content, piece?: number) => read(content, { format: 'json' }, piece)

const rowsOf = (entries: readonly Entry[]) =>
  entries.flatMap(({ row }) => (row === undefined ? [] : [[...row.values.values()]]))

/** Few bytes at once: rows, quotes and line ends are cut everywhere. */
const piece = fc.integer({ min: 8, max: 40 })

group('CSV and TSV', () => {
  test('keeps quotes, line ends and spaces inside fields, and knows on which line a row begins', async () => {
    expect(await csv('id,text\r\n1,"two\r\nlines ""quoted"""\n\n2, padded \r\n3,five" pipe\n4,""\n')).toEqual(
      [
        '2 id="1" text="two\\r\\nlines \\"quoted\\""',
        '5 id="2" text=" padded "',
        '6 id="3" text="five\\" pipe"',
        '7 id="4" text=""'
      ]
    )
  })

  test('reports ragged rows and double columns, and reads the others', async () => {
    expect(await csv('id,text,text,\n1,a,b,c\n2,a\n3,a,b,c\n')).toEqual([
      'a.csv, line 1: Two columns are called "text": the second is read as "text~2".',
      '2 id="1" text="a" text~2="b" column 4="c"',
      'a.csv, line 3: This row has 2 fields where the header has 4. It was left out.',
      '4 id="3" text="a" text~2="b" column 4="c"'
    ])
  })

  test('leaves out the line with a quote that is never closed, and reads on after it', async () => {
    expect(await csv('id,text\n1,a\n2,"b\n3,c\n4,d\n')).toEqual([
      '2 id="1" text="a"',
      'a.csv, line 3: A quote is opened in this row and never closed. The line was left out.',
      '4 id="3" text="c"',
      '5 id="4" text="d"'
    ])
  })

  test('reads tabs, semicolons, lone carriage returns and files without a header', async () => {
    expect([
      await read('id\ttext\n1\ta,b\n', { format: 'tsv' }),
      await csv('id;text\n1;a,b\n'),
      await csv('id,text\r1,a\r'),
      await read('1,a\n', { format: 'csv', header: false }),
      await csv('')
    ]).toEqual([
      ['2 id="1" text="a,b"'],
      ['2 id="1" text="a,b"'],
      ['2 id="1" text="a"'],
      ['1 column 1="1" column 2="a"'],
      ['a.csv: There are no rows in this file.']
    ])
  })

  test('gives back every table of strings that was written', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '"', ',', '\n', '\r', '\t', ' ', ';', '=', '😀', 'é', '\u0000')
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell), { minLength: 1 }),
        fc.constantFrom('\n', '\r\n'),
        piece,
        async (rows, end, bytes) => {
          const text = stringify([['one', 'two'], ...rows], { quoted: true, record_delimiter: end })
          expect(rowsOf(await entriesOf(text, 'a.csv', { format: 'csv' }, bytes))).toEqual(rows)
        }
      ),
      { numRuns: 500 }
    )
  })

  test('cuts any text into the rows that csv-parse finds in the whole of it, however small the pieces', async () => {
    const text = fc.string({
      unit: fc.constantFrom('a', '"', '"', ',', '\n', '\r\n', '\r', ';', ' ', 'é', '\u0000')
    })
    await fc.assert(
      fc.asyncProperty(text, piece, async (content, bytes) => {
        const lineEnd = content.includes('\n') ? LF : CR
        const settings = csvSettings({ delimiter: delimiterOf(content, 'csv'), lineEnd })
        let whole: string[][]
        try {
          whole = parse(content, settings)
        } catch {
          // An open quote: there csv-parse gives nothing.
          return
        }
        const width = whole[0]?.length ?? 0
        const entries = await entriesOf(content, 'a.csv', { format: 'csv', header: false }, bytes)
        expect({
          rows: rowsOf(entries),
          ragged: entries.filter(({ problem }) => problem?.message.includes(' where the header has ')).length
        }).toEqual({
          rows: whole.filter(row => row.length === width),
          ragged: whole.filter(row => row.length !== width).length
        })
      }),
      { numRuns: 3000 }
    )
  })
})

const naughty = '{"__proto__": 1, "text": "\\u2028a\u2028b"}'

group('JSON Lines', () => {
  test('reports each bad line with its number and reads the others', async () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000)
    expect(await jsonl(`{"text":"a"}\r\n\n{"text":\n"b"\n7\n${deep}\n${naughty}`)).toEqual([
      '1 text="a"',
      'a.jsonl, line 3: This is not valid JSON.',
      '4 text="b"',
      'a.jsonl, line 5: This entry is neither an object nor a string.',
      'a.jsonl, line 6: This is nested deeper than 200 levels.',
      '7 __proto__=1 text="\u2028a\u2028b"'
    ])
  })

  test('names the byte of a row that is not UTF-8, and reads the others', async () => {
    const bytes = Buffer.from('{"text":"a"}\n{"text":"\u00e9"}\n{"text":"\ufefft"}\n', 'latin1')
    const good = Buffer.from('{"text":"é"}\n')
    expect(await jsonl(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), good, bytes]))).toEqual([
      '1 text="é"',
      '2 text="a"',
      'a.jsonl, line 3, byte 39: 0xE9 is not valid UTF-8 here. The row was left out.',
      'a.jsonl, line 4, byte 52: 0xFF is not valid UTF-8 here. The row was left out.'
    ])
  })

  test('gives the rows that splitting at line feeds gives, however small the pieces', async () => {
    const line = fc.oneof(
      fc.json({ maxDepth: 1 }),
      fc.string({ unit: fc.constantFrom('{', '"', ' ', '\t', '\r', 'é', '\u0000', '}') })
    )
    await fc.assert(
      fc.asyncProperty(fc.array(line), piece, async (lines, bytes) => {
        const text = lines.join('\n')
        const entries = await entriesOf(text, 'a.jsonl', { format: 'jsonl' }, bytes)
        const filled = text.split('\n').flatMap((each, n) => (/[^ \t\r]/.test(each) ? [n + 1] : []))
        expect(entries.map(({ row, problem }) => row?.line ?? problem?.line)).toEqual(
          filled.length === 0 ? [undefined] : filled
        )
      }),
      { numRuns: 1000 }
    )
  })
})

group('a JSON array', () => {
  test('reports each bad element with its line and reads the others', async () => {
    expect(await json(`[\n{"text":"a]\\"},"},\n"b",\n{"text" "c"},\n${naughty}, null\n]`)).toEqual([
      '2 text="a]\\"},"',
      '3 text="b"',
      'a.json, line 4: This is not valid JSON.',
      '5 __proto__=1 text="\u2028a\u2028b"',
      'a.json, line 5: This entry is neither an object nor a string.'
    ])
  })

  test('says what is wrong with a file that is no array', async () => {
    const contents = ['', '{"data":[]}', '[]', '["a"', '["a",\n{"text":"b"', '["a",]', '["a"]\nx']
    expect(await Promise.all(contents.map(text => json(text)))).toEqual([
      ['a.json: This file is empty. A JSON source is an array of objects or strings.'],
      ['a.json, line 1: A JSON source must be an array of objects or strings: [ … ].'],
      ['a.json: There are no rows in this file.'],
      ['a.json, line 1: The file ends inside the array: what begins here is cut off.'],
      ['a.json, line 1: The file ends inside the array: what begins here is cut off.', '1 text="a"'],
      ['a.json, line 1: An element is missing between two commas, or after the last.', '1 text="a"'],
      ['1 text="a"', 'a.json, line 2: There is more after the end of the array.']
    ])
  })

  test('reads the rows JSON.parse would, compact or pretty, however small the pieces', async () => {
    const rows = fc.array(fc.oneof(fc.string(), fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 }))))
    await fc.assert(
      fc.asyncProperty(rows, fc.constantFrom(0, 2), piece, async (values, indent, bytes) => {
        const parsed = JSON.parse(JSON.stringify(values)) as unknown[]
        const text = JSON.stringify(values, null, indent)
        const entries = await entriesOf(text, 'a.json', { format: 'json' }, bytes)
        const read = entries.flatMap(entry => (entry.row === undefined ? [] : [[...entry.row.values]]))
        expect(read).toEqual(
          parsed.map(value =>
            typeof value === 'string' ? [['text', value]] : Object.entries(value as object)
          )
        )
      }),
      { numRuns: 500 }
    )
  })
})
