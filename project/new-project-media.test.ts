import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { describe as group, expect, test } from 'vitest'
import type { Field } from '../schemas/project.ts'
import { describe } from '../schemas/schema.ts'
import { FileError, type Files } from './files.ts'
import { indexItems } from './items/index-items.ts'
import { memoryFiles } from './memory-files.ts'
import { newProject } from './new-project.ts'
import { previewSource } from './preview-source.ts'
import { itemsOf } from './test/items-of.ts'
import { png } from './test/png.ts'
import { wav } from './test/wav.ts'

type Content = Record<string, string | Uint8Array>

const photo: readonly Field[] = [{ id: 'photo', kind: 'image' }]
const picture = png(640, 480)

async function made(content: Content, paths: readonly string[], fields = photo) {
  const files = memoryFiles(content)
  const result = await newProject(files, { folder: '/p', name: 'P', paths, fields, tasks: [] })
  const added = [...files.snapshot().keys()].filter(
    path => !(path in content) && !/goldset|guide|git/.test(path)
  )
  if (!result.ok) return { problems: result.problems.map(describe), added }
  const items = await indexItems(files, '/p', result.value.project)
  return {
    sources: result.value.project.sources.map(({ path, format }) => `${path} ${format}`),
    items: (await itemsOf(items)).map(item => `${item.id} ${JSON.stringify(item.fields)}`),
    problems: result.value.problems.map(describe),
    added
  }
}

group('a new project of pictures or recordings', () => {
  test('uses a folder of them where it lies, nested, in natural order', async () => {
    const content = {
      '/p/b/2.png': picture,
      '/p/b/10.jpg': picture,
      '/p/a.PNG': picture,
      '/p/.x.png': picture
    }
    expect(await made(content, ['/p'])).toEqual({
      sources: ['. image-files'],
      items: ['a.PNG {"photo":"a.PNG"}', 'b/2.png {"photo":"b/2.png"}', 'b/10.jpg {"photo":"b/10.jpg"}'],
      problems: [],
      added: []
    })
  })

  test('copies single files that lie elsewhere into a folder, and a folder as it is', async () => {
    const content = { '/d/1.png': picture, '/e/1.png': png(1, 1), '/f/more/deep/a.gif': picture }
    expect(await made(content, ['/d/1.png', '/e/1.png', '/f/more'])).toEqual({
      sources: ['data/more image-files', 'data/images image-files'],
      items: [
        'data/more/deep/a.gif {"photo":"data/more/deep/a.gif"}',
        'data/images/1-2.png {"photo":"data/images/1-2.png"}',
        'data/images/1.png {"photo":"data/images/1.png"}'
      ],
      problems: [],
      added: ['/p/data/more/deep/a.gif', '/p/data/images/1.png', '/p/data/images/1-2.png']
    })
  })

  test('says what it leaves out of a mixed folder, one by one or in numbers', async () => {
    const notes = Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`/p/labels-txt/${n}.txt`, 'x']))
    const photos = Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`/p/photos/${n}.png`, picture]))
    const content = { ...notes, ...photos, '/p/scan.tif': 'II*\0', '/p/README.txt': 'about' }
    const { sources, problems } = await made(content, ['/p'])
    const few = await made({ '/p/a.wav': wav(9), '/p/a.txt': 'a' }, ['/p'], [{ id: 'a', kind: 'audio' }])
    expect([sources, problems, few.sources, few.problems]).toEqual([
      ['. image-files'],
      [
        'scan.tif: This was left out: pictures of this kind cannot be shown. Convert them to PNG or JPEG.',
        '*.txt: This was left out: the items of this folder are its pictures. There are 30 such files.'
      ],
      ['. audio-files'],
      ['a.txt: This was left out: the items of this folder are its recordings.']
    ])
  })

  test('is not made where its questions are about something else, or where no picture can be shown', async () => {
    const text: readonly Field[] = [{ id: 'text', kind: 'text' }]
    expect([
      await made({ '/d/a.png': picture }, ['/d'], text),
      await made({ '/d/a.tiff': 'II*\0' }, ['/d'])
    ]).toEqual([
      {
        problems: [
          'd: These files fill one field of kind "image", and the questions are about text. Choose others.'
        ],
        added: []
      },
      {
        problems: [
          'a.tiff: This was left out: pictures of this kind cannot be shown. Convert them to PNG or JPEG.'
        ],
        added: []
      }
    ])
  })
})

group('a new project of a table that names pictures', () => {
  test('copies those beside a table that lies elsewhere, under the path that the rows give', async () => {
    const content = {
      '/d/meta/photos.csv':
        'id,file\n1,img/a.png\n2,img/b.png\n3,../secret.png\n4,labels/x.png\n5,img/c.png\n',
      '/d/meta/img/a.png': picture,
      '/d/meta/img/b.png': picture,
      '/d/meta/labels/x.png': picture,
      '/d/secret.png': picture
    }
    expect(await made(content, ['/d/meta/photos.csv'])).toEqual({
      sources: ['data/photos.csv csv'],
      items: [
        '1 {"photo":"img/a.png"}',
        '2 {"photo":"img/b.png"}',
        '3 {"photo":"../secret.png"}',
        '4 {"photo":"labels/x.png"}',
        '5 {"photo":"img/c.png"}'
      ],
      problems: [
        'data/photos.csv: "photo" of "3" is "../secret.png": This path may not hold "." or "..": it must stay in the project folder. The same is so of 2 more.'
      ],
      added: ['/p/data/photos.csv', '/p/img/a.png', '/p/img/b.png']
    })
  })

  test('reads its table no further where it cannot be made', async () => {
    const noted: readonly Field[] = [{ id: 'note', kind: 'text' }]
    const rows = Array.from({ length: 40_000 }, (_, n) => `{"photo":"img/${n}.png","note":"of one megabyte"}`)
    const disk = memoryFiles({ '/p/photos.jsonl': rows.join('\n') })
    let read = 0
    const files: Files = {
      ...disk,
      readRange: (...range) => (read++, disk.readRange(...range)),
      async *stream(path) {
        for await (const bytes of disk.stream(path))
          for (let at = 0; at < bytes.length; at += 4096, read++) yield bytes.subarray(at, at + 4096)
      },
      create: async (path, content) => {
        if (path.endsWith('goldset.json')) throw new FileError('full', path, 'The disk is full.')
        await disk.create(path, content)
      }
    }
    const spec = { folder: '/p', name: 'P', paths: ['/p/photos.jsonl'], fields: noted, tasks: [] }
    const result = await newProject(files, spec)
    const before = read
    await setTimeout(100)
    expect([result, read - before, before > 0]).toEqual([
      { ok: false, problems: [{ file: '/p/goldset.json', message: 'The disk is full.' }] },
      0,
      true
    ])
  })

  test('uses them where they lie when the table is in the project', async () => {
    const content = {
      '/p/photos.jsonl': '{"photo":"img/a.png"}\n{"photo":"img/b.png"}\n',
      '/p/img/a.png': picture
    }
    const { problems, added } = await made(content, ['/p/photos.jsonl'])
    expect([problems, added]).toEqual([
      [
        'photos.jsonl: "photo" of "c93e7e7b30089a6e" is "img/b.png": There is no such file in the project folder.'
      ],
      []
    ])
  })
})

test('a new project of parquet has its pictures as items, and a damaged file leaves nothing behind', async () => {
  const parquet = readFileSync(join(import.meta.dirname, 'parquet/fixtures/everything.parquet'))
  const content = { '/d/data/train-00000-of-00001.parquet': parquet, '/d/README.md': 'about' }
  const { sources, items, problems } = await made(content, ['/d'])
  const damaged = Buffer.from(parquet).fill(0xff, 4, 3000)
  const failed = await made({ ...content, '/d/data/train-00000-of-00001.parquet': damaged }, ['/d'])
  expect([sources, items?.length, problems?.length, failed.problems?.length, failed.added]).toEqual([
    ['data/train.jsonl jsonl'],
    2,
    4,
    1,
    []
  ])
})

test('a preview of pictures or recordings shows what each is, and which cannot be used', async () => {
  const files = memoryFiles({
    '/d/a.png': picture,
    '/d/b.png': '',
    '/s/one.wav': wav(1_048_000, { channels: 2, sampleRate: 8000 })
  })
  const seen = await Promise.all([['/d'], ['/s']].map(paths => previewSource(files, paths)))
  expect(
    seen.map(each => each.ok && [each.value.format, each.value.rows, each.value.problems.map(describe)])
  ).toEqual([
    [
      'image-files',
      [
        { file: 'a.png', content: `640 × 480, ${picture.length} bytes` },
        { file: 'b.png', content: '0 bytes' }
      ],
      ['b.png: This file is empty.']
    ],
    ['audio-files', [{ file: 'one.wav', content: '0:32.8, 8 kHz, stereo, 1 MB' }], []]
  ])
})
