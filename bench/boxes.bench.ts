import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { findElectron } from '../scripts/electron-runtime.ts'
import { sandboxSwitches } from '../scripts/runtime/linux.ts'
import { type BenchRow, median, quantile } from './bench-row.ts'
import { timeToDisk } from './boxes/to-disk.ts'
import { buildBoxPages } from './boxes/build.ts'
import { paintPhotos } from './boxes/photos.ts'

const MANY = 10_000
const LABELLED = 1000
const ROUNDS = 7
/** Milliseconds for which a hand moves or zooms the view. */
const STROKE = 480
/**
 * Milliseconds from one event of the pointer to the next, whatever the page is doing. A hand does not wait for the page: a
 * wheel that is turned on only when the page has answered reaches it one frame late, every other frame has nothing to draw,
 * and the 17 ms until the next tick of the screen would be half of what is measured.
 */
const EVENT = 5
/** A drag of a second and a half: its start, which lifts the box off the others, is a frame or two of it. */
const DRAGGED = 90
/** Of the slowest: enough for its median, and a frame takes it more than a tenth of a second. */
const NAIVE = { rounds: 2, stroke: 1600 }
const FRAME = 1000 / 60
const who = ['ours', 'floor', 'naive'] as const
type Who = (typeof who)[number]
/** Frames come as fast as they can be made: what differs is not hidden behind the rate of the screen. */
const uncapped = ['--disable-frame-rate-limit', '--disable-gpu-vsync']

/**
 * Boxes on an image of 12 megapixels in real Electron, moved by real pointer events: our views against a plain canvas and
 * against what the examples of Konva lead to.
 */
export async function measure(): Promise<readonly BenchRow[]> {
  const { executable } = await findElectron()
  const folder = await buildBoxPages()
  const start = async (part: Who, switches: readonly string[]) => {
    const app = await _electron.launch({
      executablePath: executable,
      args: [...sandboxSwitches(), ...switches, folder],
      env: { ...process.env, BENCH_PAGE: path.join(folder, part, 'index.html') }
    })
    const page = await app.firstWindow()
    // The transpiler that runs the benches wraps named functions in a helper of its own, which the page lacks.
    await page.evaluate('globalThis.__name = named => named')
    return { app, page }
  }
  const painter = await start('floor', [])
  await paintPhotos(painter.page, folder, 6)
  await painter.app.close()
  const fast = await speed(part => start(part, uncapped))
  const smooth = await smoothness(part => start(part, []))
  return [...fast, ...smooth, await timeToDisk()]
}

type Start = (part: Who) => Promise<{ readonly app: ElectronApplication; readonly page: Page }>

/** First draw, and the time from frame to frame while the view moves, as fast as each can. */
async function speed(start: Start): Promise<readonly BenchRow[]> {
  const [ours, floor, naive] = [await start('ours'), await start('floor'), await start('naive')]
  const pages = { ours: ours.page, floor: floor.page, naive: naive.page }
  const empty = () => ({ ours: [] as number[], floor: [] as number[], naive: [] as number[] })
  const [first, pan, zoom, next] = [empty(), empty(), empty(), empty()]
  try {
    for (let round = -1; round < ROUNDS; round++)
      for (const part of who) {
        if (part === 'naive' && round >= NAIVE.rounds) continue
        const page = pages[part]
        await page.bringToFront()
        const stroke = part === 'naive' ? NAIVE.stroke : STROKE
        const opened = await page.evaluate(count => window.boxes.open(count, false), MANY)
        const panned = await whilePanning(page, stroke)
        const zoomed = await whileZooming(page, stroke)
        const shown = part === 'naive' ? NaN : await page.evaluate(() => window.boxes.next())
        if (round < 0) continue
        first[part].push(opened)
        pan[part].push(...panned.moved)
        zoom[part].push(...zoomed.moved)
        next[part].push(shown)
      }
  } finally {
    await Promise.all([ours.app.close(), floor.app.close(), naive.app.close()])
  }
  const row = (name: string, times: Record<Who, number[]>, against: 'floor' | 'naive', bar: number) => {
    const [mine, other] = [median(times.ours), median(times[against])]
    return { name, unit: 'ms', ours: mine, floor: other, ratio: mine / other, bar } as const
  }
  return [
    row('10,000 boxes: first draw, against a plain canvas', first, 'floor', 2),
    row('10,000 boxes: a frame of moving the view, against a plain canvas', pan, 'floor', 1.5),
    row('10,000 boxes: a frame of zooming, against a plain canvas', zoom, 'floor', 1.5),
    row('10,000 boxes: a frame of moving the view, against naive Konva', pan, 'naive', 1 / 7),
    row('10,000 boxes: a frame of zooming, against naive Konva', zoom, 'naive', 1 / 7),
    row('Next image of 12 megapixels, against one decoded before', next, 'floor', 2)
  ]
}

/** Frames that are lost at the rate of the screen. */
async function smoothness(start: Start): Promise<readonly BenchRow[]> {
  const [ours, floor] = [await start('ours'), await start('floor')]
  const pages = { ours: ours.page, floor: floor.page }
  const empty = () => ({ ours: [] as number[], floor: [] as number[] })
  const [many, labelled, drag] = [empty(), empty(), empty()]
  const alone: number[] = []
  try {
    for (let round = -1; round < ROUNDS; round++)
      for (const part of ['ours', 'floor'] as const) {
        const page = pages[part]
        await page.bringToFront()
        await page.evaluate(count => window.boxes.open(count, false), MANY)
        const dragged = await whileDragging(page)
        const moved = [...(await whilePanning(page)).all, ...(await whileZooming(page)).all]
        await page.evaluate(count => window.boxes.open(count, true), LABELLED)
        const tagged = [...(await whilePanning(page)).all, ...(await whileZooming(page)).all]
        await page.evaluate(() => window.boxes.open(1, false))
        const single = [...(await whilePanning(page)).all, ...(await whileZooming(page)).all]
        if (round < 0) continue
        if (part === 'ours') alone.push(...single)
        drag[part].push(...dragged.all)
        many[part].push(...moved)
        labelled[part].push(...tagged)
      }
  } finally {
    await Promise.all([ours.app.close(), floor.app.close()])
  }
  const gap = { ours: quantile(drag.ours, 0.95) / FRAME, floor: quantile(drag.floor, 0.95) / FRAME }
  const lost = { ours: dropped(many.ours), floor: dropped(many.floor) }
  const lostAlone = dropped(alone)
  const lostLabelled = { ours: dropped(labelled.ours), floor: dropped(labelled.floor) }
  return [
    {
      name: '10,000 boxes: one dragged, p95 from frame to frame',
      unit: 'frames',
      ...gap,
      ratio: gap.ours,
      bar: 1.1
    },
    {
      name: '10,000 boxes: moved and zoomed, lost of 100 frames',
      unit: 'frames',
      ...lost,
      ratio: lost.ours,
      bar: 10
    },
    {
      // What the same view of the same image loses with one box is lost by the machine, not by the boxes.
      name: '10,000 boxes: moved and zoomed, lost of 100 frames beyond those with one box',
      unit: 'frames',
      ours: lost.ours,
      floor: lostAlone,
      ratio: lost.ours - lostAlone,
      bar: 10
    },
    {
      // Two in a hundred are the noise of one machine.
      name: '1,000 boxes with labels: lost of 100 frames beyond those of a plain canvas',
      unit: 'frames',
      ...lostLabelled,
      ratio: lostLabelled.ours - lostLabelled.floor,
      bar: 2
    }
  ]
}

/** Of a hundred frames that the screen would have shown, how many did not come. */
function dropped(gaps: readonly number[]): number {
  const due = gaps.map(gap => Math.max(1, Math.round(gap / FRAME)))
  const all = due.reduce((sum, each) => sum + each, 0)
  return ((all - gaps.length) / all) * 100
}

async function whilePanning(page: Page, stroke = STROKE) {
  await page.mouse.move(500, 400)
  await page.mouse.down({ button: 'middle' })
  await page.evaluate(() => window.boxes.watch())
  await steadily(stroke, done =>
    page.mouse.move(500 + 150 * Math.sin(done * 5), 400 + 90 * Math.sin(done * 7.5))
  )
  const noted = await page.evaluate(() => window.boxes.noted())
  await page.mouse.up({ button: 'middle' })
  return noted
}

/** Two and a half times as near, and back. */
async function whileZooming(page: Page, stroke = STROKE) {
  await page.mouse.move(500, 400)
  await page.evaluate(() => window.boxes.watch())
  const step = 900 / (stroke / EVENT)
  await steadily(stroke, done => page.mouse.wheel(0, done < 0.5 ? -step : step))
  return page.evaluate(() => window.boxes.noted())
}

/** One event after the other at an even pace. */
async function steadily(stroke: number, event: (done: number) => Promise<void>): Promise<void> {
  const sent: Promise<void>[] = []
  const from = performance.now()
  for (let due = 0; due < stroke; due += EVENT) {
    await setTimeout(Math.max(0, from + due - performance.now()))
    sent.push(event(due / stroke))
  }
  await Promise.all(sent)
}

async function whileDragging(page: Page) {
  const [x, y] = await page.evaluate(() => window.boxes.box())
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 5, y + 5)
  await page.evaluate(() => window.boxes.watch())
  for (let move = 1; move <= DRAGGED; move++)
    await page.mouse.move(x + 150 * Math.sin(move / 8), y + 100 * Math.sin(move / 5))
  const noted = await page.evaluate(() => window.boxes.noted())
  await page.mouse.up()
  return noted
}
