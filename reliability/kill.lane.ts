import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { diskFiles } from '../project/disk-files.ts'
import { labelStore } from '../project/label-store.ts'
import { sweepTemps } from '../project/stale-temps.ts'
import { isWhole, itemOf } from './worker/samples.ts'
import { bench, type Bench, nightly, start, tempsIn } from './worker/start.ts'

/*
 * A program saves as fast as it can and says so after each save. It is killed at a random moment, three hundred times.
 * What it said is saved must be there, whole. The same with a plain write must show damage, or this lane sees nothing.
 */

let lane: Bench
beforeAll(async () => void (lane = await bench()))
afterAll(() => lane.close())

const kills = nightly ? 1000 : 300

/** Runs a program, kills it up to 40 ms after its first line, and gives the last number it said. */
function killed(program: string, folder: string, size: number): Promise<number> {
  const worker = start(lane.program, program, folder, 0, size)
  let said = ''
  worker.stdout.on('data', (chunk: Buffer) => {
    if (said === '') setTimeout(() => worker.kill('SIGKILL'), Math.random() * 40)
    said += chunk.toString()
  })
  return new Promise((resolve, reject) => {
    worker.on('close', (_code, signal) => {
      const whole = said.slice(0, said.lastIndexOf('\n'))
      if (signal !== 'SIGKILL') reject(new Error(`The program ended by itself: ${said}`))
      else resolve(Number(whole.slice(whole.lastIndexOf('\n') + 1)))
    })
  })
}

it(`loses no confirmed save and tears no file in ${kills} kills`, async () => {
  const damage: string[] = []
  let temps = 0
  const runs = async (count: number) => {
    const root = await lane.project()
    for (let run = 0; run < count; run++) {
      const confirmed = await killed('save for ever', root, 300_000)
      const found = await labelStore(diskFiles(), root).read('ana', itemOf('one'))
      if (found.kind !== 'label') damage.push(`${found.kind} after ${confirmed} was confirmed`)
      else if (found.label.revision < confirmed)
        damage.push(`${found.label.revision} instead of ${confirmed}`)
      else if (!isWhole(found.label.answers['padding'], found.label.revision)) damage.push('mixed content')
      temps += (await tempsIn(root)).length
      await sweepTemps(diskFiles(), root)
    }
  }
  await Promise.all([runs(kills / 2), runs(kills / 2)])
  console.log(
    `kill -9 of the saver: ${kills} kills, ${damage.length} lost or torn, ${temps} temp files swept`
  )
  expect([damage, temps > 0]).toEqual([[], true])
})

it('sees the damage that a plain write leaves', async () => {
  let damaged = 0
  const tries = 100
  for (let run = 0; run < tries && damaged < 3; run++) {
    const root = await lane.project()
    const confirmed = await killed('write for ever', root, 1_500_000)
    try {
      const { n } = JSON.parse(readFileSync(join(root, 'plain.json'), 'utf8')) as { n: number }
      if (n < confirmed) damaged++
    } catch {
      damaged++
    }
  }
  expect(damaged).toBe(3)
})
