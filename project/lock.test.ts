import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { diskFiles } from './disk-files.ts'
import type { Files } from './files.ts'
import { takeLock } from './lock.ts'
import { memoryFiles } from './memory-files.ts'
import { thisProcess } from './process-identity.ts'
import { sweepTemps } from './stale-temps.ts'

const scratch = mkdtempSync(join(tmpdir(), 'goldset-lock-'))
afterAll(() => rmSync(scratch, { recursive: true }))

const deadPid = spawnSync(process.execPath, ['-e', '']).pid
const owner = (changes: object, instance = '0'.repeat(32)) =>
  JSON.stringify({ goldset: 'lock/1', ...thisProcess(), instance, since: '2026-01-01T00:00:00Z', ...changes })
const outcome = async (files: Files, root = '/p') => {
  const lock = await takeLock(files, root)
  return lock.kind === 'held' ? 'held' : lock.sentence
}
const withLock = (text: string, more: Record<string, string> = {}) =>
  memoryFiles({ '/p/.goldset/lock.json': text, ...more })

describe('the lock of a project', () => {
  it('is held by the first, refused to the second, and free again after release', async () => {
    const files = memoryFiles({ '/p/goldset.json': '{}' })
    const first = await takeLock(files, '/p')
    const second = await takeLock(files, '/p')
    if (first.kind === 'held') {
      await first.release()
      await first.release()
    }
    const third = await takeLock(files, '/p')
    expect([
      first.kind,
      second.kind === 'busy' && second.sentence.replace(/since \d{1,2} \w+, \d\d:\d\d\)/, 'since …)'),
      third.kind
    ]).toEqual([
      'held',
      `This project is already open on this computer (process ${process.pid}, since …). Here it can only be read.`,
      'held'
    ])
  })

  it('is taken over from a process that has ended, a number given again, another run of the machine, and a torn file', async () => {
    expect([
      await outcome(withLock(owner({ pid: deadPid }))),
      await outcome(withLock(owner({ started: '1' }))),
      await outcome(withLock(owner({ boot: 'another' }))),
      await outcome(withLock('')),
      await outcome(withLock('{"goldset":"lock/1","ho'))
    ]).toEqual(['held', 'held', 'held', 'held', 'held'])
  })

  it('is never taken from another computer, whose processes cannot be seen', async () => {
    const said = String(await outcome(withLock(owner({ host: 'studio', pid: deadPid, boot: 'x' }))))
    expect(said.replace(/since \d{1,2} \w+, \d\d:\d\d\)/, 'since …)')).toBe(
      'This project is open on "studio" (since …). Here it can only be read. If it is not open there any more, delete .goldset/lock.json.'
    )
  })

  it('is taken over from one who died while taking over, and leaves no marks', async () => {
    const files = withLock(owner({ pid: deadPid }), {
      [`/p/.goldset/taken-${'0'.repeat(32)}.json`]: owner({ pid: deadPid }, '1'.repeat(32)),
      [`/p/.goldset/taken-${'9'.repeat(32)}.json`]: owner({ pid: deadPid }, '8'.repeat(32))
    })
    expect([await outcome(files), (await files.list('/p/.goldset')).map(entry => entry.name)]).toEqual([
      'held',
      ['.gitignore', 'lock.json']
    ])
  })

  it('is not taken from one who lives and is about to finish taking over', async () => {
    const files = withLock(owner({ pid: deadPid }), {
      [`/p/.goldset/taken-${'0'.repeat(32)}.json`]: owner({}, '1'.repeat(32))
    })
    expect(await outcome(files)).toContain('already open on this computer')
  })

  it('is not taken by one who was slow, when another took it over and cleared up in the meantime', async () => {
    const files = withLock(owner({ pid: deadPid }))
    let quick: Promise<string> | undefined
    const slow: Files = {
      ...files,
      async create(path, content) {
        if (path.includes('taken-')) await (quick ??= outcome(files))
        return files.create(path, content)
      }
    }
    expect([await outcome(slow), await quick]).toEqual([
      expect.stringContaining('already open on this computer'),
      'held'
    ])
  })

  it('is not removed by one it was taken from', async () => {
    const files = memoryFiles()
    const lock = await takeLock(files, '/p')
    await files.write('/p/.goldset/lock.json', owner({ host: 'other' }))
    if (lock.kind === 'held') await lock.release()
    expect(await outcome(files)).toContain('open on "other"')
  })

  it('says in a sentence that a folder cannot be written', async () => {
    const files = memoryFiles({ '/p/goldset.json': '{}' }, { capacity: 10 })
    expect(await outcome(files)).toContain('Nothing can be saved in this folder: The disk is full.')
  })

  it.each([
    ['a free', undefined],
    ['a stale', owner({ pid: deadPid })],
    ['a torn', 'x']
  ])('goes to exactly one of two starters, every time, over %s lock', async (_name, before) => {
    const tallies = new Map<number, number>()
    for (let race = 0; race < 120; race++) {
      const files = race < 100 ? memoryFiles() : diskFiles()
      const root = mkdtempSync(join(scratch, 'r-'))
      if (before !== undefined) await files.write(join(root, '.goldset/lock.json'), before)
      const outcomes = await Promise.all([takeLock(files, root), takeLock(files, root)])
      const winners = outcomes.filter(each => each.kind === 'held').length
      tallies.set(winners, (tallies.get(winners) ?? 0) + 1)
    }
    expect([...tallies]).toEqual([[1, 120]])
  })

  it('names the process it is held by', () => {
    const me = thisProcess()
    expect([me.host, me.pid, process.platform !== 'linux' || (me.started !== '' && me.boot !== '')]).toEqual([
      hostname(),
      process.pid,
      true
    ])
  })
})

describe('what interrupted saves left behind', () => {
  it('is moved out of the way, unchanged, and reported', async () => {
    const root = mkdtempSync(join(scratch, 's-'))
    const files = diskFiles()
    const temps = [
      '.goldset-1123456789abcdef.tmp',
      'labels/ana/0f/.goldset-0123456789abcdef.tmp',
      '.goldset/history/.goldset-2123456789abcdef.tmp'
    ]
    for (const temp of temps) await files.write(join(root, temp), 'half')
    await files.write(join(root, 'labels/ana/0f/keep.json'), '{}')
    const problems = await sweepTemps(files, root)
    expect([
      problems.map(problem => problem.file),
      problems[0]?.message,
      readdirSync(join(root, '.goldset/recovered')),
      readdirSync(join(root, 'labels/ana/0f')),
      await sweepTemps(files, root)
    ]).toEqual([
      temps,
      'A save was interrupted here and never confirmed. What it had written is now .goldset/recovered/goldset-1123456789abcdef.tmp; the file it was meant for is as it was before.',
      ['goldset-0123456789abcdef.tmp', 'goldset-1123456789abcdef.tmp', 'goldset-2123456789abcdef.tmp'],
      ['keep.json'],
      []
    ])
  })
})
