import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, newPerson, type Person, startApp } from './app.ts'
import { writeProject } from './project-on-disk.ts'
import { seriousViolations } from './violations.ts'

let person: Person
let app: App

beforeAll(async () => {
  person = await newPerson()
  const folder = join(person.home, 'project')
  await writeProject(folder, { texts: ['Anna sings', 'Ben hums'] })
  app = await startApp(person, { args: [folder] })
  await app.page.getByRole('button', { name: /Submit and next/ }).waitFor()
})
afterAll(async () => {
  await app.kill()
  await person.leave()
})

test.for(['light', 'dark'] as const)(
  'the label screen and home have no serious violation, %s',
  async scheme => {
    const { page } = app
    await page.emulateMedia({ colorScheme: scheme })
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('1')
    const label = await seriousViolations(page)
    await page.keyboard.press('Control+k')
    await page.keyboard.type('Home')
    await page.keyboard.press('Enter')
    await page
      .getByRole('button', { name: /^New project/ })
      .first()
      .waitFor()
    const home = await seriousViolations(page)
    await page.getByRole('button', { name: /Words/ }).first().click()
    await page.getByRole('button', { name: /Submit and next/ }).waitFor()
    expect({ label, home }).toEqual({ label: [], home: [] })
  }
)
