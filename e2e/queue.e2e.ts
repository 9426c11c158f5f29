import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, newPerson, type Person, startApp } from './app.ts'
import { labelsOnDisk, writeProject } from './project-on-disk.ts'

let person: Person
let app: App
let folder: string
const COUNT = 60

beforeAll(async () => {
  person = await newPerson()
  folder = join(person.home, 'project')
  const texts = Array.from(
    { length: COUNT },
    (_, n) => `Utterance ${n + 1} is ${n % 5 === 0 ? 'BLUE' : 'red'}`
  )
  await writeProject(folder, { texts })
  app = await startApp(person, { args: [folder] })
  await app.page.getByText('Utterance 1 is').first().waitFor()
})
afterAll(async () => {
  await app.kill()
  await person.leave()
})

const item = () => app.page.getByRole('heading', { level: 1 }).textContent()
const head = async () =>
  (await app.page.getByRole('complementary', { name: 'Queue' }).getByRole('status').first().textContent()) ??
  ''
const selected = () => app.page.getByRole('region', { name: 'Selected items' })
const rows = () =>
  app.page
    .getByRole('listbox', { name: 'Items' })
    .getByRole('option')
    .evaluateAll(all => all.map(row => Number(row.textContent?.match(/\d+/)?.[0])))
const statuses = async () => {
  const counts = new Map<string, number>()
  for (const { status } of (await labelsOnDisk(folder)).values())
    counts.set(status, (counts.get(status) ?? 0) + 1)
  return Object.fromEntries(counts)
}
const press = async (...keys: string[]) => {
  for (const key of keys) await app.page.keyboard.press(key)
}

test('a text typed into the filter finds items whatever the case, and D goes on among them', async () => {
  await press('Control+Shift+f')
  await app.page.keyboard.type('blue')
  await expect.poll(head).toBe(`${COUNT / 5} of ${COUNT}`)
  await press('Enter', 'd')
  await expect.poll(item).toBe('r6')
  await press('Escape')
  await expect.poll(head).toBe(String(COUNT))
})

test('the arrows walk the list without opening, Enter opens, and the keys go back to the item', async () => {
  await press('F6', 'Home', 'ArrowDown', 'ArrowDown', 'ArrowDown')
  const before = await item()
  await press('Enter')
  await expect.poll(item).toBe('r4')
  await press('End', '1')
  await expect.poll(async () => (await labelsOnDisk(folder)).size).toBe(1)
  expect({ before, labelled: [...(await labelsOnDisk(folder)).keys()] }).toEqual({
    before: 'r6',
    labelled: ['r4']
  })
  await press('Control+z')
  await expect.poll(statuses).toEqual({ todo: 1 })
})

test('Shift and Ctrl with the pointer select, S skips them all, and one undo takes all of it back', async () => {
  const { page } = app
  const row = (name: string) => page.getByRole('option').filter({ hasText: name })
  await row('Utterance 2 is').click()
  await row('Utterance 8 is').click({ modifiers: ['Shift'] })
  await row('Utterance 10 is').click({ modifiers: ['Control'] })
  await row('Utterance 4 is').click({ modifiers: ['Control'] })
  const count = await selected().getByRole('status').textContent()
  await press('s')
  await expect.poll(statuses).toEqual({ todo: 1, skipped: 7 })
  await press('Control+z')
  await expect.poll(statuses).toEqual({ todo: 8 })
  await press('Control+Shift+z')
  await expect.poll(statuses).toEqual({ todo: 1, skipped: 7 })
  await press('Control+z')
  await expect.poll(statuses).toEqual({ todo: 8 })
  expect(count).toBe('7 selected')
})

test('everything that a filter finds is selected with Ctrl+A and given a label by its name', async () => {
  await press('Control+Shift+f')
  await app.page.keyboard.type('blue')
  await expect.poll(head).toBe(`${COUNT / 5} of ${COUNT}`)
  await press('ArrowDown', 'Control+a', 'l')
  await app.page.keyboard.type('good')
  await press('Enter')
  const good = async () =>
    [...(await labelsOnDisk(folder)).values()].filter(
      ({ answers }) => JSON.stringify(answers['mood']) === '{"chosen":["good"]}'
    ).length
  await expect.poll(good).toBe(COUNT / 5)
  await press('Escape', 'Escape')
})

test('a label is filtered for from the menu, is said in words, and goes with Backspace', async () => {
  const { page } = app
  await press('Control+Shift+m')
  await page.keyboard.type('mood good')
  await press('Enter')
  await expect.poll(head).toBe(`${COUNT / 5} of ${COUNT}`)
  const words = await page.getByRole('group', { name: 'Filtered by' }).textContent()
  await press('Escape', 'Control+Shift+f', 'Backspace')
  await expect.poll(head).toBe(String(COUNT))
  await press('Enter')
  expect(words).toBe('Mood: Good')
})

test('a shuffle says its seed, D follows it, and it is there again after the next start', async () => {
  const { page } = app
  await press('Control+Shift+m')
  await page.keyboard.type('shuffled')
  await press('Enter', 'Escape')
  const chips = page.getByRole('group', { name: 'Filtered by' })
  await expect.poll(() => chips.textContent()).toMatch(/^Shuffled, seed \d+$/)
  const words = await chips.textContent()
  await press('F6', 'Home', 'Enter')
  const order = await rows()
  await expect.poll(item).toBe(`r${order[0]}`)
  await press('d')
  await expect.poll(item).toBe(`r${order[1]}`)
  await app.close()
  app = await startApp(person, { args: [folder] })
  await app.page.getByText('Utterance').first().waitFor()
  const again = app.page.getByRole('group', { name: 'Filtered by' })
  await expect.poll(() => again.textContent()).toBe(words)
  await press('F6', 'Home')
  await expect.poll(async () => (await rows()).slice(0, 10)).toEqual(order.slice(0, 10))
})
