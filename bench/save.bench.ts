import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { newPerson, startApp } from '../e2e/app.ts'
import { me, writeProject } from '../e2e/project-on-disk.ts'
import type { Client } from '../electron/api/contract.ts'
import { type BenchRow, median } from './bench-row.ts'

const ROUNDS = 15
const SAVES = 20

/**
 * A save as the window sees it, from the call to the acknowledgement, against an empty call and the least that a lasting write
 * can be: the same bytes, written aside, fsynced, renamed, and the folder fsynced.
 */
export async function measure(): Promise<readonly BenchRow[]> {
  const person = await newPerson()
  const folder = join(person.home, 'project')
  await writeProject(folder, { texts: Array.from({ length: 10 }, (_, n) => `Anna${n} rode to Rome.`) })
  const app = await startApp(person, { args: [folder] })
  try {
    await app.page.getByText('Anna0').first().waitFor()
    await app.page.evaluate(timeSaves, SAVES)
    const text = aLabelFile(folder)
    const beside = join(person.home, 'floor')
    mkdirSync(beside)
    const rounds = []
    for (let round = 0; round < ROUNDS; round++) {
      const { save, ping } = await app.page.evaluate(timeSaves, SAVES)
      const writes = []
      // One by one, as saves come: in a tight loop the disk and the processor would be warmer than for ours.
      for (let n = 0; n < SAVES; n++)
        writes.push(await app.electron.evaluate(timeWrite, { folder: beside, text, n }))
      rounds.push({ save: median(save), floor: median(ping) + median(writes) })
    }
    const ours = median(rounds.map(round => round.save))
    const floor = median(rounds.map(round => round.floor))
    // Per round, so that a slow moment of the disk weighs on both alike.
    const ratio = median(rounds.map(round => round.save / round.floor))
    return [{ name: 'Save through the process line', unit: 'ms', ours, floor, ratio, bar: 1.5 }]
  } finally {
    await app.kill()
    await person.leave()
  }
}

/** Runs in the page. Each call waits for the one before, as the window's saver does. */
async function timeSaves(count: number): Promise<{ save: number[]; ping: number[] }> {
  const { goldset } = globalThis as unknown as { goldset: Client }
  const [save, ping]: [number[], number[]] = [[], []]
  for (let n = 0; n < count; n++) {
    const position = n % 10
    const opened = await goldset.call('item.open', { position })
    const revision = opened.ok ? (opened.value.label?.revision ?? 0) : 0
    const span = { id: 's1', start: 0, end: 5, label: 'person', text: `Anna${position}` }
    const answers = { entities: { offsetUnit: 'codepoint', spans: [span] }, mood: { chosen: ['good'] } }
    const state = { status: 'draft' as const, answers, comments: [], unsure: false }
    const started = performance.now()
    const saved = await goldset.call('label.save', {
      position,
      id: `r${position + 1}`,
      revision,
      state,
      activeMs: n
    })
    save.push(performance.now() - started)
    if (!saved.ok) throw new Error(JSON.stringify(saved.problems))
  }
  // Apart from the saves: what main still has to do after one must not count as part of an empty call.
  await new Promise(resolve => setTimeout(resolve, 100))
  for (let n = 0; n < count; n++) {
    const asked = performance.now()
    await goldset.call('app.ping', {})
    ping.push(performance.now() - asked)
  }
  return { save, ping }
}

/** Runs in the app's main process: the same disk, the same priority, the same machine load as ours. */
function timeWrite(
  _electron: unknown,
  { folder, text, n }: { folder: string; text: string; n: number }
): number {
  const fs = process.getBuiltinModule('node:fs')
  const started = performance.now()
  const temp = `${folder}/${n}.tmp`
  const file = fs.openSync(temp, 'wx')
  fs.writeSync(file, text)
  fs.fsyncSync(file)
  fs.closeSync(file)
  fs.renameSync(temp, `${folder}/${n % 10}.json`)
  const inFolder = fs.openSync(folder, 'r')
  fs.fsyncSync(inFolder)
  fs.closeSync(inFolder)
  return performance.now() - started
}

function aLabelFile(folder: string): string {
  const own = join(folder, 'labels', me)
  const name = readdirSync(own, { recursive: true, encoding: 'utf8' }).find(name => name.endsWith('.json'))
  return readFileSync(join(own, name ?? ''), 'utf8')
}
