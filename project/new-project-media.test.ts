import { describe as group, expect, test } from 'vitest'
import type { Field } from '../schemas/project.ts'
import { describe } from '../schemas/schema.ts'
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
