import { existsSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { diskFiles } from '../project/disk-files.ts'
import { indexItems } from '../project/items/index-items.ts'
import { tinyProject } from './worker/samples.ts'
import { bench, type Bench, nightly, start } from './worker/start.ts'

/*
 * A program indexes a table and keeps the index. It is killed at a random moment: while it looks for rows, reads ids or
 * writes. The next opening must find exactly the items that an opening without any kept index finds.
 */

let lane: Bench
beforeAll(async () => void (lane = await bench()))
afterAll(() => lane.close())

const kills = nightly ? 300 : 40
const rows = 6000

/** Every eleventh row is no item, and every seventh id is there twice. */
const table = Array.from({ length: rows }, (_, n) =>
  n % 11 === 0 ? 'nonsense' : JSON.stringify({ id: `r${n - (n % 7 === 0 ? 7 : 0)}`, text: `text ${n}` })
).join('\n')

const project = { ...tinyProject, sources: [{ path: 'a.jsonl', format: 'jsonl' as const }] }
const fields = [{ id: 'text', kind: 'text' as const }]

async function found(root: string): Promise<string> {
  const index = await indexItems(diskFiles(), root, { fields, sources: project.sources }, { small: Infinity })
  await index.whole
  const lines: string[] = []
  for await (const { position, item } of index.items())
    lines.push(`${position} ${item.id} ${item.fields['text'] ?? ''} ${index.positionOf(item.id)}`)
  await index.close()
  return lines.join('\n')
}

/** Kills the program `after` milliseconds past its first line. Whether that came before its end. */
function killed(root: string, after: number): Promise<boolean> {
  const worker = start(lane.program, 'index', root)
  worker.stdout.once('data', () => setTimeout(() => worker.kill('SIGKILL'), after))
  return new Promise(resolve => worker.on('close', (_code, signal) => resolve(signal === 'SIGKILL')))
}

it(`opens to the same items after each of ${kills} kills while indexing`, async () => {
  const root = await lane.project()
  const kept = join(root, '.goldset/index/items.bin')
  await writeFile(join(root, 'a.jsonl'), table)
  await writeFile(join(root, 'goldset.json'), JSON.stringify({ ...project, fields }))
  const right = await found(root)
  const started = performance.now()
  await killed(root, 60_000)
  const whole = performance.now() - started
  const wrong: number[] = []
  let early = 0
  let withIndex = 0
  for (let run = 0; run < kills; run++) {
    if (run % 2 === 0) await rm(join(root, '.goldset'), { recursive: true, force: true })
    if (await killed(root, Math.random() * whole)) early++
    if (existsSync(kept)) withIndex++
    if ((await found(root)) !== right) wrong.push(run)
  }
  console.log(`kill -9 of the indexer: ${kills} starts, ${early} killed early, ${withIndex} left an index`)
  expect([wrong, early > 0]).toEqual([[], true])
})
