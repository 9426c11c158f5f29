import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type App, newPerson, type Person, startApp } from './app.ts'
import { labelsOnDisk } from './project-on-disk.ts'

/* A person who has just installed it: real keys and clicks only, from the first start to the export. */

let person: Person
let app: App | undefined

beforeAll(async () => {
  person = await newPerson()
})
afterEach(async () => {
  await app?.kill()
  app = undefined
})
afterAll(() => person.leave())

const press = async (page: App['page'], ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}
/** What the status bar says is saved, is saved. */
const saved = (page: App['page']) => page.getByText(/^Saved \d\d:\d\d:\d\d/).waitFor()

test('the first start opens a sample; what was labelled with the keyboard is there after kill -9', async () => {
  app = await startApp(person, { args: ['--first-run-sample'] })
  const { page } = app
  const folder = join(person.home, 'Goldset samples', 'product-reviews')
  await page.getByRole('button', { name: /Submit and next/ }).waitFor()
  // A word by caret, its label by key; then the choice beside it; then on.
  await press(page, 'ArrowRight', '1', 'Alt+ArrowDown', '1')
  await saved(page)
  await press(page, 'Control+Enter')
  await expect
    .poll(async () => [...(await labelsOnDisk(folder)).values()].map(label => label.status))
    .toContain('submitted')
  const before = await labelsOnDisk(folder)
  await app.kill()

  app = await startApp(person)
  await app.page
    .getByRole('button', { name: /Product reviews/ })
    .first()
    .click()
  await app.page.getByRole('button', { name: /Submit and next/ }).waitFor()
  const submitted = [...before.values()].find(label => label.status === 'submitted')
  expect({
    same: [...(await labelsOnDisk(folder))],
    spans: (submitted?.answers['entities'] as { spans: unknown[] } | undefined)?.spans.length,
    readOnly: await app.page.getByText(/read-only/i).count(),
    errors: app.errors
  }).toEqual({ same: [...before], spans: 1, readOnly: 0, errors: [] })
})

test('a table becomes a project through the screens, an item is labelled, and the export holds it', async () => {
  const table = join(person.home, 'calls.csv')
  await writeFile(table, 'id,text\nc1,"Put me through to Anna, please"\nc2,Cancel the order\n')
  app = await startApp(person)
  const { page, electron } = app
  // The system's own dialog cannot be driven from here: it answers what a person would have picked.
  const answerDialogs = (path: string) =>
    electron.evaluate(({ dialog }, picked) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [picked] })
    }, path)
  await answerDialogs(table)
  await page
    .getByRole('button', { name: /^New project/ })
    .first()
    .click()
  await page.getByRole('button', { name: /^Choose files/ }).click()
  await page.getByText('Cancel the order').first().waitFor()
  await page.getByRole('button', { name: /^Make the project/ }).click()
  await page.getByRole('button', { name: /Submit and next/ }).waitFor()
  await press(page, 'ArrowRight', '1', 'Control+Enter')
  await saved(page)
  await page.getByText('Cancel the order').first().waitFor()

  const out = join(person.home, 'exported')
  await answerDialogs(out)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('Export')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Export' }).waitFor()
  await page.getByRole('radio', { name: /^doccano/ }).click()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: /Show/ }).waitFor()
  const files = await readdir(out)
  const data = files.find(name => name !== 'goldset-export.json') ?? ''
  const rows = (await readFile(join(out, data), 'utf8')).trim().split('\n')
  expect({
    files: files.length,
    rows: rows.map(row => (JSON.parse(row) as { text: string }).text),
    errors: app.errors
  }).toEqual({
    files: 2,
    rows: ['Put me through to Anna, please'],
    errors: []
  })
})
