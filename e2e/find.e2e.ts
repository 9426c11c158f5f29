import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, newPerson, type Person, startApp } from './app.ts'
import { writeProject } from './project-on-disk.ts'

let person: Person
let app: App

beforeAll(async () => {
  person = await newPerson()
  const folder = join(person.home, 'project')
  // Longer than the queue shows of it, so that the words at its end are found in the item and nowhere else.
  const text = `Anna sings in Paris, ${'hears the rain, '.repeat(8)}and Anna hums in Rome.`
  await writeProject(folder, { texts: [text] })
  app = await startApp(person, { args: [folder] })
  await app.page.getByText('Anna sings').first().waitFor()
})
afterAll(async () => {
  await app.kill()
  await person.leave()
})

test('Ctrl+F opens the search of the item, as / does', async () => {
  const { page } = app
  const fields = () => page.getByRole('textbox').or(page.getByRole('searchbox')).count()
  const closed = await fields()
  const opened: string[] = []
  for (const key of ['/', 'Control+f']) {
    await page.keyboard.press(key)
    await expect.poll(fields).toBe(closed + 1)
    await page.keyboard.type('Anna')
    opened.push(await page.locator('input:focus').inputValue())
    await page.keyboard.press('Escape')
    await expect.poll(fields).toBe(closed)
  }
  expect(opened).toEqual(['Anna', 'Anna'])
})

test('the browser itself finds words in the text, and selects them', async () => {
  const found = await app.page.evaluate(() => {
    const find = (window as unknown as { find(text: string): boolean }).find.bind(window)
    getSelection()?.removeAllRanges()
    return [find('hums in Rome'), getSelection()?.toString(), find('not in it')]
  })
  const matches = await app.electron.evaluate(
    ({ BrowserWindow }) =>
      new Promise<number>(resolve => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents
        contents?.on('found-in-page', (_event, result) => {
          if (result.finalUpdate) resolve(result.matches)
        })
        contents?.findInPage('hums in Rome')
      })
  )
  expect({ found, some: matches > 0 }).toEqual({ found: [true, 'hums in Rome', false], some: true })
})
