import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type App, newPerson, type Person, startApp } from './app.ts'
import { labelsOnDisk, type StoredLabel, writeProject } from './project-on-disk.ts'

const texts = Array.from({ length: 40 }, (_, n) => `Anna${n} rode ${n} miles from Paris${n} to Rome${n}.`)
const KEYS = 5_000
/** Keys a second that a fast person holds down; slower than this would prove nothing. */
const FAST = 15

let person: Person
let folder: string
let app: App

beforeEach(async () => {
  person = await newPerson()
  folder = join(person.home, 'project')
  await writeProject(folder, { texts })
  app = await startApp(person, { args: [folder] })
  await app.page.getByText('Anna0').first().waitFor()
})
afterEach(async () => {
  await app.kill()
  await person.leave()
})

/** The same keys each time for a seed, which a failure names. */
function randomKeys(keys: readonly string[], count: number, seed: number): readonly string[] {
  const [drawn] = fc.sample(
    fc.array(fc.constantFrom(...keys), { minLength: count, maxLength: count, size: 'max' }),
    {
      seed,
      numRuns: 1
    }
  )
  return drawn ?? []
}

/** Presses them one after another, each as soon as the last was taken. Resolves to keys a second. */
async function type(keys: readonly string[]): Promise<number> {
  const started = performance.now()
  for (const key of keys) await app.page.keyboard.press(key)
  return (keys.length * 1_000) / (performance.now() - started)
}

const allSaved = () => app.page.getByText(/^Saved \d\d:\d\d:\d\d/).waitFor()
const chosen = (label: StoredLabel) =>
  (label.answers['mood'] as { chosen: string[] } | undefined)?.chosen ?? []
const spans = (label: StoredLabel) =>
  (label.answers['entities'] as { spans: { start: number; end: number; text: string }[] } | undefined)
    ?.spans ?? []

test(
  `${KEYS} random choices and moves leave each answer on its own item, as a model of them does`,
  { timeout: 300_000 },
  async () => {
    const seed = Date.now()
    const keys = randomKeys(['1', '2', '3', 'd', 'd', 'a'], KEYS, seed)
    await app.page.keyboard.press('Alt+ArrowDown')
    const rate = await type(keys)
    await allSaved()

    const moods = ['good', 'bad', 'neither']
    const model = new Map<string, string[]>()
    let position = 0
    for (const key of keys) {
      const id = `r${position + 1}`
      if (key === 'd') position = Math.min(position + 1, texts.length - 1)
      else if (key === 'a') position = Math.max(position - 1, 0)
      else {
        const mood = moods[Number(key) - 1] ?? ''
        model.set(id, model.get(id)?.[0] === mood ? [] : [mood])
      }
    }
    await app.close()
    const disk = await labelsOnDisk(folder)
    const asModel = [...model.keys()].map(id => [id, disk.get(id) === undefined ? [] : chosen(disk.get(id)!)])
    console.log(`${KEYS} keys, ${rate.toFixed(0)} a second, seed ${seed}.`)
    expect({ seed, fast: rate >= FAST, asModel, errors: app.errors }).toEqual({
      seed,
      fast: true,
      asModel: [...model],
      errors: []
    })
  }
)

test(
  `${KEYS} random keys of every kind quote each item’s own words, and undone to the start nothing is left`,
  { timeout: 300_000 },
  async () => {
    const seed = Date.now()
    const label = ['1', '2', '3', 'Delete', 'Space', '{', '}', '[', ']']
    const move = [
      'd',
      'a',
      'Shift+d',
      'ArrowRight',
      'ArrowRight',
      'ArrowLeft',
      'Shift+ArrowRight',
      'Shift+ArrowLeft'
    ]
    const item = [
      'Control+Enter',
      's',
      'f',
      'u',
      'Alt+ArrowDown',
      'Alt+ArrowUp',
      'Escape',
      'Control+z',
      'Control+Shift+z'
    ]
    const keys = randomKeys([...label, ...move, ...item], KEYS, seed)
    const rate = await type(keys)
    await allSaved()
    const depth = async () =>
      Number(/\d+/.exec((await app.page.getByRole('button', { name: /^Undo \d/ }).innerText()) ?? '')?.[0])
    const deep = await depth()
    const disk = await labelsOnDisk(folder)
    const wrong = [...disk].flatMap(([id, label]) => {
      const points = [...(texts[Number(id.slice(1)) - 1] ?? '')]
      return spans(label).filter(({ start, end, text }) => points.slice(start, end).join('') !== text)
    })
    const quoted = [...disk.values()].flatMap(spans).length

    while ((await depth()) > 0)
      for (let press = 0; press < 50; press++) await app.page.keyboard.press('Control+z')
    await app.page.waitForTimeout(200)
    await allSaved()
    await app.close()
    const left = [...(await labelsOnDisk(folder))].filter(
      ([, label]) => label.status !== 'todo' || spans(label).length > 0 || chosen(label).length > 0
    )
    console.log(
      `${KEYS} keys, ${rate.toFixed(0)} a second, ${quoted} spans, ${deep} steps undone, seed ${seed}.`
    )
    expect({
      seed,
      fast: rate >= FAST,
      some: quoted > 0 && deep > 100,
      wrong,
      left,
      errors: app.errors
    }).toEqual({
      seed,
      fast: true,
      some: true,
      wrong: [],
      left: [],
      errors: []
    })
  }
)
