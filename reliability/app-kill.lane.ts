import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type App, newPerson, startApp } from '../e2e/app.ts'
import { labelsOnDisk, type StoredLabel, writeProject } from '../e2e/project-on-disk.ts'
import type { Client } from '../electron/api/contract.ts'

const kills = process.env['GOLDSET_NIGHTLY'] === '1' ? 500 : 100
/** Every fifth life is lived with real keys, and the status bar acknowledges. */
const KEYS_EVERY = 5
const texts = Array.from({ length: 20 }, (_, n) => `Sentence number ${n + 1}.`)

/** Item id → what was chosen there by key when the status bar last said "saved", and keys pressed since. */
type Chosen = Map<string, { saved: string; since: string[] }>

/** Item id → the count that main acknowledged last. The count travels as `activeMs`. */
type Acknowledged = Map<string, number>

test(
  `the app is killed ${kills} times while it saves, and no acknowledged answer is lost`,
  { timeout: kills * 9_000 },
  async () => {
    const person = await newPerson()
    const folder = join(person.home, 'project')
    await writeProject(folder, { texts })
    const acknowledged: Acknowledged = new Map()
    const chosen: Chosen = new Map()
    const problems: string[] = []
    /** Of saving: each begins with another item, so that all have their turn, however few saves a life has. */
    let lives = 0
    for (let kill = 0; kill < kills; kill++) {
      const app = await startApp(person, { args: [folder] })
      const after = Math.random() * 120
      if (kill % KEYS_EVERY === 0) {
        await chooseUntilKilled(app, chosen, after)
        // Throws on a file that is not whole.
        problems.push(...lostChoices(chosen, await labelsOnDisk(folder)).map(lost => `kill ${kill}: ${lost}`))
        // The other lives choose, too.
        chosen.clear()
      } else {
        await saveUntilKilled(app, lives * 100_000 + lives++, acknowledged, after)
        problems.push(
          ...lostAnswers(acknowledged, await labelsOnDisk(folder)).map(lost => `kill ${kill}: ${lost}`)
        )
      }
    }
    await person.leave()
    const enough = [...acknowledged.values()].every(count => count > 0) && acknowledged.size === texts.length
    console.log(`${kills} kills, last acknowledged counts up to ${Math.max(...acknowledged.values())}.`)
    expect({ enough, problems }).toEqual({ enough: true, problems: [] })
  }
)

test('the check notices an acknowledged answer that is missing or older', () => {
  const label = (activeMs: number) => ({ activeMs }) as unknown as StoredLabel
  const disk = new Map([
    ['r1', label(4)],
    ['r2', label(6)]
  ])
  expect(
    lostAnswers(
      new Map([
        ['r1', 5],
        ['r2', 5],
        ['r3', 1]
      ]),
      disk
    )
  ).toEqual(['r1: acknowledged 5, on disk 4', 'r3: acknowledged 1, on disk nothing'])
})

test('the check notices an acknowledged choice that is missing or older', () => {
  const disk = new Map([
    ['r1', { answers: { mood: { chosen: ['good'] } } } as unknown as StoredLabel],
    ['r2', { answers: { mood: { chosen: ['bad'] } } } as unknown as StoredLabel]
  ])
  const chosen: Chosen = new Map([
    ['r1', { saved: 'bad', since: ['neither'] }],
    ['r2', { saved: 'good', since: ['bad'] }],
    ['r3', { saved: 'good', since: [] }]
  ])
  expect(lostChoices(chosen, disk)).toEqual([
    'r1: the status bar acknowledged bad, on disk good',
    'r3: the status bar acknowledged good, on disk nothing'
  ])
})

function lostAnswers(acknowledged: Acknowledged, disk: ReadonlyMap<string, StoredLabel>): readonly string[] {
  const lost: string[] = []
  for (const [id, count] of acknowledged) {
    const label = disk.get(id) as (StoredLabel & { activeMs: number }) | undefined
    if (label === undefined) lost.push(`${id}: acknowledged ${count}, on disk nothing`)
    else if (label.activeMs < count) lost.push(`${id}: acknowledged ${count}, on disk ${label.activeMs}`)
  }
  return lost
}

/** An item may have what the status bar acknowledged, or what was pressed after it; never what was before. */
function lostChoices(chosen: Chosen, disk: ReadonlyMap<string, StoredLabel>): readonly string[] {
  const lost: string[] = []
  for (const [id, { saved, since }] of chosen) {
    const answer = disk.get(id)?.answers['mood'] as { chosen: string[] } | undefined
    const now = answer?.chosen[0] ?? 'nothing'
    if (![saved, ...since].includes(now))
      lost.push(`${id}: the status bar acknowledged ${saved}, on disk ${now}`)
  }
  return lost
}

/** Chooses by key, another answer each time, and kills the app `after` milliseconds from the first acknowledged one. */
async function chooseUntilKilled(app: App, chosen: Chosen, after: number): Promise<void> {
  const { page } = app
  await page.getByText('Sentence number').first().waitFor()
  // Back to the first item, wherever the last life ended.
  for (const _ of texts) await page.keyboard.press('a')
  const before = await page.evaluate(async () => {
    const { goldset } = globalThis as unknown as { goldset: Client }
    const opened = await goldset.call('item.open', { position: 0 })
    const answer = opened.ok ? opened.value.label?.answers['mood'] : undefined
    return (answer as { chosen: string[] } | undefined)?.chosen[0] ?? ''
  })
  await page.keyboard.press('Alt+ArrowDown')
  const moods = ['good', 'bad', 'neither']
  let at = moods.indexOf(before)
  let deadline = Infinity
  const killed = new Promise<void>(resolve => {
    const look = setInterval(() => {
      if (performance.now() < deadline) return
      clearInterval(look)
      void app.kill().then(resolve)
    }, 1)
  })
  try {
    for (;;) {
      at = (at + 1) % moods.length
      const mood = moods[at] ?? ''
      chosen.get('r1')?.since.push(mood)
      await page.keyboard.press(String(at + 1))
      await page.locator('[data-save="saved"]').waitFor({ timeout: 10_000 })
      chosen.set('r1', { saved: mood, since: [] })
      deadline = Math.min(deadline, performance.now() + after)
    }
  } catch (error) {
    // The kill ends the typing; without one it is a failure.
    if (deadline === Infinity) throw error
  }
  await killed
}

/** Saves as fast as the process line goes, from the page, and kills the app `after` milliseconds from the first answer. */
async function saveUntilKilled(
  app: App,
  from: number,
  acknowledged: Acknowledged,
  after: number
): Promise<void> {
  const first = new Promise<void>((resolve, reject) => {
    app.page.on('console', message => {
      const [word, id, count] = message.text().split(' ')
      if (word === 'refused') reject(new Error(message.text()))
      if (word !== 'saved' || id === undefined) return
      acknowledged.set(id, Number(count))
      resolve()
    })
  })
  const saving = app.page.evaluate(saveForEver, { from, items: texts.length }).catch(() => {})
  await first
  await new Promise(resolve => setTimeout(resolve, after))
  await app.kill()
  await saving
}

/** Runs in the page. */
async function saveForEver({ from, items }: { from: number; items: number }): Promise<void> {
  const { goldset } = globalThis as unknown as { goldset: Client }
  // The page itself opens the project it was started with.
  while ((await goldset.call('queue.rows', { positions: [0] })).length === 0)
    await new Promise(resolve => setTimeout(resolve, 5))
  const revisions = new Map<number, number>()
  for (let count = from + 1; ; count++) {
    const position = count % items
    const id = `r${position + 1}`
    let revision = revisions.get(position)
    if (revision === undefined) {
      const opened = await goldset.call('item.open', { position })
      revision = opened.ok ? (opened.value.label?.revision ?? 0) : 0
    }
    const chosen = [['good', 'bad', 'neither'][count % 3] ?? 'good']
    const state = { status: 'draft' as const, answers: { mood: { chosen } }, comments: [], unsure: false }
    const saved = await goldset.call('label.save', { position, id, revision, state, activeMs: count })
    if (saved.ok) revisions.set(position, saved.value.revision)
    console.log(saved.ok ? `saved ${id} ${count}` : `refused ${JSON.stringify(saved)}`)
  }
}
