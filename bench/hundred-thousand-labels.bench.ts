import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { diskFiles } from '../project/disk-files.ts'
import { labelPlace } from '../project/label-files.ts'
import { openLabelIndex } from '../project/label-index/open-label-index.ts'
import { labelStore } from '../project/label-store.ts'
import { draftOf, itemOf, tinyProject } from '../project/test/label-samples.ts'
import { type BenchRow, median } from './bench-row.ts'

const MANY = 100_000
const ROUNDS = 5

/** A project of so many label files, by ana. */
function makeProject(count: number): string {
  const root = mkdtempSync(join(tmpdir(), 'goldset-bench-'))
  writeFileSync(join(root, 'goldset.json'), JSON.stringify(tinyProject))
  const folders = new Set<string>()
  // All say the same but for their item; making each from an object takes longer than writing it.
  const [before = '', after = ''] = labelText(PLACEHOLDER).split(PLACEHOLDER)
  for (let n = 0; n < count; n++) {
    const path = join(root, labelPlace('ana', `r${n}`))
    const folder = dirname(path)
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true })
    folders.add(folder)
    writeFileSync(path, `${before}r${n}${after}`)
  }
  return root
}

const PLACEHOLDER = 'the id of the item'

function labelText(id: string): string {
  const { item, annotator, status, answers, labelers, schemaVersion, guidelineVersion } = draftOf(itemOf(id))
  const { source, fingerprint } = item
  const about = {
    goldset: 'label/1',
    item: { id, source, fingerprint },
    annotator,
    status,
    labelers,
    answers
  }
  const rest = {
    schemaVersion,
    guidelineVersion,
    revision: 1,
    savedAt: '2026-11-23T22:00:00.000Z',
    activeMs: 0
  }
  return `${JSON.stringify({ ...about, ...rest }, null, 2)}\n`
}

/** How long opening takes, and how many label files it reads. */
async function timeOpening(root: string): Promise<{ ms: number; reads: number }> {
  const disk = diskFiles()
  let reads = 0
  const read = (path: string) => {
    if (!path.includes('.goldset')) reads++
    return disk.read(path)
  }
  const started = performance.now()
  const index = await openLabelIndex({ ...disk, read }, root, tinyProject, { writable: true })
  const ms = performance.now() - started
  await index.close()
  return { ms, reads }
}

/** Saves as the application does, each known to the index at once. */
async function saver(root: string) {
  const index = await openLabelIndex(diskFiles(), root, tinyProject, { writable: true })
  const store = labelStore(diskFiles(), root)
  let n = 0
  return {
    async save(): Promise<number> {
      const item = itemOf(`new ${n++}`)
      const started = performance.now()
      const saved = await store.save(draftOf(item))
      if (!saved.ok) throw new Error(JSON.stringify(saved.problems))
      index.put('ana', item.id, saved.value)
      return performance.now() - started
    },
    close: () => index.close()
  }
}

/** Opening a project of 100,000 label files again, against reading them all; and a save there, against one in a project of 100. */
export async function measure(): Promise<readonly BenchRow[]> {
  const [large, small] = [makeProject(MANY), makeProject(100)]
  try {
    // Until no folder looks as if it might still change without another time.
    await new Promise(resolve => setTimeout(resolve, 3000))
    const first = await timeOpening(large)
    const again = []
    for (let round = 0; round < ROUNDS; round++) again.push(await timeOpening(large))
    const most = Math.max(...again.map(({ reads }) => reads))
    if (most > 0) throw new Error(`Opening again read ${most} label files, though none had changed.`)
    const savers = [await saver(large), await saver(small)] as const
    const rounds = []
    for (let round = 0; round < 200; round++)
      rounds.push({ ours: await savers[0].save(), floor: await savers[1].save() })
    for (const each of savers) await each.close()
    const open = median(again.map(({ ms }) => ms))
    const ours = median(rounds.map(round => round.ours))
    const floor = median(rounds.map(round => round.floor))
    return [
      {
        name: '100,000 label files opened again',
        unit: 'ms',
        ours: open,
        floor: first.ms,
        ratio: open / first.ms,
        bar: 0.2
      },
      { name: 'A save among 100,000 label files', unit: 'ms', ours, floor, ratio: ours / floor, bar: 1.2 }
    ]
  } finally {
    for (const root of [large, small]) rmSync(root, { recursive: true, force: true })
  }
}
