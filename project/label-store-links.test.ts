import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { diskFiles } from './disk-files.ts'
import { labelPlace } from './label-files.ts'
import { labelStore } from './label-store.ts'
import { draftOf, itemOf, tinyProject } from './test/label-samples.ts'

const scratch = mkdtempSync(join(tmpdir(), 'goldset-links-'))
afterAll(() => rmSync(scratch, { recursive: true }))

const item = itemOf('museum-1')
const place = labelPlace('ana', item.id)
let root: string
let outside: string
beforeEach(() => {
  const folder = mkdtempSync(join(scratch, 'x-'))
  root = join(folder, 'project')
  outside = join(folder, 'outside')
  mkdirSync(root)
  mkdirSync(outside)
  writeFileSync(join(root, 'goldset.json'), JSON.stringify(tinyProject))
})

/** Reads, saves twice and lists, as a session would. */
async function work() {
  const store = labelStore(diskFiles(), root)
  const read = await store.read('ana', item)
  const saved = [await store.save(draftOf(item)), await store.save(draftOf(item))]
  let problems = 0
  for await (const { problem } of store.all('ana')) if (problem !== undefined) problems++
  return { read: read.kind, saved: saved.map(each => each.ok), problems }
}

describe('links that lead out of a project', () => {
  it.each(['labels', 'labels/ana', dirname(place)])('are not written through: %s', async folder => {
    mkdirSync(join(root, dirname(folder)), { recursive: true })
    symlinkSync(outside, join(root, folder))
    expect([await work(), readdirSync(outside)]).toEqual([
      { read: 'damaged', saved: [false, false], problems: folder === 'labels' ? 0 : 1 },
      []
    ])
  })

  it.each(['.goldset', '.goldset/history', '.goldset/history/labels'])(
    'are not written through for the sake of history: %s',
    async folder => {
      mkdirSync(join(root, dirname(folder)), { recursive: true })
      symlinkSync(outside, join(root, folder))
      const store = labelStore(diskFiles(), root)
      const first = await store.save(draftOf(item))
      const second = await store.save(draftOf(item, { revision: 1 }))
      expect([first.ok, second.ok, readdirSync(outside)]).toEqual([true, true, []])
    }
  )

  it('in place of a label file are neither followed nor removed', async () => {
    writeFileSync(join(outside, 'secret'), 'secret')
    mkdirSync(join(root, dirname(place)), { recursive: true })
    symlinkSync(join(outside, 'secret'), join(root, place))
    expect([await work(), readFileSync(join(outside, 'secret'), 'utf8')]).toEqual([
      { read: 'damaged', saved: [false, false], problems: 0 },
      'secret'
    ])
  })
})

describe('what is not a file where a label file should be', () => {
  it('is never taken for no labels yet, nor written over: a folder', async () => {
    mkdirSync(join(root, place), { recursive: true })
    expect(await work()).toEqual({ read: 'damaged', saved: [false, false], problems: 1 })
  })

  it('is never taken for no labels yet, nor written over: a link to a drive that is gone', async () => {
    mkdirSync(join(root, dirname(place)), { recursive: true })
    symlinkSync(join(outside, 'gone'), join(root, place))
    expect([await work(), readdirSync(outside)]).toEqual([
      { read: 'damaged', saved: [false, false], problems: 1 },
      []
    ])
  })
})
