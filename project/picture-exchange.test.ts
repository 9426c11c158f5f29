import { expect, test } from 'vitest'
import { exportProject } from './export-project.ts'
import { importInto } from './import-project.ts'
import { newFromImport } from './new-from-import.ts'
import { openProject } from './open-project.ts'
import { textOf } from './test/labelled-project.ts'
import { type Box, boxesTask, picturedProject } from './test/pictured-project.ts'
import { png } from './test/png.ts'

const cat: Box = [4, 5, 30.5, 20, 'cat']
const pictures = { 'a.png': [cat], 'north/a.png': [], 'north/b.png': [[1, 1, 9, 9, 'dog'] as Box, cat] }
const project = () => picturedProject(boxesTask(['cat', 'dog']), pictures)

const below = (files: { snapshot(): ReadonlyMap<string, Uint8Array> }, folder: string) =>
  [...files.snapshot().keys()].filter(path => path.startsWith(folder)).sort()

test('an export has the pictures beside their labels, and names every file in its manifest', async () => {
  const open = await project()
  const exported = await exportProject(open, { format: 'yolo', status: 'submitted', out: '/out' })
  if (!exported.ok) throw new Error(JSON.stringify(exported.problems))
  expect(below(open.files, '/out')).toEqual([
    '/out/classes.txt',
    '/out/data.yaml',
    '/out/goldset-export.json',
    '/out/images/train/data/a.png',
    '/out/images/train/data/north/a.png',
    '/out/images/train/data/north/b.png',
    '/out/labels/train/data/a.txt',
    '/out/labels/train/data/north/a.txt',
    '/out/labels/train/data/north/b.txt'
  ])
  const manifest = JSON.parse(textOf(open.files, '/out/goldset-export.json')) as {
    counts: object
    files: { path: string; bytes: number }[]
  }
  expect(exported.value.counts).toEqual({ in: 3, out: 3, dropped: 0 })
  expect(manifest.files.map(file => file.path).sort()).toEqual(
    below(open.files, '/out')
      .map(path => path.slice('/out/'.length))
      .filter(path => path !== 'goldset-export.json')
  )
  expect(manifest.files.find(file => file.path.endsWith('a.png'))?.bytes).toBe(png(64, 48).length)
  expect(textOf(open.files, '/out/labels/train/data/north/a.txt')).toBe('')
})

test('pictures stay where they are for those who ask, and a preview writes nothing', async () => {
  const open = await project()
  const options = new Map([['images', 'leave']])
  await exportProject(open, { format: 'voc', status: 'submitted', out: '/out', options })
  const preview = await exportProject(open, { format: 'voc', status: 'submitted', out: null })
  expect({
    written: below(open.files, '/out').filter(path => path.endsWith('.png')),
    preview: preview.ok ? preview.value.files.filter(path => path.endsWith('.png')).length : preview.problems
  }).toEqual({ written: [], preview: 3 })
})

test('a picture that is gone is said, and its labels go out', async () => {
  const open = await project()
  await open.files.remove('/data/project/data/a.png')
  const exported = await exportProject(open, { format: 'labelme', status: 'submitted', out: '/out' })
  expect(exported.ok ? [exported.value.counts, exported.value.dropped] : exported.problems).toEqual([
    { in: 3, out: 3, dropped: 1 },
    [{ item: 'data/a.png', reason: 'The file was not copied: There is no such file in the project folder.' }]
  ])
  expect(below(open.files, '/out/data/a')).toEqual(['/out/data/a.json'])
})

test('a folder of labels finds the pictures of a project that is there, and a second time changes nothing', async () => {
  const open = await project()
  await exportProject(open, { format: 'voc', status: 'submitted', out: '/out' })
  await open.files.write(
    '/other/set/Annotations/a.xml',
    '<annotation><filename>a.png</filename></annotation>'
  )
  const fresh = await picturedProject(boxesTask([]), {})
  for (const path of Object.keys(pictures)) await fresh.files.write(`/data/project/data/${path}`, png(64, 48))
  for (const [path, bytes] of open.files.snapshot())
    if (/^\/(out|other)/.test(path)) await fresh.files.write(path, bytes)
  const opened = await openProject(fresh.files, '/data/project', { lock: false })
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems))
  await fresh.close()
  const again = await openProject(fresh.files, '/data/project', { lock: true })
  if (!again.ok) throw new Error(JSON.stringify(again.problems))
  const take = async (path: string) => {
    const report = await importInto(again.value, {
      path,
      format: 'voc',
      annotator: 'bo',
      dryRun: false,
      strict: false
    })
    if (!report.ok) return report.problems
    const { created, unchanged, skipped, problems } = report.value
    return { created, unchanged, skipped, problems }
  }
  const first = await take('/out')
  const second = await take('/out')
  // Moved by half a pixel it still agrees, and is not the same answer.
  const place = '/out/Annotations/data/a.xml'
  await fresh.files.write(place, textOf(fresh.files, place).replace('<xmax>34.5<', '<xmax>35<'))
  expect([first, second, await take('/out'), await take('/other/set')]).toEqual([
    { created: 3, unchanged: 0, skipped: 0, problems: [] },
    { created: 0, unchanged: 3, skipped: 0, problems: [] },
    {
      created: 0,
      unchanged: 2,
      skipped: 1,
      problems: [
        {
          file: 'Annotations/data/a.xml',
          message: '"data/a.png" has another answer to "boxes" by "bo" already. It stays as it is.'
        }
      ]
    },
    {
      created: 0,
      unchanged: 0,
      skipped: 0,
      problems: [
        {
          file: 'Annotations/a.xml',
          message: '"a.png" can be any of 2 files of this project. The answers of this row were left out.'
        }
      ]
    }
  ])
})

test('a new project is made of the pictures beside the labels, those without labels too', async () => {
  const open = await project()
  const { files } = open
  await exportProject(open, { format: 'coco', status: 'submitted', out: '/set/boxes.json' })
  for (const path of ['a.png', 'north/a.png', 'more/c.png'])
    await files.write(`/set/pictures/data/${path}`, png(64, 48))
  const made = await newFromImport(files, {
    folder: '/new',
    path: '/set/boxes.json',
    format: 'coco',
    annotator: 'bo'
  })
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  expect({
    items: made.value.items,
    created: made.value.report.created,
    problems: made.value.report.problems,
    data: below(files, '/new/data')
  }).toEqual({
    items: 3,
    created: 2,
    problems: [
      {
        file: 'data/north/b.png',
        message: 'There is no picture "data/north/b.png". Its labels were left out.'
      }
    ],
    data: [
      '/new/data/set/pictures/data/a.png',
      '/new/data/set/pictures/data/more/c.png',
      '/new/data/set/pictures/data/north/a.png'
    ]
  })
})

test('a new project does not lie among the files it is made from, and needs pictures', async () => {
  const open = await project()
  const { files } = open
  await exportProject(open, { format: 'yolo', status: 'submitted', out: '/out' })
  await exportProject(open, { format: 'csv', status: 'submitted', out: '/table/boxes.csv' })
  const tries = [
    await newFromImport(files, { folder: '/out', path: '/out', format: 'yolo', annotator: 'bo' }),
    await newFromImport(files, { folder: '/new', path: '/table/boxes.csv', format: 'csv', annotator: 'bo' }),
    await newFromImport(files, { folder: '/new', path: '/out', format: 'conll', annotator: 'bo' })
  ]
  expect(tries.map(tried => (tried.ok ? '' : tried.problems.map(problem => problem.message).at(-1)))).toEqual(
    [
      'The project would lie among the files it is made from, where its own folders have no room. Choose a new folder.',
      'There are no pictures below this folder, and the labels are of pictures.',
      'There is nothing in this file to import as "conll".'
    ]
  )
  expect(below(files, '/new')).toEqual([])
})
