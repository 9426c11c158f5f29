import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { png } from '../project/test/png.ts'
import { labelSet } from '../schemas/label-set.ts'
import { type App, newPerson, type Person, startApp } from './app.ts'
import { labelsOnDisk } from './project-on-disk.ts'

let person: Person
let app: App | undefined
let folder: string

beforeAll(async () => {
  person = await newPerson()
  folder = join(person.home, 'project')
  await mkdir(join(folder, 'photos/deep'), { recursive: true })
  for (const [n, name] of ['a.png', 'b.png', 'deep/c.png'].entries())
    await writeFile(join(folder, 'photos', name), png(n + 40, 30))
  const project = {
    goldset: 'project/1',
    id: 'photos',
    name: 'Photos',
    schemaVersion: 1,
    fields: [{ id: 'photo', kind: 'image' }],
    sources: [{ path: 'photos', format: 'image-files' }],
    tasks: [
      {
        id: 'good',
        title: 'Good',
        labeler: 'choice',
        labelerVersion: 1,
        field: 'photo',
        config: { labels: labelSet(['Sharp', 'Blurred']), multiple: false }
      }
    ]
  }
  await writeFile(join(folder, 'goldset.json'), `${JSON.stringify(project, null, 2)}\n`)
})
afterAll(async () => {
  await app?.kill()
  await person.leave()
})

test('a folder of pictures that was moved is found again, with its answers', async () => {
  app = await startApp(person, { args: [folder] })
  await app.page.getByRole('heading', { name: 'photos/a.png' }).waitFor()
  await app.page.keyboard.press('1')
  await app.page.keyboard.press('Control+Enter')
  await app.page.getByRole('heading', { name: 'photos/b.png' }).waitFor()
  await app.close()
  await mkdir(join(folder, 'data'))
  await rename(join(folder, 'photos'), join(folder, 'data/2026'))

  app = await startApp(person, { args: [folder] })
  const { page, electron, errors } = app
  await page.getByText('The data is not where it was').waitFor()
  await electron.evaluate(
    ({ dialog }, picked) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [picked] })
    },
    join(folder, 'data/2026')
  )
  await page.getByRole('button', { name: 'Choose where it is now…' }).click()
  await page.getByText('The data is found again').waitFor()
  await page.getByRole('heading', { name: 'photos/a.png' }).waitFor()
  const picture = page.locator('main img').first()
  await expect.poll(() => picture.evaluate(image => (image as HTMLImageElement).naturalWidth)).toBe(40)

  const { sources } = JSON.parse(await readFile(join(folder, 'goldset.json'), 'utf8')) as { sources: unknown }
  expect({
    sources,
    answered: [...(await labelsOnDisk(folder))].map(([id, { status }]) => `${id} ${status}`),
    chosen: await page.getByRole('radio', { name: /Sharp/ }).getAttribute('aria-checked'),
    errors
  }).toEqual({
    sources: [{ path: 'data/2026', format: 'image-files', idPath: 'photos' }],
    answered: ['photos/a.png submitted'],
    chosen: 'true',
    errors: []
  })
})
