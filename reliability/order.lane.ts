import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { saveOrder } from './worker/save-order.ts'
import { bench, type Bench, nightly } from './worker/start.ts'
import { callsIn, noStrace, traced } from './worker/strace.ts'

/*
 * A thousand saves under strace: when each was confirmed, its bytes and its name had been given to the disk, in the
 * order that survives a power cut. Savers that leave a step out must be caught, or this lane sees nothing.
 */

const why = noStrace()
if (why !== undefined) console.log(`not run: ${why}`)

describe.skipIf(why !== undefined)('the order of system calls', () => {
  let lane: Bench
  beforeAll(async () => void (lane = await bench()))
  afterAll(() => lane.close())

  const observed = async (mode: string, count: number) => {
    const log = join(lane.folder, 'order.log')
    const filter = 'trace=write,pwrite64,fsync,fdatasync,rename,mkdir'
    const run = traced(log, ['-e', filter], [lane.program, mode, await lane.project(), String(count)])
    if (run.status !== 0) throw new Error(run.stderr)
    return saveOrder(callsIn(log))
  }

  it('is write, fsync, rename, fsync of the folder, and only then the confirmation', async () => {
    const count = nightly ? 5000 : 1000
    const { confirmed, violations } = await observed('save many', count)
    console.log(`fsync order: ${confirmed} saves, ${violations.length} confirmed too early`)
    expect([confirmed, violations]).toEqual([count, []])
  })

  it.each(['nothing', 'file', 'folder first'])('is seen to be wrong in a saver that syncs %s', async what => {
    const { confirmed, violations } = await observed(`rename many ${what}`, 100)
    const early = violations.filter(violation => violation.includes('.json:')).length
    expect([confirmed, early]).toEqual([100, 100])
  })
})
