import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { diskFiles } from '../project/disk-files.ts'
import { openLabelIndex } from '../project/label-index/open-label-index.ts'
import { labelStore } from '../project/label-store.ts'
import { summaryOf } from '../project/summarize-label.ts'
import { tinyProject } from './worker/samples.ts'
import { bench, type Bench, nightly, start, tempsIn } from './worker/start.ts'

/*
 * A program saves label files and keeps what it knows of them, again and again. It is killed at a random moment: while it
 * saves, or writes what it keeps. The next opening must say exactly what a reading of all label files says.
 */

let lane: Bench
beforeAll(async () => void (lane = await bench()))
afterAll(() => lane.close())

const kills = nightly ? 400 : 60

/** Kills the program `after` milliseconds past its first line, and gives all it said. */
function killed(root: string, from: number, after: number): Promise<string> {
  const worker = start(lane.program, 'label index for ever', root, from)
  let said = ''
  worker.stdout.on('data', (chunk: Buffer) => {
    if (said === '') setTimeout(() => worker.kill('SIGKILL'), after)
    said += chunk.toString()
  })
  return new Promise((resolve, reject) =>
    worker.on('close', (_code, signal) =>
      signal === 'SIGKILL' ? resolve(said) : reject(new Error(`The program ended by itself: ${said}`))
    )
  )
}

async function fullReading(root: string): Promise<string> {
  const lines: string[] = []
  for await (const { label, problem } of labelStore(diskFiles(), root, { readOnly: 'a lane' }).all())
    lines.push(JSON.stringify(label === undefined ? problem : summaryOf(tinyProject, label)))
  return lines.sort().join('\n')
}

/** What the index says at opening, and how many label files it had to read for that. */
async function opened(root: string): Promise<{ said: string; reads: number }> {
  let reads = 0
  const disk = diskFiles()
  const read = (path: string) => {
    if (!path.includes('.goldset')) reads++
    return disk.read(path)
  }
  const index = await openLabelIndex({ ...disk, read }, root, tinyProject, { writable: false })
  const lines = [...index.summaries()].map(summary => JSON.stringify(summary))
  for (const { annotator: _annotator, item: _item, ...problem } of index.problems)
    lines.push(JSON.stringify(problem))
  await index.close()
  return { said: lines.sort().join('\n'), reads }
}

it(`knows what a full reading finds after each of ${kills} kills while saving and keeping`, async () => {
  const root = await lane.project()
  const wrong: number[] = []
  let [amidWriting, trusted] = [0, 0]
  for (let run = 0; run < kills; run++) {
    await killed(root, run * 7, Math.random() * 120)
    if ((await tempsIn(join(root, '.goldset'))).some(name => name.startsWith('index'))) amidWriting++
    const right = await fullReading(root)
    const { said, reads } = await opened(root)
    if (said !== right) wrong.push(run)
    if (reads < right.split('\n').length) trusted++
  }
  const kept = existsSync(join(root, '.goldset/index/labels/ana'))
  console.log(
    `kill -9 of the label index: ${kills} kills, ${amidWriting} while it was written, ${trusted} openings trusted a part of it`
  )
  expect([wrong, kept, trusted > 0]).toEqual([[], true, true])
})
