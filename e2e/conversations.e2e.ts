import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type App, newPerson, type Person, repository, startApp } from './app.ts'
import { labelsOnDisk, writePairs } from './project-on-disk.ts'

/* Items of several fields in the real window: keys only, files read back. */

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

const saved = (page: App['page']) => page.getByText(/^Saved \d\d:\d\d:\d\d/).waitFor()

test('a conversation is read, folded and judged with keys, and copied without the names of its roles', async () => {
  const folder = join(person.home, 'support-chats')
  await cp(join(repository, 'sample-data/support-chats'), folder, { recursive: true })
  app = await startApp(person, { args: [folder] })
  const { page } = app
  const column = page.getByRole('region', { name: 'Fields of the item' })
  await column.getByText('And if nobody is at home then?').waitFor()
  await column.locator('summary').first().focus()
  await page.keyboard.press('Enter')
  await column.getByText('You are the helper of Fernweg').waitFor()
  const copied = await page.evaluate(() => {
    const [, , , reply, question] = document.querySelectorAll('main li')
    getSelection()?.setBaseAndExtent(
      reply ?? document,
      0,
      question ?? document,
      question?.childNodes.length ?? 0
    )
    return getSelection()?.toString() ?? ''
  })
  for (const key of ['b', 'l', 'y', 'Control+Enter']) await page.keyboard.press(key)
  await column.getByText('boots').first().waitFor()
  await saved(page)
  expect({
    answers: (await labelsOnDisk(folder)).get('chat-01')?.answers,
    spoken: copied.includes('at the depot in Leith'),
    roles: /^(User|Assistant)/m.test(copied),
    errors: app.errors
  }).toEqual({
    answers: {
      intent: { chosen: ['delivery'] },
      mood: { chosen: ['better'] },
      'subject-fits': { chosen: ['fits'] }
    },
    spoken: true,
    roles: false,
    errors: []
  })
})

test('two texts of one item are annotated in turn, each with spans of its own', async () => {
  const folder = join(person.home, 'pairs')
  await writePairs(folder, [{ id: 'p1', title: 'Ana writes', body: 'From Lima with love' }])
  app = await startApp(person, { args: [folder] })
  const { page } = app
  await page.getByText('From Lima with love').first().waitFor()
  for (const key of ['ArrowRight', '1', 'Alt+ArrowDown', 'ArrowRight', 'ArrowRight', '2'])
    await page.keyboard.press(key)
  await saved(page)
  await page.keyboard.press('Control+Enter')
  await expect.poll(async () => (await labelsOnDisk(folder)).get('p1')?.status).toBe('submitted')
  const answers = (await labelsOnDisk(folder)).get('p1')?.answers ?? {}
  const quoted = Object.entries(answers).map(([task, answer]) => [
    task,
    (answer as { spans: { text: string; label: string }[] }).spans.map(
      ({ text, label }) => `${text} ${label}`
    )
  ])
  expect({ quoted, errors: app.errors }).toEqual({
    quoted: [
      ['in-title', ['Ana person']],
      ['in-body', ['Lima place']]
    ],
    errors: []
  })
})
