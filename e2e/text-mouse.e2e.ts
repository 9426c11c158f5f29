import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { type App, newPerson, type Person, startApp } from './app.ts'
import { labelsOnDisk, writeProject } from './project-on-disk.ts'

const text = [
  'Zoe\u0308 🙂 met 👩‍👩‍👧 Dr. Lena Hartmann in Rome today.',
  '東京タワーは高い。',
  'דנה גרה בחיפה היום'
].join('\n')

interface StoredSpan {
  readonly start: number
  readonly end: number
  readonly label: string
  readonly text: string
}

interface Point {
  readonly x: number
  readonly y: number
}

let person: Person
let app: App
let folder: string

beforeAll(async () => {
  person = await newPerson()
  folder = join(person.home, 'project')
  // An item for each test: what one leaves on disk does not meet the next.
  await writeProject(folder, { texts: Array.from({ length: 10 }, () => text) })
  app = await startApp(person, { args: [folder] })
  await app.page.getByRole('button', { name: /Submit and next/ }).waitFor()
})
afterAll(async () => {
  await app.kill()
  await person.leave()
})

let item = 0
beforeEach(async () => {
  item += 1
  await app.page.getByText(`r${item}`, { exact: true }).waitFor()
})
afterEach(async () => {
  await press('Escape', 'Escape', 'Escape', 'd')
})

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await app.page.keyboard.press(key)
}

/** Where a stretch of the shown text begins and ends on the screen, on its line, read the way the text runs. */
async function place(words: string): Promise<{ start: Point; end: Point; middle: Point }> {
  return app.page.evaluate(wanted => {
    for (const paragraph of document.querySelectorAll('[data-line]')) {
      const node = paragraph.firstChild as Text
      const at = node.data.indexOf(wanted)
      if (at === -1) continue
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + wanted.length)
      const box = range.getBoundingClientRect()
      const y = (box.top + box.bottom) / 2
      const left = { x: box.left + 1, y }
      const right = { x: box.right - 1, y }
      const rtl = getComputedStyle(paragraph).direction === 'rtl'
      const middle = { x: (box.left + box.right) / 2, y }
      return { start: rtl ? right : left, end: rtl ? left : right, middle }
    }
    throw new Error(`"${wanted}" is not shown.`)
  }, words)
}

async function drag(from: Point, to: Point): Promise<void> {
  const { mouse } = app.page
  await mouse.move(from.x, from.y)
  await mouse.down()
  await mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 })
  await mouse.move(to.x, to.y, { steps: 4 })
  await mouse.up()
}

/** Drags from the middle of one word to the middle of another, or inside one. */
async function select(first: string, last = first): Promise<void> {
  const [from, to] = [await place(first), await place(last)]
  const inside = (a: Point, b: Point, part: number) => ({ x: a.x + (b.x - a.x) * part, y: a.y })
  await drag(inside(from.start, from.end, 0.4), inside(to.start, to.end, first === last ? 0.95 : 0.6))
}

/** The spans of this test's item as the disk has them: `start-end label "quote"`. Waits until there are as many as expected. */
async function onDisk(expected: readonly string[]): Promise<void> {
  const read = async () => {
    const label = (await labelsOnDisk(folder)).get(`r${item}`)
    const answer = label?.answers['entities'] as { spans: readonly StoredSpan[] } | undefined
    return (answer?.spans ?? []).map(span => `${span.start}-${span.end} ${span.label} "${span.text}"`)
  }
  await expect.poll(read, { timeout: 5000 }).toEqual(expected)
}

const at = (words: string, label: string) => {
  const start = [...text.slice(0, text.indexOf(words))].length
  return `${start}-${start + [...words].length} ${label} "${words}"`
}

async function chosenRow(): Promise<string> {
  return app.page.getByRole('option', { selected: true }).locator('[dir=auto]').innerText()
}

test('dragging inside words takes whole words, and a key labels them', async () => {
  await select('Lena', 'Hartmann')
  await press('1')
  await onDisk([at('Lena Hartmann', 'person')])
})

test('dragging with Alt takes characters, and never half of one', async () => {
  const { start, end } = await place('artm')
  await app.page.keyboard.down('Alt')
  await drag(start, end)
  await app.page.keyboard.up('Alt')
  await press('1')
  const family = await place('👩‍👩‍👧')
  await app.page.keyboard.down('Alt')
  await drag({ ...family.start, x: family.start.x - 1 }, { ...family.end, x: family.end.x + 1 })
  await app.page.keyboard.up('Alt')
  await press('2')
  await onDisk([at('👩‍👩‍👧', 'place'), at('artm', 'person')])
})

test('with a label in hand every drag labels at once: combining marks, emoji, CJK, right to left', async () => {
  await app.page.getByRole('toolbar', { name: 'Labels' }).getByRole('button', { name: 'Person' }).click()
  await select('Zoe\u0308')
  await select('タワー')
  await select('חיפה', 'היום')
  await onDisk([at('Zoe\u0308', 'person'), at('東京タワー', 'person'), at('בחיפה היום', 'person')])
})

test('a click on a lane takes its span, though another lies over the same words', async () => {
  await select('Lena', 'Hartmann')
  await press('1')
  // Beside a joined emoji the browser's own selection may start at the wrong end.
  await select('Dr', 'Rome')
  await press('2', 'Escape', 'Escape')
  const around = 'Dr. Lena Hartmann in Rome'
  await onDisk([at(around, 'place'), at('Lena Hartmann', 'person')])
  const rows: string[] = []
  for (const lane of [0, 1]) {
    const { middle } = await place('Hartmann')
    await app.page.mouse.click(middle.x, middle.y + 12 + lane * 16)
    rows.push(await chosenRow())
  }
  expect(rows).toEqual(['Lena Hartmann', around])
})

test('clicks on nested spans go from the inner one out and around', async () => {
  await select('Lena')
  await press('1')
  await select('Lena', 'Hartmann')
  await press('2', 'Escape', 'Escape')
  await onDisk([at('Lena Hartmann', 'place'), at('Lena', 'person')])
  const rows: string[] = []
  for (let click = 0; click < 3; click++) {
    const { middle } = await place('Lena')
    await app.page.mouse.click(middle.x, middle.y)
    rows.push(await chosenRow())
    // Apart, so that two clicks are not a double click.
    await app.page.waitForTimeout(600)
  }
  expect(rows).toEqual(['Lena', 'Lena Hartmann', 'Lena'])
})

/** A span in the list of the answers; the queue has rows of the same words. */
const row = (name: string) =>
  app.page.getByRole('listbox', { name: 'Entities' }).getByRole('option', { name })

test('an edge of the selected span is dragged, by word and with Alt by character, in either direction of writing', async () => {
  await select('Lena')
  await press('1')
  await row('Lena').click()
  await drag((await place('Lena')).end, (await place('Hartmann')).middle)
  await onDisk([at('Lena Hartmann', 'person')])
  await app.page.keyboard.down('Alt')
  await drag((await place('Hartmann')).end, (await place('Hart')).end)
  await app.page.keyboard.up('Alt')
  await onDisk([at('Lena Hart', 'person')])
  await select('גרה')
  await press('2')
  await row('גרה').click()
  await drag((await place('גרה')).start, (await place('דנה')).middle)
  await onDisk([at('Lena Hart', 'person'), at('דנה גרה', 'place')])
})

test('Delete removes the span that was clicked, Ctrl+Z brings it back', async () => {
  await select('Rome')
  await press('2', 'Escape', 'Escape')
  await onDisk([at('Rome', 'place')])
  const { middle } = await place('Rome')
  await app.page.mouse.click(middle.x, middle.y)
  await press('Delete')
  await onDisk([])
  await press('Control+z')
  await onDisk([at('Rome', 'place')])
})

test('nothing went wrong in the page on the way', () => {
  expect(app.errors).toEqual([])
})
