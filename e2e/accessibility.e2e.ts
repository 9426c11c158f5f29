import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, newPerson, type Person, startApp } from './app.ts'
import { writeProject } from './project-on-disk.ts'

interface AxeResults {
  readonly violations: readonly {
    id: string
    impact: string | null
    nodes: readonly { target: readonly string[] }[]
  }[]
}

let person: Person
let app: App
let axe = ''

beforeAll(async () => {
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
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

/** What a person with a screen reader, or without a mouse, would be stopped by. */
async function seriousViolations(): Promise<readonly string[]> {
  // Evaluated over the debugging protocol, where the page's content policy does not hold.
  await app.page.evaluate(axe)
  const { violations } = await app.page.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run()
  )
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.target.join(' ')}`))
}

test.for(['light', 'dark'] as const)(
  'the label screen and home have no serious violation, %s',
  async scheme => {
    const { page } = app
    await page.emulateMedia({ colorScheme: scheme })
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('1')
    const label = await seriousViolations()
    await page.keyboard.press('Control+k')
    await page.keyboard.type('Home')
    await page.keyboard.press('Enter')
    await page
      .getByRole('button', { name: /^New project/ })
      .first()
      .waitFor()
    const home = await seriousViolations()
    await page.getByRole('button', { name: /Words/ }).first().click()
    await page.getByRole('button', { name: /Submit and next/ }).waitFor()
    expect({ label, home }).toEqual({ label: [], home: [] })
  }
)
