import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { describe as group, expect, test } from 'vitest'
import { describe } from '../../schemas/schema.ts'
import { readCsv } from './csv.ts'
import { readJsonArray } from './json-array.ts'
import { readJsonl } from './jsonl.ts'
import type { Entry } from './rows.ts'

const shown = (entries: Iterable<Entry>) =>
  [...entries].map(entry =>
    entry.row === undefined
      ? describe(entry.problem)
      : `${entry.row.line} ${[...entry.row.values].map(([key, value]) => `${key}=${JSON.stringify(value)}`).join(' ')}`
  )
const csv = (text: string, format: 'csv' | 'tsv' = 'csv') => shown(readCsv(text, 'a.csv', { format }))

group('CSV and TSV', () => {
  test('keeps quotes, line ends and spaces inside fields, and knows on which line a row begins', () => {
    expect(csv('id,text\r\n1,"two\r\nlines ""quoted"""\n\n2, padded \r\n3,five" pipe\n')).toEqual([
      '2 id="1" text="two\\r\\nlines \\"quoted\\""',
      '5 id="2" text=" padded "',
      '6 id="3" text="five\\" pipe"'
    ])
  })

  test('reports ragged rows, double columns and an open quote, and reads the others', () => {
    expect(csv('id,text,text,\n1,a,b,c\n2,a\n3,a,b,c\n4,"a\nb\n')).toEqual([
      'a.csv, line 1: Two columns are called "text": the second is read as "text~2".',
      '2 id="1" text="a" text~2="b" column 4="c"',
      'a.csv, line 3: This row has 2 fields where the header has 4. It was left out.',
      '4 id="3" text="a" text~2="b" column 4="c"',
      'a.csv, line 5: A quote is opened in this row and never closed: the rest of the file could not be read.'
    ])
  })

  test('reads tabs, semicolons, lone carriage returns and files without a header', () => {
    expect([
      csv('id\ttext\n1\ta,b\n', 'tsv'),
      csv('id;text\n1;a,b\n'),
      csv('id,text\r1,a\r'),
      shown(readCsv('1,a\n', 'a.csv', { format: 'csv', header: false })),
      csv('')
    ]).toEqual([
      ['2 id="1" text="a,b"'],
      ['2 id="1" text="a,b"'],
      ['2 id="1" text="a"'],
      ['1 column 1="1" column 2="a"'],
      []
    ])
  })

  test('gives back every table of strings that was written', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '"', ',', '\n', '\r', '\t', ' ', ';', '=', '😀', 'é', '\u0000')
    })
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell), { minLength: 1 }),
        fc.constantFrom('\n', '\r\n'),
        (rows, end) => {
          const text = stringify([['one', 'two'], ...rows], { quoted: true, record_delimiter: end })
          const read = readCsv(text, 'a.csv', { format: 'csv' }).map(entry => [
            ...(entry.row?.values.values() ?? [])
          ])
          expect(read).toEqual(rows)
        }
      ),
      { numRuns: 500 }
    )
  })
})

const naughty = '{"__proto__": 1, "text": "\\u2028a\u2028b"}'

group('JSON Lines', () => {
  test('reports each bad line with its number and reads the others', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000)
    expect(shown(readJsonl(`{"text":"a"}\r\n\n{"text":\n"b"\n7\n${deep}\n${naughty}`, 'a.jsonl'))).toEqual([
      '1 text="a"',
      'a.jsonl, line 3: This is not valid JSON.',
      '4 text="b"',
      'a.jsonl, line 5: This entry is neither an object nor a string.',
      'a.jsonl, line 6: This is nested deeper than 200 levels.',
      '7 __proto__=1 text="\u2028a\u2028b"'
    ])
  })
})

group('a JSON array', () => {
  test('reports each bad element with its line and reads the others', () => {
    expect(
      shown(readJsonArray(`[\n{"text":"a]\\"},"},\n"b",\n{"text" "c"},\n${naughty}, null\n]`, 'a.json'))
    ).toEqual([
      '2 text="a]\\"},"',
      '3 text="b"',
      'a.json, line 4: This is not valid JSON.',
      '5 __proto__=1 text="\u2028a\u2028b"',
      'a.json, line 5: This entry is neither an object nor a string.'
    ])
  })

  test('says what is wrong with a file that is no array', () => {
    expect(
      ['', '{"data":[]}', '[]', '["a"', '["a",\n{"text":"b"', '["a",]', '["a"]\nx'].map(text =>
        shown(readJsonArray(text, 'a.json'))
      )
    ).toEqual([
      ['a.json: This file is empty. A JSON source is an array of objects or strings.'],
      ['a.json, line 1: A JSON source must be an array of objects or strings: [ … ].'],
      [],
      ['a.json, line 1: The file ends inside the array: what begins here is cut off.'],
      ['1 text="a"', 'a.json, line 1: The file ends inside the array: what begins here is cut off.'],
      ['1 text="a"', 'a.json, line 1: An element is missing between two commas, or after the last.'],
      ['1 text="a"', 'a.json, line 2: There is more after the end of the array.']
    ])
  })

  test('reads the rows JSON.parse would, compact or pretty', () => {
    const rows = fc.array(fc.oneof(fc.string(), fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 }))))
    fc.assert(
      fc.property(rows, fc.constantFrom(0, 2), (values, indent) => {
        const parsed = JSON.parse(JSON.stringify(values)) as unknown[]
        const read = [...readJsonArray(JSON.stringify(values, null, indent), 'a.json')].map(entry =>
          entry.row === undefined ? entry.problem : [...entry.row.values]
        )
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
