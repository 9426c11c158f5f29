import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { labelPlace } from '../project/label-files.ts'
import { type App, newPerson, type Person, startApp } from './app.ts'
import { labelsOnDisk, me, writeProject } from './project-on-disk.ts'

/* What sync services, git and other people do to the label files of a project that is open. */

let person: Person
let app: App
let folder: string
const COUNT = 6

beforeAll(async () => {
  person = await newPerson()
  folder = join(person.home, 'project')
  await writeProject(folder, { texts: Array.from({ length: COUNT }, (_, n) => `Utterance ${n + 1}`) })
  app = await startApp(person, { args: [folder] })
  await app.page.getByText('Utterance 1').first().waitFor()
})
afterAll(async () => {
  await app.kill()
  await person.leave()
})

const press = async (...keys: string[]) => {
  for (const key of keys) await app.page.keyboard.press(key)
}
const item = () => app.page.getByRole('heading', { level: 1 }).textContent()
const head = () =>
  app.page.getByRole('complementary', { name: 'Queue' }).getByRole('status').first().textContent()
const bar = () => app.page.getByRole('contentinfo')
const chosen = () => app.page.getByRole('radio', { checked: true }).allTextContents()
const moodOf = async (id: string) => (await labelsOnDisk(folder)).get(id)?.answers['mood']

/** As a sync service puts a file: whole, over the one that was there. */
async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(`${path}.part`, text)
  await rename(`${path}.part`, path)
}

const pathOf = (annotator: string, id: string) => join(folder, labelPlace(annotator, id))

/** The person's own label file of r1 with another mood. */
async function withMood(mood: string, revision: number): Promise<string> {
  const label = JSON.parse(await readFile(pathOf(me, 'r1'), 'utf8')) as { answers: object }
  return JSON.stringify({ ...label, revision, answers: { ...label.answers, mood: { chosen: [mood] } } })
}

/** Every version of label bytes below the project, wherever they are. */
async function everythingKept(): Promise<string> {
  const names = (await readdir(folder, { recursive: true })).filter(name => name.endsWith('.json'))
  return (await Promise.all(names.map(name => readFile(join(folder, name), 'utf8')))).join('\n')
}

test('a label file of the open item that another program replaces is shown, and the next answer is made from it', async () => {
  await press('Alt+ArrowDown', '1')
  await expect.poll(() => moodOf('r1')).toEqual({ chosen: ['good'] })
  await put(pathOf(me, 'r1'), await withMood('bad', 7))
  await expect.poll(chosen, { timeout: 20_000 }).toEqual([expect.stringContaining('Bad')])
  await press('3')
  await expect.poll(() => moodOf('r1')).toEqual({ chosen: ['neither'] })
  expect((await labelsOnDisk(folder)).get('r1')?.revision).toBe(8)
})

test('label files of somebody else who joins are counted, and can be filtered for', async () => {
  for (const id of ['r1', 'r2', 'r3']) {
    const label = JSON.parse(await withMood('good', 1)) as { item: object }
    const theirs = { ...label, annotator: 'ben', status: 'submitted', item: { ...label.item, id } }
    await put(pathOf('ben', id), JSON.stringify(theirs))
  }
  const { page } = app
  await expect
    .poll(
      async () => {
        await press('Control+Shift+m')
        await page.keyboard.type('ben')
        const found = await page.getByRole('option', { name: /ben/ }).allTextContents()
        await press('Escape')
        return found.length
      },
      { timeout: 20_000, interval: 1000 }
    )
    .toBeGreaterThan(0)
  await press('Control+Shift+m')
  await page.keyboard.type('ben')
  await page.getByRole('option', { name: /ben/ }).first().waitFor()
  await press('Enter')
  await expect.poll(head).toBe(`3 of ${COUNT}`)
  await press('Escape', 'Escape')
})

test('a conflict copy is shown on its item and in the list of problems, taken by its key, and nothing is deleted', async () => {
  const { page } = app
  const mine = await readFile(pathOf(me, 'r1'), 'utf8')
  const copy = await withMood('bad', 9)
  await put(pathOf(me, 'r1').replace(/\.json$/, ` (Ana's conflicted copy 2026-11-23).json`), copy)
  await page.getByText('There is a second file of these answers.').waitFor({ timeout: 20_000 })
  await press('d')
  await expect.poll(item).toBe('r2')
  await press('Control+Shift+y')
  const sheet = page.getByRole('dialog', { name: 'Problems of the project' })
  await sheet.getByText(/Dropbox kept this copy/).waitFor()
  await press('Tab', 'Tab', 'Enter')
  await expect.poll(item).toBe('r1')
  await press('Control+3')
  await expect.poll(() => moodOf('r1')).toEqual({ chosen: ['bad'] })
  const kept = await everythingKept()
  expect({
    names: (await readdir(dirname(pathOf(me, 'r1')))).length,
    mine: kept.includes(mine),
    copy: kept.includes(copy),
    note: await page.getByText('There is a second file of these answers.').count(),
    problems: await bar().getByText('problem').count()
  }).toEqual({ names: 1, mine: true, copy: true, note: 0, problems: 0 })
})

test('a label file that is damaged stays among the problems until the person has chosen', async () => {
  const { page } = app
  await press('d', 'd', '1')
  await expect.poll(() => moodOf('r3')).toEqual({ chosen: ['good'] })
  await press('2')
  await expect.poll(() => moodOf('r3')).toEqual({ chosen: ['bad'] })
  await press('d')
  const text = await readFile(pathOf(me, 'r3'), 'utf8')
  await put(pathOf(me, 'r3'), text.slice(0, text.length / 2))
  await bar().getByText('1 problem').waitFor({ timeout: 20_000 })
  await press('a')
  await page
    .getByText(/could not be read/)
    .first()
    .waitFor()
  await page.waitForTimeout(9_000)
  await bar().getByText('1 problem').waitFor()
  await press('3')
  await expect.poll(() => bar().getByText('problem').count()).toBe(0)
  expect((await everythingKept()).includes(text.slice(0, text.length / 2))).toBe(true)
})
