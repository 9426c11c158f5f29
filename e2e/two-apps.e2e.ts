import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type App, newPerson, type Person, startApp } from './app.ts'
import { labelsOnDisk, writeProject } from './project-on-disk.ts'

let person: Person
let folder: string
const apps: App[] = []
const start = async (name: string) => {
  const app = await startApp(person, { args: [folder], userData: join(person.home, name) })
  apps.push(app)
  await app.page.getByText('Anna sings').first().waitFor()
  return app
}

beforeEach(async () => {
  person = await newPerson()
  folder = join(person.home, 'project')
  await mkdir(folder)
  await writeProject(folder, { texts: ['Anna sings', 'Ben hums'] })
})
afterEach(async () => {
  for (const app of apps.splice(0)) await app.kill()
  await person.leave()
})

/** Chooses the first mood. */
const choose = async ({ page }: App) => {
  await page.keyboard.press('Alt+ArrowDown')
  await page.keyboard.press('1')
}

test('a project that is open already opens read-only, says so, and saves nothing', async () => {
  await start('first')
  const second = await start('second')
  await second.page
    .getByText(/read-only/i)
    .first()
    .waitFor()
  await choose(second)
  await second.page.waitForTimeout(500)
  expect([...(await labelsOnDisk(folder))]).toEqual([])
})

test('the lock that a killed app left is taken over at once', async () => {
  const first = await start('first')
  await first.kill()
  const second = await start('second')
  await choose(second)
  await second.page.getByText(/^Saved \d\d:\d\d:\d\d/).waitFor()
  expect({
    saved: [...(await labelsOnDisk(folder)).keys()],
    readOnly: await second.page.getByText(/read-only/i).count()
  }).toEqual({ saved: ['r1'], readOnly: 0 })
})

test('closing the window right after a key keeps the answer', async () => {
  const app = await start('first')
  await choose(app)
  await app.close()
  expect([...(await labelsOnDisk(folder)).values()].map(label => label.answers)).toEqual([
    { mood: { chosen: ['good'] } }
  ])
})

test('a window whose page has crashed comes back with the project open', async () => {
  const app = await start('first')
  await choose(app)
  await app.page.getByText(/^Saved/).waitFor()
  const back = app.electron.evaluate(
    ({ BrowserWindow }) =>
      new Promise<boolean>(resolve => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents
        contents?.once('did-finish-load', () =>
          setTimeout(
            () =>
              void contents
                .executeJavaScript('document.body.innerText.includes("Anna sings")')
                .then((there: boolean) => resolve(there)),
            1_500
          )
        )
        contents?.forcefullyCrashRenderer()
      })
  )
  expect(await back).toBe(true)
})
