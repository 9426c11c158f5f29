import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { describe as group, expect, test } from 'vitest'
import { describe } from '../../schemas/schema.ts'
import { memoryFiles } from '../memory-files.ts'
import { parquetHead } from './parquet-head.ts'
import { inShards } from './shards.ts'
import { takeParquet } from './take-parquet.ts'

/** Written by pyarrow 26 with the metadata of `datasets`: every type, three rows in two row groups, packed with zstd. */
const everything = readFileSync(join(import.meta.dirname, 'fixtures/everything.parquet'))

async function taken(...shards: readonly Uint8Array[]) {
  const files = memoryFiles(Object.fromEntries(shards.map((bytes, n) => [`/d/${n}.parquet`, bytes])))
  const made: string[] = []
  const progress: number[] = []
  const result = await takeParquet(files, {
    shards: shards.map((_, n) => `/d/${n}.parquet`),
    root: '/p',
    stem: 'data/t',
    made,
    onRows: rows => progress.push(rows)
  })
  const text = Buffer.from(files.snapshot().get('/p/data/t.jsonl') ?? []).toString('utf8')
  const rows =
    text === ''
      ? []
      : text
          .trimEnd()
          .split('\n')
          .map(line => JSON.parse(line) as object)
  return {
    problems: (result.ok ? result.value : result.problems).map(describe),
    ok: result.ok,
    rows,
    made,
    progress
  }
}

group('parquet', () => {
  test('of every type becomes rows in which nothing is lost', async () => {
    const { rows, problems, made, progress } = await taken(everything)
    expect(rows).toEqual([
      {
        picture: 'data/t/picture/af/af87446eb0e14f0f74afd0828dbbb3b8.png',
        sound: 'data/t/sound/40/407b022a3df1b907a1169572223e5df3.wav',
        label: 'dog',
        tags: ['calm', 'loud'],
        text: 'Katze \u2028 🐈',
        messages: [
          { role: 'user', content: 'Hello' },
          { role: 'assistant', content: null }
        ],
        big: '9007199254740993',
        ubig: '18446744073709551615',
        price: '-0.05',
        day: '1969-12-31',
        when: '2023-11-14T22:13:20.123456',
        exact: '2023-11-14T22:13:20.123456789Z',
        clock: '13:05:00.25',
        single: 0.1,
        half: 0.5,
        double: 0.1,
        map: Object.fromEntries([
          ['__proto__', 1],
          ['k', 2]
        ]),
        nested: [[1], [], null],
        kind: 'x'
      },
      {
        picture: 'data/t/picture/f3/f35cc93bf56551d73580dbf0540854c8.jpg',
        sound: null,
        label: 'cat',
        tags: [],
        text: 'a line\nand one more',
        messages: [
          { role: 'user', content: 'Hello' },
          { role: 'assistant', content: null }
        ],
        big: '-9223372036854775808',
        ubig: 0,
        price: '12345678901234567890.12',
        day: '2024-02-29',
        when: '1969-12-31T23:59:59.999999',
        exact: '1970-01-01T00:00:00Z',
        clock: null,
        single: 3.4e38,
        half: -2,
        double: 'NaN',
        map: {},
        nested: [],
        kind: 'y'
      },
      {
        picture: null,
        sound: null,
        label: null,
        tags: null,
        text: null,
        messages: [
          { role: 'user', content: 'Hello' },
          { role: 'assistant', content: null }
        ],
        big: 7,
        ubig: 1,
        price: null,
        day: null,
        when: null,
        exact: null,
        clock: null,
        single: null,
        half: null,
        double: '-Infinity',
        map: null,
        nested: null,
        kind: 'x'
      }
    ])
    expect([problems, made, progress]).toEqual([
      [
        '0.parquet: The column "raw" holds binary data. It was left out.',
        '0.parquet: Row 2: "sound" does not hold its file. It only names "/home/somebody/b.wav".',
        '0.parquet: Row 3: "sound" is neither a picture nor a recording that Goldset knows.'
      ],
      [
        '/p/data/t/picture/af/af87446eb0e14f0f74afd0828dbbb3b8.png',
        '/p/data/t/sound/40/407b022a3df1b907a1169572223e5df3.wav',
        '/p/data/t/picture/f3/f35cc93bf56551d73580dbf0540854c8.jpg',
        '/p/data/t.jsonl'
      ],
      [2, 3]
    ])
  })

  test('in several files is one table, and a file that comes twice is kept once', async () => {
    const { rows, made } = await taken(everything, everything)
    expect([rows.length, made.length]).toEqual([6, 4])
  })

  test('that is damaged or none is a sentence', async () => {
    const cut = everything.subarray(0, everything.length - 300)
    const text = Buffer.from('id,text\n1,this is a table of another kind\n')
    const damaged = Buffer.from(everything)
    damaged.fill(0xff, 4, 400)
    const tried = await Promise.all([Buffer.alloc(0), cut, text, damaged].map(bytes => taken(bytes)))
    expect(tried.map(({ ok, problems }) => [ok, problems.at(-1)])).toEqual([
      [false, '0.parquet: This file cannot be read as parquet: it is too short.'],
      [false, '0.parquet: This file cannot be read as parquet: its end is missing, or it is something else.'],
      [false, '0.parquet: This file cannot be read as parquet: its end is missing, or it is something else.'],
      [false, '0.parquet: This file cannot be read as parquet: unknown type.']
    ])
  })

  test('that is not UTF-8 where it says so leaves out the row and says which', async () => {
    const bytes = parquetWriteBuffer({
      columnData: [{ name: 'text', data: ['good', 'qqqq', 'also'], type: 'STRING' }],
      codec: 'UNCOMPRESSED'
    })
    const broken = Buffer.from(bytes)
    broken[broken.indexOf('qqqq') + 1] = 0xff
    const { rows, problems } = await taken(broken)
    expect([rows, problems]).toEqual([
      [{ text: 'good' }, { text: 'also' }],
      ['0.parquet: Row 2: "text" is not valid UTF-8. The row was left out.']
    ])
  })
})

test('the head of parquet shows the first rows as they will be, and counts all, without writing', async () => {
  const files = memoryFiles({ '/d/a.parquet': everything, '/d/b.parquet': everything })
  const before = files.snapshot().size
  const head = await parquetHead(files, ['/d/a.parquet', '/d/b.parquet'])
  expect(
    head.ok && [
      head.value.rows,
      head.value.columns.length,
      head.value.entries[0]?.row?.values.get('text'),
      head.value.problems?.map(describe),
      files.snapshot().size - before
    ]
  ).toEqual([6, 19, 'Katze \u2028 🐈', ['a.parquet: The column "raw" holds binary data. It is left out.'], 0])
})

test('files of one table are told by their names', () => {
  const paths = [
    '/d/data/test-00000-of-00001.parquet',
    '/d/data/train-00000-of-00002.parquet',
    '/d/data/train-00001-of-00002-0123456789abcdef.parquet',
    '/d/default/train/0000.parquet',
    '/d/default/train/0001.parquet',
    '/d/reviews.parquet'
  ]
  expect(inShards(paths).map(({ name, files }) => `${name}: ${files.length}`)).toEqual([
    'test: 1',
    'train: 2',
    'train: 2',
    'reviews: 1'
  ])
})
