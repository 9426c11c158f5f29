import path from 'node:path'
import { _electron, type Page } from 'playwright-core'
import { findElectron } from '../scripts/electron-runtime.ts'
import { sandboxSwitches } from '../scripts/runtime/linux.ts'
import { type BenchRow, median, quantile } from './bench-row.ts'
import { buildTextPages } from './text/build.ts'

const SIZE = 1_000_000
const SPANS = 10_000
const ROUNDS = 7
const ADDS = 8
const FRAME = 1000 / 60

/** A text of 1 MB with 10,000 spans in real Electron: our views against paragraphs with CSS highlights. */
export async function measure(): Promise<readonly BenchRow[]> {
  const { executable } = await findElectron()
  const folder = await buildTextPages()
  const start = (part: string) =>
    _electron.launch({
      executablePath: executable,
      args: [...sandboxSwitches(), folder],
      env: { ...process.env, BENCH_PAGE: path.join(folder, part, 'index.html') }
    })
  const [ours, floor] = [await start('ours'), await start('floor')]
  try {
    const pages = { ours: await ours.firstWindow(), floor: await floor.firstWindow() }
    const open = { ours: [] as number[], floor: [] as number[] }
    const add = { ours: [] as number[], floor: [] as number[] }
    for (let round = -1; round < ROUNDS; round++)
      for (const who of ['ours', 'floor'] as const) {
        const page = pages[who]
        await page.bringToFront()
        // A fresh page each round, warmed with a short text: thousands of highlights of an earlier text slow the floor down.
        await page.reload()
        await page.evaluate(() => window.bench.open(20_000, 200))
        const opened = await page.evaluate(([size, count]) => window.bench.open(size, count), [
          SIZE,
          SPANS
        ] as const)
        const added: number[] = []
        for (let nth = 0; nth < ADDS; nth++) added.push(await page.evaluate(at => window.bench.add(at), nth))
        if (round < 0) continue
        open[who].push(opened)
        add[who].push(...added)
      }
    await keepsTheBrowsersOwn(pages.ours)
    const [openOurs, openFloor] = [median(open.ours), median(open.floor)]
    const [addOurs, addFloor] = [quantile(add.ours, 0.95), quantile(add.floor, 0.95)]
    return [
      {
        name: '1 MB text, 10,000 spans: open',
        unit: 'ms',
        ours: openOurs,
        floor: openFloor,
        ratio: openOurs / openFloor,
        bar: 2
      },
      {
        // At most twice what the floor needs, and the floor never counts as less than one frame.
        name: '1 MB text, 10,000 spans: add a span, p95',
        unit: 'frames',
        ours: addOurs / FRAME,
        floor: addFloor / FRAME,
        ratio: addOurs / Math.max(addFloor, FRAME),
        bar: 2
      }
    ]
  } finally {
    await Promise.all([ours.close(), floor.close()])
  }
}

/** Selecting over paragraphs and finding a word further down work as in any page. */
async function keepsTheBrowsersOwn(page: Page): Promise<void> {
  const native = await page.evaluate(() => window.bench.native())
  if (native.selection !== native.expected)
    throw new Error(
      `A selection over three paragraphs gave "${native.selection}" instead of "${native.expected}".`
    )
  if (!native.found || native.foundText === '')
    throw new Error('The browser could not find a line at the end of the text.')
}
