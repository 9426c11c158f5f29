import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, newPerson, type Person, startApp } from './app.ts'
import { labelsOnDisk, writeProject } from './project-on-disk.ts'

const names = [
  '<script>globalThis.ran = true</script>',
  '<img src=x onerror="globalThis.ran = true">',
  '__proto__',
  'constructor',
  '=1+1',
  '🙂👩‍👩‍👧',
  'שלום עולם',
  'x'.repeat(200)
]

let person: Person
let app: App

beforeAll(async () => {
  person = await newPerson()
  const folder = join(person.home, 'project')
  await writeProject(folder, { texts: [`Anna <b>sings</b> ${names[0]}`], entities: names, moods: names })
  app = await startApp(person, { args: [folder] })
  await app.page.getByRole('button', { name: /Submit and next/ }).waitFor()
})
afterAll(async () => {
  await app.kill()
  await person.leave()
})

test('labels with hostile names are shown as they are, used like any other, and never run', async () => {
  const { page } = app
  await page.keyboard.press('Alt+ArrowDown')
  await page.keyboard.press('3')
  await page.getByText(/^Saved/).waitFor()
  const text = (await page.evaluate(() => document.body.innerText)).normalize()
  const disk = [...(await labelsOnDisk(join(person.home, 'project'))).values()]
  expect({
    missing: names.filter(name => !text.includes(name)),
    ran: await page.evaluate(() => 'ran' in globalThis),
    bold: await page.locator('main b', { hasText: 'sings' }).count(),
    answers: disk.map(label => label.answers),
    errors: app.errors
  }).toEqual({ missing: [], ran: false, bold: 0, answers: [{ mood: { chosen: ['proto'] } }], errors: [] })
})
