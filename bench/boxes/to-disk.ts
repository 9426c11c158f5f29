import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { newPerson, startApp } from '../../e2e/app.ts'
import { canvasOf } from '../../e2e/canvas.ts'
import { linedPng } from '../../project/test/png.ts'
import { writePictures } from '../../e2e/pictures.ts'
import { me } from '../../e2e/project-on-disk.ts'
import { type BenchRow, quantile } from '../bench-row.ts'

const BOXES = 40
/** Milliseconds that are allowed. */
const ALLOWED = 50

/** From the release of the pointer that drew a box to its label file under its name, in the real application. */
export async function timeToDisk(): Promise<BenchRow> {
  const person = await newPerson()
  const folder = join(person.home, 'project')
  await writePictures(folder, new Map([['a.png', linedPng(800, 600, [150, 160, 150])]]))
  const app = await startApp(person, { args: [folder] })
  try {
    const { page } = app
    const canvas = await canvasOf(page, 'a.png', 800)
    await page.evaluate('globalThis.__name = named => named')
    await page.evaluate(() => {
      const at = window as unknown as { released: number }
      const note = (event: PointerEvent) => (at.released = performance.timeOrigin + event.timeStamp)
      addEventListener('pointerup', note, { capture: true })
    })
    const times: number[] = []
    let before = 0
    for (let box = 0; box < BOXES; box++) {
      const [x, y] = [10 + (box % 8) * 90, 10 + Math.floor(box / 8) * 100]
      await canvas.drag([x, y], [x + 60, y + 70])
      const released = await page.evaluate(() => (window as unknown as { released: number }).released)
      const written = await later(join(folder, 'labels', me), before)
      before = written
      // The first one makes the folders, too.
      if (box > 0) times.push(written - released)
    }
    const ours = quantile(times, 0.95)
    return {
      name: 'A box drawn by the pointer is on the disk, p95 after release',
      unit: 'ms',
      ours,
      floor: ALLOWED,
      ratio: ours / ALLOWED,
      bar: 1
    }
  } finally {
    await app.kill()
    await person.leave()
  }
}

/** When the one label file was written, once that is after `before`. Milliseconds since 1970. */
async function later(folder: string, before: number): Promise<number> {
  for (let tries = 0; tries < 500; tries++) {
    try {
      const name = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find(each =>
        each.endsWith('.json')
      )
      // The time of the folder is that of the rename; of the file, that of its last byte.
      const written = name === undefined ? 0 : statSync(join(folder, name)).ctimeMs
      if (written > before) return written
    } catch {
      // Between two names: the next look finds it.
    }
    await new Promise(resolve => setTimeout(resolve, 2))
  }
  throw new Error('The box did not reach the disk within a second.')
}
