import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bench, type Bench, nightly, start, type Worker } from './worker/start.ts'

/* Two processes open one project in the same moment, two hundred times: one may write. */

let lane: Bench
beforeAll(async () => void (lane = await bench()))
afterAll(() => lane.close())

const races = nightly ? 2000 : 200

function answer(worker: Worker): Promise<string> {
  return new Promise(resolve =>
    worker.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()))
  )
}

it.each([
  ['free', undefined],
  ['left by a crash', 'torn']
])(`lets exactly one of two processes hold a lock that is %s, in ${races} races`, async (_name, before) => {
  const [a, b] = [start(lane.program, 'take locks'), start(lane.program, 'take locks')]
  const tallies = new Map<string, number>()
  for (let race = 0; race < races; race++) {
    const root = await lane.project()
    if (before !== undefined) {
      mkdirSync(join(root, '.goldset'))
      writeFileSync(join(root, '.goldset/lock.json'), before)
    }
    const answers = Promise.all([answer(a), answer(b)])
    a.stdin.write(`${root}\n`)
    b.stdin.write(`${root}\n`)
    const outcome = (await answers).sort().join(' ')
    tallies.set(outcome, (tallies.get(outcome) ?? 0) + 1)
  }
  a.stdin.end()
  b.stdin.end()
  console.log(
    `lock: ${races} races of two processes, ${tallies.get('busy held') ?? 0} with exactly one holder`
  )
  expect([...tallies]).toEqual([['busy held', races]])
})
