import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
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
  await page.keyboard.press('Control+k')
  await page.keyboard.type('Home')
  await page.keyboard.press('Enter')
  await drop([join(person.home, 'other')])
  await page.getByText('Anna sings').first().waitFor()
  const made = await readFile(join(person.home, 'calls-goldset/data/calls.csv'), 'utf8')
  expect({ made, errors: app.errors }).toEqual({ made: 'id,text\nc1,Cancel the order\n', errors: [] })
})
