import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { png } from '../project/test/png.ts'
import { type App, newPerson, type Person, startApp } from './app.ts'
import { writeProject } from './project-on-disk.ts'

let person: Person
let app: App

beforeAll(async () => {
  person = await newPerson()
  app = await startApp(person)
})
afterAll(async () => {
  await app.kill()
  await person.leave()
})

/** Drops files of this machine on the home screen, as a file manager does. */
async function drop(paths: readonly string[]): Promise<void> {
  const target = app.page.getByRole('button', { name: /Drop a folder here/ })
  const box = await target.boundingBox()
  if (box === null) throw new Error('There is no place to drop on.')
  const devtools = await app.page.context().newCDPSession(app.page)
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await devtools.send('Input.dispatchDragEvent', {
      type,
      x: box.x + box.width / 2,
      y: box.y + box.height / 2,
      data: { items: [], files: [...paths], dragOperationsMask: 1 }
    })
}

test('a table that is dropped is shown, becomes a project beside it, and a project that is dropped opens', async () => {
  const { page } = app
  const table = join(person.home, 'calls.csv')
  await writeFile(table, 'id,text\nc1,Cancel the order\n')
  await drop([table])
  await page.getByText('Cancel the order').first().waitFor()
  await page.getByRole('button', { name: /^Make the project/ }).click()
  await page.getByRole('button', { name: /Submit and next/ }).waitFor()

  await writeProject(join(person.home, 'other'), { texts: ['Anna sings'] })
  await goHome()
  await drop([join(person.home, 'other')])
  await page.getByText('Anna sings').first().waitFor()
  const made = await readFile(join(person.home, 'calls-goldset/data/calls.csv'), 'utf8')
  expect({ made, errors: app.errors }).toEqual({ made: 'id,text\nc1,Cancel the order\n', errors: [] })
})

test('a folder of pictures that is dropped shows what each is, and one that cannot be shown', async () => {
  const { page } = app
  await goHome()
  const folder = join(person.home, 'photos')
  await mkdir(join(folder, 'may'), { recursive: true })
  await writeFile(join(folder, 'may/1.png'), png(640, 480))
  await writeFile(join(folder, '2.png'), png(10, 10, [40_000, 40_000]))
  await drop([folder])
  await page.getByText('640 × 480').first().waitFor()
  await page
    .getByText(/1,600 megapixels/)
    .first()
    .waitFor()
  await page.screenshot({ path: join(person.home, 'photos.png') })
  expect(app.errors).toEqual([])
})

test('parquet that is dropped becomes a project of its rows', async () => {
  const { page } = app
  await goHome()
  const bytes = parquetWriteBuffer({
    columnData: [{ name: 'text', data: ['Berta dances', 'Carl sleeps'], type: 'STRING' }]
  })
  const table = join(person.home, 'train-00000-of-00001.parquet')
  await writeFile(table, Buffer.from(bytes))
  await drop([table])
  await page.getByText('Berta dances').first().waitFor()
  await page.getByRole('button', { name: /^Make the project/ }).click()
  await page.getByRole('button', { name: /Submit and next/ }).waitFor()
  const made = await readFile(join(person.home, 'train-00000-of-00001-goldset/data/train.jsonl'), 'utf8')
  expect({ made, errors: app.errors }).toEqual({
    made: '{"text":"Berta dances"}\n{"text":"Carl sleeps"}\n',
    errors: []
  })
})

async function goHome(): Promise<void> {
  await app.page.keyboard.press('Control+k')
  await app.page.keyboard.type('Home')
  await app.page.keyboard.press('Enter')
}
