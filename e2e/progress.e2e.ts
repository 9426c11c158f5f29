import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { plusDays } from '../schemas/calendar-day.ts'
import type { Stats } from '../schemas/stats.ts'
import { type App, newPerson, type Person, repository, startApp } from './app.ts'
import { writeTeamWork } from './labels-on-disk.ts'
import { me } from './project-on-disk.ts'
import { seriousViolations } from './violations.ts'

const today = new Date().toISOString().slice(0, 10)

let person: Person
let app: App
let folder = ''

beforeAll(async () => {
  person = await newPerson()
  folder = join(person.home, 'project')
  await writeTeamWork(folder, {
    annotators: ['mk', 'jo', me],
    days: [9, 8, 7, 4, 3, 2].map(back => plusDays(today, -back)),
    perDay: 8,
    items: 400,
    entities: ['Person', 'Place', 'Organisation', '<b>Event</b>'],
    moods: ['Negative', 'Neutral', 'Positive']
  })
  app = await startApp(person, { args: [folder] })
  await app.page.getByRole('button', { name: /Submit and next/ }).waitFor()
  await app.page.keyboard.press('Control+Shift+P')
  await app.page.getByRole('region', { name: 'Annotators' }).waitFor()
})
afterAll(async () => {
  await app.kill()
  await person.leave()
})

test('the screen and the command line say the same', async () => {
  const cli = join(repository, 'out/cli/goldset.js')
  const { stdout } = await promisify(execFile)(process.execPath, [cli, 'stats', folder, '--json'])
  const stats = JSON.parse(stdout) as Stats
  const { page } = app
  const rows = page.getByRole('region', { name: 'Annotators' }).locator('tbody tr')
  const labels = page.getByRole('table', { name: 'Labels of Entities' }).locator('tr')
  expect({
    done: await page.getByText(/of 400 done/).textContent(),
    annotators: await rows.evaluateAll(rows => rows.map(row => row.textContent)),
    labels: (
      await labels.evaluateAll(rows => rows.map(row => row.querySelectorAll('td')[1]?.textContent))
    ).sort()
  }).toEqual({
    done: `${stats.done} of 400 done`,
    annotators: stats.annotators.map(one => expect.stringContaining(`${one.id}${one.finished}`) as string),
    labels: stats.tasks[0]?.labels.map(label => String(label.submitted)).sort()
  })
  expect([stats.done > 100, stats.pace.days.length]).toEqual([true, 5])
})

test.for([
  [1280, 800, 1],
  [1920, 1080, 1],
  [1280, 800, 2]
] as const)(
  'nothing is cut or too faint at %i by %i, zoom %i, in both themes',
  async ([width, height, zoom]) => {
    const { page } = app
    await page.setViewportSize({ width: width / zoom, height: height / zoom })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      const picture = join(person.home, `progress-${width}-${zoom}-${colorScheme}.png`)
      await page.screenshot({ path: picture })
      const wider = await page.evaluate(() =>
        [...document.querySelectorAll('main, main section, main table')]
          .filter(part => part.scrollWidth > part.clientWidth + 1)
          .map(part => `${part.tagName} ${part.getAttribute('aria-label') ?? ''}`)
      )
      expect({
        wider,
        violations: await seriousViolations(page),
        drawn: (await stat(picture)).size > 10_000
      }).toEqual({
        wider: [],
        violations: [],
        drawn: true
      })
    }
    expect(app.errors).toEqual([])
  }
)

test('the keys read out a day, hide the names and lead back to the queue', async () => {
  const { page } = app
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.getByRole('group', { name: /^Work by day/ }).focus()
  await page.keyboard.press('End')
  const said = await page.locator('main [aria-live=polite]').allTextContents()
  await page.keyboard.press('h')
  const names = await page.getByRole('rowheader').first().textContent()
  await page.getByRole('button', { name: /skipped/ }).press('Enter')
  const queue = page.getByRole('complementary', { name: 'Queue' })
  await expect.poll(() => queue.textContent()).toMatch(/Matching.*\d of 400/s)
  expect({ said, names }).toEqual({
    said: [
      expect.stringMatching(/mk \d+/) as string,
      expect.stringMatching(/: \d+ items in \d+ min$/) as string
    ],
    names: 'A'
  })
})
