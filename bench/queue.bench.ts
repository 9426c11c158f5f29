import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { once } from 'node:events'
import type { Page } from 'playwright-core'
import { newPerson, startApp } from '../e2e/app.ts'
import { writeProject } from '../e2e/project-on-disk.ts'
import type { Client } from '../electron/api/contract.ts'
import { everyItem, type ItemFilter, sourceOrder } from '../schemas/queue-view.ts'
import { type BenchRow, median } from './bench-row.ts'
import { ITEMS, millionMarks } from './queue/million-marks.ts'
import { coverWithEmptyList, framesDropped, uncover } from './queue/scrolling.ts'

const ROUNDS = 9
const RUNS = 5
const ROW_HEIGHT = 26
const LIST = '#queue-list'
/** What the issue asks for, in milliseconds; the window's call with all that it carries is held to it. */
const FILTER_BAR = 100
const FIRST_HITS_BAR = 200

/**
 * A million items: filters by status and label against one plain pass over a column, the first hits of a text search as
 * the window sees them, and frames dropped while a real wheel scrolls, beyond those of a list without rows.
 */
export async function measure(): Promise<readonly BenchRow[]> {
  const rows = filters()
  const person = await newPerson()
  const folder = join(person.home, 'project')
  await writeMillion(folder)
  const app = await startApp(person, { args: [folder] })
  try {
    const { page } = app
    await page.locator(LIST).getByText('Row 0 ').waitFor({ timeout: 120_000 })
    // The transpiler that runs the benches wraps named functions in a helper of its own, which the page lacks.
    await page.evaluate('globalThis.__name = named => named')
    rows.push(...(await calls(page)), await scroll(page))
    return rows
  } finally {
    await app.kill()
    await person.leave()
  }
}

function filters(): BenchRow[] {
  const queue = millionMarks()
  const column = new Uint8Array(ITEMS).map((_, n) => (Math.imul(n + 1, 0x9e37_79b1) >>> 8) % 7)
  const find = (filter: Partial<ItemFilter>) =>
    timed(() => queue.turnTo({ filter: { ...everyItem, ...filter }, order: sourceOrder }))
  const asked: readonly [string, Partial<ItemFilter>][] = [
    ['status', { statuses: ['draft', 'flagged'] }],
    ['label', { labels: [{ task: 'mood', label: 'label-3' }] }]
  ]
  return asked.map(([name, filter]) => {
    const [ours, floor]: [number[], number[]] = [[], []]
    for (let round = 0; round < ROUNDS; round++) {
      ours.push(median(Array.from({ length: RUNS }, () => find(filter))))
      floor.push(median(Array.from({ length: RUNS }, () => timed(() => plainPass(column)))))
    }
    // Per round, so that a slow moment of the machine weighs on both alike.
    const ratio = median(ours.map((ms, round) => ms / (floor[round] ?? ms)))
    return {
      name: `Filter 1,000,000 items by ${name}`,
      unit: 'ms',
      ours: median(ours),
      floor: median(floor),
      ratio,
      bar: 4
    }
  })
}

/** The least there is to do: look at every number once, and note where it is one of two. */
function plainPass(column: Uint8Array): Uint32Array {
  const found = new Uint32Array(column.length)
  let size = 0
  for (let at = 0; at < column.length; at++) {
    const value = column[at]
    if (value === 1 || value === 4) found[size++] = at
  }
  return found.slice(0, size)
}

async function calls(page: Page): Promise<BenchRow[]> {
  const all: [number[], number[], number[]] = [[], [], []]
  for (let round = 0; round < ROUNDS; round++) {
    const { filter, near, far } = await page.evaluate(timeCalls, round)
    for (const [at, ms] of [filter, near, far].entries()) all[at]?.push(ms)
  }
  const row = (name: string, ms: readonly number[], floor: number): BenchRow => {
    const ours = median(ms)
    return { name, unit: 'ms', ours, floor, ratio: ours / floor, bar: 1 }
  }
  return [
    row('The same through the process line; the floor is the bar of the issue', all[0], FILTER_BAR),
    row('First hits of a text search; the floor is the bar', all[1], FIRST_HITS_BAR),
    row('First hits of a text found once in 1,000 rows; the floor is the bar', all[2], FIRST_HITS_BAR)
  ]
}

/** Runs in the page. */
async function timeCalls(round: number): Promise<{ filter: number; near: number; far: number }> {
  const { goldset } = globalThis as unknown as { goldset: Client }
  const nothing = { text: '', statuses: [], annotators: [], labels: [], marks: [] }
  const order = { by: 'source' as const }
  const search = 1_000_000 + round * 10
  const started = performance.now()
  // Every item is to do, so all of their positions cross the line.
  const filter = { ...nothing, statuses: ['todo' as const] }
  const found = await goldset.call('queue.find', { search, view: { filter, order } })
  if (found.positions?.length !== found.items) throw new Error('The filter did not find every item.')
  const filtered = performance.now() - started
  const firstHits = async (text: string, number: number) => {
    const asked = performance.now()
    const hits = new Promise<number>(resolve => {
      const stop = goldset.on('queue.found', part => {
        if (part.search !== number || part.positions.length === 0) return
        stop()
        resolve(performance.now() - asked)
      })
    })
    await goldset.call('queue.find', { search: number, view: { filter: { ...nothing, text }, order } })
    const ms = await hits
    await goldset.call('queue.stop', {})
    return ms
  }
  return {
    filter: filtered,
    near: await firstHits('ROW', search + 1),
    far: await firstHits('Rare', search + 2)
  }
}

async function scroll(page: Page): Promise<BenchRow> {
  const [ours, floor]: [number[], number[]] = [[], []]
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(await framesDropped(page, LIST))
    await coverWithEmptyList(page, LIST, ITEMS * ROW_HEIGHT)
    floor.push(await framesDropped(page, '#empty-list'))
    await uncover(page)
  }
  const beyond = median(ours.map((dropped, round) => dropped - (floor[round] ?? 0)))
  return {
    name: 'Frames dropped in the queue; the ratio is points beyond an empty list',
    unit: '%',
    ours: median(ours),
    floor: median(floor),
    ratio: beyond,
    bar: 5
  }
}

async function writeMillion(folder: string): Promise<void> {
  await writeProject(folder, { texts: ['replaced'] })
  const file = createWriteStream(join(folder, 'data/words.jsonl'))
  for (let start = 0; start < ITEMS; start += 10_000) {
    const lines = Array.from({ length: 10_000 }, (_, n) => {
      const row = start + n
      const rare = row % 1000 === 999 ? ' rare' : ''
      return JSON.stringify({ id: `r${row}`, text: `Row ${row} of the long road from Paris to Rome${rare}` })
    })
    if (!file.write(`${lines.join('\n')}\n`)) await once(file, 'drain')
  }
  file.end()
  await once(file, 'finish')
}

function timed(run: () => unknown): number {
  const started = performance.now()
  run()
  return performance.now() - started
}
