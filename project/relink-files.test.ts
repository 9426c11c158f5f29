import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Source } from '../schemas/project.ts'
import { mediaItem } from './media/media-item.ts'
import { memoryFiles, type MemoryFiles } from './memory-files.ts'
import { openProject } from './open-project.ts'
import { createProjectFile } from './project-file.ts'
import { relinkSource } from './relink-source.ts'
import { choiceTask } from './test/labelled-project.ts'
import { itemsOf } from './test/items-of.ts'
import { png } from './test/png.ts'

const ROOT = '/data/photos'
const names = ['a.png', 'b.png', 'deep/c.png']

/** A project of three pictures of different sizes in a folder, each with an answer. */
async function photos(path = 'photos'): Promise<MemoryFiles> {
  const files = memoryFiles()
  for (const [n, name] of names.entries()) await files.write(`${ROOT}/${path}/${name}`, png(n + 1, 3))
  await createProjectFile(files, ROOT, {
    goldset: 'project/1',
    id: 'photos',
    name: 'Photos',
    schemaVersion: 1,
    fields: [{ id: 'photo', kind: 'image' }],
    sources: [{ path, format: 'image-files' }],
    tasks: [{ ...choiceTask('good', ['yes']), field: 'photo' }]
  })
  const open = await opened(files)
  for (const item of await itemsOf(open.items)) {
    const saved = await open.labels.save({
      item: await mediaItem(files, ROOT, open.project.fields, item),
      annotator: 'ann',
      revision: 0,
      status: 'submitted',
      answers: { good: { chosen: ['yes'] } },
      labelers: { good: 'choice/1' },
      comments: [],
      unsure: false,
      activeMs: 0,
      schemaVersion: 1,
      guidelineVersion: 0
    })
    if (!saved.ok) throw new Error(JSON.stringify(saved.problems))
  }
  await open.close()
  return files
}

async function opened(files: MemoryFiles) {
  const open = await openProject(files, ROOT, { lock: true })
  if (!open.ok) throw new Error(JSON.stringify(open.problems))
  return open.value
}

async function relinked(files: MemoryFiles, from: string, to: string) {
  const result = await relinkSource(files, ROOT, from, `${ROOT}/${to}`)
  return result.ok
    ? `${result.value.compared} compared`
    : result.problems.map(({ message }) => message).join()
}

/** What the project knows now: its source, and each item's id and where its picture is. */
async function now(files: MemoryFiles): Promise<{ source: Source | undefined; items: readonly string[] }> {
  const open = await opened(files)
  const items = (await itemsOf(open.items)).map(({ id, fields }) => `${id} at ${fields['photo']}`)
  await open.close()
  return { source: open.project.sources[0], items }
}

test('pictures that moved keep their ids, and are shown from where they are now', async () => {
  const files = await photos()
  await files.move(`${ROOT}/photos`, `${ROOT}/data/2026`)
  expect([await relinked(files, 'photos', 'data/2026'), await now(files)]).toEqual([
    '3 compared',
    {
      source: { path: 'data/2026', format: 'image-files', idPath: 'photos' },
      items: names.map(name => `photos/${name} at data/2026/${name}`)
    }
  ])
})

test('files that were renamed meanwhile are counted, and nothing changes', async () => {
  const files = await photos()
  await files.move(`${ROOT}/photos`, `${ROOT}/moved`)
  await files.move(`${ROOT}/moved/deep`, `${ROOT}/moved/other`)
  await files.move(`${ROOT}/moved/b.png`, `${ROOT}/moved/renamed.png`)
  expect([await relinked(files, 'photos', 'moved'), (await now(files)).source]).toEqual([
    expect.stringMatching(
      /^2 of the 3 labelled files that were looked for are not there: "photos\/.*" first\. Files that were renamed need their old names\. Nothing was changed\.$/
    ),
    { path: 'photos', format: 'image-files' }
  ])
})

test('other pictures under the same names are refused', async () => {
  const files = await photos()
  await files.move(`${ROOT}/photos`, `${ROOT}/moved`)
  await files.write(`${ROOT}/moved/b.png`, png(9, 9))
  expect(await relinked(files, 'photos', 'moved')).toBe(
    '1 of the 3 labelled files that were looked for is not what was labelled: "photos/b.png". Nothing was changed.'
  )
})

test('an empty folder has no items to show', async () => {
  const files = await photos()
  await files.move(`${ROOT}/photos`, `${ROOT}/moved`)
  await files.makeFolder(`${ROOT}/empty`)
  expect(await relinked(files, 'photos', 'empty')).toBe('There are no items of this project here.')
})

test('however often the pictures move, ids stay; back at the first place the project is as it was', async () => {
  const folder = fc.constantFrom('x', 'data/y', 'photos2', 'é', 'z/photos')
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('photos', 'data/photos'),
      fc.array(folder, { maxLength: 4 }),
      async (first, places) => {
        const files = await photos(first)
        const before = Buffer.from(await files.read(`${ROOT}/goldset.json`)).toString()
        const ids = names.map(name => `${first}/${name}`)
        let at: string = first
        for (const to of [...places, first]) {
          if (to === at) continue
          await files.move(`${ROOT}/${at}`, `${ROOT}/${to}`)
          expect(await relinked(files, at, to)).toBe('3 compared')
          expect((await now(files)).items).toEqual(ids.map((id, n) => `${id} at ${to}/${names[n]}`))
          at = to
        }
        expect(Buffer.from(await files.read(`${ROOT}/goldset.json`)).toString()).toBe(before)
      }
    ),
    { numRuns: 15 }
  )
})
