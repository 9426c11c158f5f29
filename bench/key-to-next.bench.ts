import { join } from 'node:path'
import { newPerson, startApp } from '../e2e/app.ts'
import { writeProject } from '../e2e/project-on-disk.ts'
import { type BenchRow, median, quantile } from './bench-row.ts'

const ITEMS = 300
const KEYS = 200

/**
 * From the key event to the paint of the next item: the frame that shows it. The unit is the length of an idle frame in the
 * same window, so that a slow or fast screen counts alike.
 */
export async function measure(): Promise<readonly BenchRow[]> {
  const person = await newPerson()
  const folder = join(person.home, 'project')
  const words = 'of the long road from Paris to Rome and back again by way of the sea, '.repeat(6)
  await writeProject(folder, { texts: Array.from({ length: ITEMS }, (_, n) => `Anna${n} told ${words}`) })
  const app = await startApp(person, { args: [folder] })
  try {
    const { page } = app
    await page.getByText('Anna0').first().waitFor()
    // The transpiler that runs the benches wraps named functions in a helper of its own, which the page lacks.
    await page.evaluate('globalThis.__name = named => named')
    await page.evaluate(watchPaints)
    for (let n = 1; n <= KEYS; n++) {
      await page.keyboard.press('d')
      await page.waitForFunction(at => (globalThis as unknown as Watch).shown >= at, n, { polling: 50 })
    }
    const { paints, frames } = await page.evaluate(() => {
      const { paints, frames } = globalThis as unknown as Watch
      return { paints, frames }
    })
    const frame = median(frames)
    const ours = quantile(paints, 0.95) / frame
    return [
      { name: 'Key D to next item painted, p95', unit: 'frames', ours, floor: 1, ratio: ours, bar: 1.5 }
    ]
  } finally {
    await app.kill()
    await person.leave()
  }
}

interface Watch {
  /** How many items were shown since. */
  shown: number
  /** Milliseconds from each key event to the frame after its item was there. */
  paints: number[]
  /** Milliseconds between idle frames. */
  frames: number[]
}

/** Runs in the page. A frame is painted when the task that follows its animation callbacks runs. */
async function watchPaints(): Promise<void> {
  const watch = globalThis as unknown as Watch
  Object.assign(watch, { shown: 0, paints: [], frames: [] })
  let last = await new Promise<number>(resolve => requestAnimationFrame(resolve))
  for (let n = 0; n < 60; n++) {
    const now = await new Promise<number>(resolve => requestAnimationFrame(resolve))
    watch.frames.push(now - last)
    last = now
  }
  const main = document.querySelector('main')
  const afterPaint = (then: () => void) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = then
      port2.postMessage(null)
    })
  addEventListener(
    'keydown',
    event => {
      if (event.key !== 'd') return
      const started = event.timeStamp
      const wanted = `Anna${watch.shown + 1} `
      const look = () => {
        if (main?.innerText.includes(wanted) !== true) return afterPaint(look)
        watch.paints.push(performance.now() - started)
        watch.shown++
      }
      afterPaint(look)
    },
    { capture: true }
  )
}
