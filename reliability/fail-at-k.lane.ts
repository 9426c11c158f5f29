import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { diskFiles } from '../project/disk-files.ts'
import { labelPlace } from '../project/label-files.ts'
import { labelStore } from '../project/label-store.ts'
import { isWhole, itemOf, paddedDraft } from './worker/samples.ts'
import { bench, type Bench, nightly, tempsIn } from './worker/start.ts'
import { noStrace, traced } from './worker/strace.ts'

/*
 * The first, second, third … system call of a kind fails during a save, until a run has none left to fail. After each:
 * the file is the old one or the new one, a save that was confirmed is there, one that was not said why, no temp file
 * is left, and the same program saves at the next try.
 */

const why = noStrace()
if (why !== undefined) console.log(`not run: ${why}`)

const calls = ['pwrite64', 'fsync', 'rename', 'link', 'mkdir']
const errors = nightly ? ['EIO', 'ENOSPC', 'EACCES', 'EROFS', 'EDQUOT', 'EMFILE', 'EINTR'] : ['EIO', 'ENOSPC']

describe.skipIf(why !== undefined)('one failing system call', () => {
  let lane: Bench
  beforeAll(async () => void (lane = await bench()))
  afterAll(() => lane.close())

  /** Saves twice with one call failing. Undefined: there was no k-th call. */
  const run = async (
    call: string,
    error: string,
    k: number,
    before: boolean
  ): Promise<string[] | undefined> => {
    const root = await lane.project()
    const labels = labelStore(diskFiles(), root)
    if (before) await labels.save(paddedDraft(itemOf('one'), 0, 20_000))
    const log = join(lane.folder, 'fail.log')
    const inject = ['-e', `trace=${call}`, '-e', `inject=${call}:error=${error}:when=${k}`]
    const { stdout, stderr } = traced(log, inject, [lane.program, 'save twice', root, '0', '20000'])
    if (!readFileSync(log, 'utf8').includes('(INJECTED)')) return undefined
    const [, first = '', second = ''] = stdout.split('\n')
    const found = await labels.read('ana', itemOf('one'))
    const revision = found.kind === 'label' ? found.label.revision : 0
    const wrong: string[] = []
    const expected = Number(before) + (first.startsWith('ok') ? 2 : 1)
    // A name that is there and whose folder could not be synced counts as not saved, and may be seen all the same.
    if (revision !== expected && revision !== expected + 1)
      wrong.push(`revision ${revision}, not ${expected}`)
    if (!second.startsWith('ok')) wrong.push(`the second save said "${second}" ${stderr}`)
    if (second !== `ok ${revision}`) wrong.push(`"${second}", and on disk is ${revision}`)
    if (!/^(?:ok \d+|no .+\.)$/.test(first)) wrong.push(`the first save said "${first}"`)
    if (found.kind === 'label' && !isWhole(found.label.answers['padding'], revision))
      wrong.push('mixed content')
    const temps = await tempsIn(join(root, 'labels'))
    if (temps.length > 0) wrong.push(`left ${temps.join()}`)
    return wrong.map(each => `${call} ${k} ${error} in ${labelPlace('ana', 'one')}: ${each}`)
  }

  it.each(calls)('%s: nothing is lost, torn, left behind or confirmed in vain', async call => {
    const wrong: string[] = []
    let runs = 0
    for (const error of errors)
      for (const before of [false, true])
        for (let k = 1; ; k++) {
          const result = await run(call, error, k, before)
          if (result === undefined) break
          wrong.push(...result)
          runs++
        }
    console.log(`fail at k: ${runs} runs with a failing ${call}, ${wrong.length} wrong`)
    expect([wrong, runs > 0]).toEqual([[], true])
  })
})
