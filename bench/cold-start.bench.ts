import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { root } from '../scripts/build/targets.ts'
import { findElectron } from '../scripts/electron-runtime.ts'
import { sandboxSwitches } from '../scripts/runtime/linux.ts'
import { startDebugged } from '../scripts/runtime/started-app.ts'
import { type BenchRow, median } from './bench-row.ts'
import { buildTrivialApp } from './trivial-app/build.ts'

const rounds = 9
/** Long enough for either app to have painted all it paints; it is not part of the figure. */
const settleMs = 2500

/** From starting the program to the largest paint of its first screen, ours against a React app of one line. */
export async function measure(): Promise<readonly BenchRow[]> {
  const { executable } = await findElectron()
  const trivial = await buildTrivialApp()
  const profiles = await mkdtemp(path.join(os.tmpdir(), 'goldset-cold-start-'))
  const ours: number[] = []
  const floor: number[] = []
  try {
    for (let round = -1; round < rounds; round++) {
      const mine = await painted(executable, root, path.join(profiles, 'ours'), 'Samples')
      const its = await painted(executable, trivial, path.join(profiles, 'floor'), 'Good morning')
      // The first start of each makes its profile folder and warms the disk's cache.
      if (round < 0) continue
      ours.push(mine)
      floor.push(its)
    }
  } finally {
    await rm(profiles, { recursive: true, force: true, maxRetries: 5 })
  }
  const [a, b] = [median(ours), median(floor)]
  return [{ name: 'Cold start to painted home', unit: 'ms', ours: a, floor: b, ratio: a / b, bar: 1.3 }]
}

/** The paint is read afterwards from the page's own record, so that looking does not slow it down. */
async function painted(executable: string, folder: string, profile: string, shows: string): Promise<number> {
  const started = Date.now()
  const app = startDebugged(executable, [...sandboxSwitches(), folder, `--user-data-dir=${profile}`])
  try {
    await sleep(settleMs)
    const page = await app.page()
    await page.getByText(shows).first().waitFor({ timeout: 5000 })
    const paintedAt = await page.evaluate(
      () =>
        new Promise<number>(resolve => {
          new PerformanceObserver(list => {
            const last = list.getEntries().at(-1)
            if (last) resolve(performance.timeOrigin + last.startTime)
          }).observe({ type: 'largest-contentful-paint', buffered: true })
        })
    )
    return paintedAt - started
  } finally {
    await app.kill()
  }
}
