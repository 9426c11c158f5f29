import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type App, newPerson, type Person, startApp } from '../e2e/app.ts'
import { type BenchRow, median } from './bench-row.ts'
import { FIRST_WORDS, type Format, writeMillion } from './million/data.ts'

const ROUNDS = 3

/**
 * From the click on a project of a million rows to the frame that shows its first item: with nothing kept, against
 * finding the offsets of the rows and against parsing them in plain Node; then with the index that was kept.
 */
export async function measure(): Promise<readonly BenchRow[]> {
  const rows: BenchRow[] = []
  for (const format of ['jsonl', 'csv'] as const) {
    const person = await newPerson()
    try {
      rows.push(...(await measureFormat(person, format)))
    } finally {
      await person.leave()
    }
  }
  return rows
}

async function measureFormat(person: Person, format: Format): Promise<readonly BenchRow[]> {
  const folder = join(person.home, 'million')
  const kept = join(folder, '.goldset/index/items.bin')
  const file = writeMillion(folder, format)
  const cold: number[] = []
  const warm: number[] = []
  const offsets: number[] = []
  const name = `Open 1,000,000 rows of ${format.toUpperCase()}`

  const memory = await atHome(person, folder, async app => {
    const before = await memoryOf(app)
    await opened(app)
    while (!existsSync(kept)) await sleep(200)
    await sleep(2000)
    return (await memoryOf(app)) - before
  })
  const parse = plainNode('parse', format, file)
  for (let round = 0; round < ROUNDS; round++) {
    warm.push(await atHome(person, folder, opened))
    await rm(join(folder, '.goldset/index'), { recursive: true, force: true })
    offsets.push(plainNode('offsets', format, file))
    cold.push(await atHome(person, folder, opened))
    if (round === ROUNDS - 1) break
    await atHome(person, folder, async app => {
      await opened(app)
      while (!existsSync(kept)) await sleep(200)
    })
  }
  const [ours, floor] = [median(cold), median(offsets)]
  return [
    { name: `${name}, to offsets`, unit: 'ms', ours, floor, ratio: ours / floor, bar: 2 },
    { name: `${name}, to parsing`, unit: 'ms', ours, floor: parse, ratio: ours / parse, bar: 0.2 },
    { name: `${name}, again`, unit: 'ms', ours: median(warm), floor: 300, ratio: median(warm) / 300, bar: 1 },
    { name: `${name}, memory`, unit: 'MB', ours: memory, floor: 100, ratio: memory / 100, bar: 1 }
  ]
}

/** Starts the app at home, where the project is in the list of recents. */
async function atHome<T>(person: Person, folder: string, then: (app: App) => Promise<T>): Promise<T> {
  if (!existsSync(join(person.userData, 'goldset-settings.json'))) {
    // The first start opens it, so that home knows it.
    const first = await startApp(person, { args: [folder] })
    await first.page.getByText(FIRST_WORDS).first().waitFor()
    await first.close()
    await rm(join(folder, '.goldset/index'), { recursive: true, force: true })
  }
  const app = await startApp(person)
  try {
    await app.page
      .getByRole('button', { name: /Million/ })
      .first()
      .waitFor()
    // What a start does after its first paint is none of this.
    await sleep(1000)
    return await then(app)
  } finally {
    await app.kill()
  }
}

/** Milliseconds from the click to the frame that shows the first item, by the page's own clock. */
async function opened({ page }: App): Promise<number> {
  await page.evaluate('globalThis.__name = named => named')
  await page.evaluate(watchFirst, FIRST_WORDS)
  await page
    .getByRole('button', { name: /Million/ })
    .first()
    .click()
  return page.evaluate(() => (globalThis as unknown as { shown: Promise<number> }).shown)
}

/** Runs in the page. A frame is painted when the task that follows its animation callbacks runs. */
function watchFirst(words: string): void {
  const shown = new Promise<number>(resolve => {
    const look = (started: number) => () => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        if (document.querySelector('main')?.innerText.includes(words) === true)
          resolve(performance.now() - started)
        else requestAnimationFrame(look(started))
      }
      port2.postMessage(null)
    }
    addEventListener('click', event => requestAnimationFrame(look(event.timeStamp)), {
      capture: true,
      once: true
    })
  })
  Object.assign(globalThis, { shown })
}

/** What the main process holds, in MB. */
async function memoryOf({ electron }: App): Promise<number> {
  const bytes = await electron.evaluate(({ app }) =>
    app
      .getAppMetrics()
      .reduce((sum, { type, memory }) => sum + (type === 'Browser' ? memory.workingSetSize : 0), 0)
  )
  return bytes / 1024
}

function plainNode(what: 'offsets' | 'parse', format: Format, file: string): number {
  const program = join(import.meta.dirname, 'million/floor.ts')
  const said = execFileSync(process.execPath, ['--import', 'tsx', program, what, format, file], {
    encoding: 'utf8'
  })
  return (JSON.parse(said) as { ms: number }).ms
}
