import { mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { renameOver } from './atomic-write.ts'
import { diskFiles } from './disk-files.ts'
import { FileError, type Files } from './files.ts'
import { memoryFiles } from './memory-files.ts'

const scratch = mkdtempSync(join(tmpdir(), 'goldset-files-'))
afterAll(() => rmSync(scratch, { recursive: true }))

const kinds: readonly [string, () => { files: Files; at: (name: string) => string }][] = [
  [
    'on the disk',
    () => {
      const folder = mkdtempSync(join(scratch, 'x-'))
      return { files: diskFiles(), at: name => join(folder, name) }
    }
  ],
  ['in memory', () => ({ files: memoryFiles(), at: name => `/x/${name}` })]
]

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const refusal = async (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'no error',
    (error: unknown) => (error instanceof FileError ? error.kind : `not a FileError: ${String(error)}`)
  )

describe.each(kinds)('files %s', (_name, make) => {
  it('gives every file that is written an identity of its own', async () => {
    const { files, at } = make()
    const first = await files.write(at('a.txt'), 'one')
    const seen = await files.stat(at('a.txt'))
    const second = await files.write(at('a.txt'), 'two')
    expect([seen?.identity === first.identity, second.identity === first.identity]).toEqual([true, false])
  })

  it('knows of a folder when something in it was added, replaced, renamed or removed, and of nothing else', async () => {
    const { files, at } = make()
    await files.write(at('f/a.txt'), 'one')
    await files.makeFolder(at('g'))
    const steps: [string, () => Promise<unknown>][] = [
      ['added', () => files.write(at('f/b.txt'), 'two')],
      ['read', () => files.read(at('f/b.txt'))],
      ['replaced', () => files.write(at('f/b.txt'), 'three')],
      ['elsewhere', () => files.write(at('g/x.txt'), 'x')],
      ['renamed', () => files.move(at('f/b.txt'), at('f/c.txt'))],
      ['moved away', () => files.move(at('f/c.txt'), at('g/c.txt'))],
      ['removed', () => files.remove(at('f/a.txt'))]
    ]
    const noticed: string[] = []
    for (const [step, run] of steps) {
      const before = await files.stat(at('f'))
      // Clocks of disks tick every few milliseconds.
      await new Promise(resolve => setTimeout(resolve, 15))
      await run()
      const after = await files.stat(at('f'))
      if (before?.mtimeMs !== after?.mtimeMs) noticed.push(step)
    }
    expect(noticed).toEqual(['added', 'replaced', 'renamed', 'moved away', 'removed'])
  })

  it('reads what was written, whole and in ranges', async () => {
    const { files, at } = make()
    await files.write(at('a/b/c.txt'), 'grüße')
    const whole = await files.read(at('a/b/c.txt'))
    expect([
      text(whole),
      whole.constructor.name,
      text(await files.readRange(at('a/b/c.txt'), 0, 2)),
      text(await files.readRange(at('a/b/c.txt'), 6, 100)),
      text(await files.readRange(at('a/b/c.txt'), 100, 10))
    ]).toEqual(['grüße', 'Uint8Array', 'gr', 'e', ''])
  })

  it('gives back any bytes of any length', async () => {
    const { files, at } = make()
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), async bytes => {
        await files.write(at('bytes'), bytes)
        expect(await files.read(at('bytes'))).toEqual(new Uint8Array(bytes))
      }),
      { numRuns: 30 }
    )
    const large = new Uint8Array(3_000_000).map((_, index) => index % 251)
    await files.write(at('large'), large)
    const pieces: Uint8Array[] = []
    for await (const piece of files.stream(at('large'))) pieces.push(piece)
    expect([
      Buffer.compare(await files.read(at('large')), large),
      Buffer.compare(Buffer.concat(pieces), large)
    ]).toEqual([0, 0])
  })

  it('says missing, not empty, for what is not there', async () => {
    const { files, at } = make()
    await files.write(at('file'), 'x')
    const drain = async (path: string) => {
      for await (const piece of files.stream(path)) void piece
    }
    expect([
      await files.stat(at('no')),
      await refusal(files.read(at('no'))),
      await refusal(files.readRange(at('no'), 0, 1)),
      await refusal(drain(at('no'))),
      await refusal(files.list(at('no'))),
      await refusal(files.remove(at('no'))),
      await refusal(files.move(at('no'), at('to'))),
      await refusal(files.copy(at('no'), at('to'))),
      await refusal(files.realPath(at('no'))),
      await files.stat(at('to'))
    ]).toEqual([undefined, ...Array<string>(8).fill('missing'), undefined])
  })

  it('keeps the first of two creates and rejects the second', async () => {
    const { files, at } = make()
    await files.create(at('new'), 'first')
    expect([await refusal(files.create(at('new'), 'second')), text(await files.read(at('new')))]).toEqual([
      'exists',
      'first'
    ])
  })

  it('lets exactly one of fifty creators win', async () => {
    const { files, at } = make()
    const results = await Promise.all(
      Array.from({ length: 50 }, (_, index) => refusal(files.create(at('one'), String(index))))
    )
    expect(results.filter(result => result === 'no error')).toHaveLength(1)
  })

  it('keeps the order of writes to one path', async () => {
    const { files, at } = make()
    await Promise.all(Array.from({ length: 20 }, (_, index) => files.write(at('f'), String(index))))
    expect(text(await files.read(at('f')))).toBe('19')
  })

  it('keeps the bytes that a write replaces where it is asked to', async () => {
    const { files, at } = make()
    const keep = at('history/f')
    const kept: (string | undefined)[] = []
    for (const content of ['1', '2', '3']) {
      await files.write(at('f'), content, { keep })
      kept.push((await files.stat(keep)) === undefined ? undefined : text(await files.read(keep)))
    }
    expect([...kept, text(await files.read(at('f')))]).toEqual([undefined, '1', '2', '3'])
    // What was kept before goes when nobody waits for it any more.
    await vi.waitFor(async () =>
      expect(await files.list(at('history'))).toEqual([{ name: 'f', kind: 'file' }])
    )
  })

  it('shows nothing of a large file before it is committed, and no trace of an aborted one', async () => {
    const { files, at } = make()
    await files.makeFolder(at('out'))
    const aborted = await files.writer(at('out/a'))
    await aborted.write('half')
    await aborted.abort()
    const committed = await files.writer(at('out/b'))
    await committed.write('one ')
    const during = await files.stat(at('out/b'))
    await committed.write(new TextEncoder().encode('two'))
    await committed.commit()
    expect([during, await files.list(at('out')), text(await files.read(at('out/b')))]).toEqual([
      undefined,
      [{ name: 'b', kind: 'file' }],
      'one two'
    ])
  })

  it('lists by code unit and tells files from folders', async () => {
    const { files, at } = make()
    for (const name of ['l/é', 'l/b', 'l/Z', 'l/a/x', 'l/__proto__']) await files.write(at(name), '')
    expect(await files.list(at('l'))).toEqual([
      { name: 'Z', kind: 'file' },
      { name: '__proto__', kind: 'file' },
      { name: 'a', kind: 'folder' },
      { name: 'b', kind: 'file' },
      { name: 'é', kind: 'file' }
    ])
  })

  it('moves files and folders, never over something', async () => {
    const { files, at } = make()
    await files.write(at('a/x'), 'x')
    await files.write(at('b'), 'b')
    await files.move(at('a'), at('deep/c'))
    await files.move(at('b'), at('deep/d'))
    expect([
      text(await files.read(at('deep/c/x'))),
      text(await files.read(at('deep/d'))),
      await files.stat(at('a')),
      await files.stat(at('b')),
      await refusal(files.move(at('deep/c/x'), at('deep/d'))),
      await refusal(files.move(at('deep/c'), at('deep/d'))),
      text(await files.read(at('deep/d')))
    ]).toEqual(['x', 'b', undefined, undefined, 'exists', 'exists', 'b'])
  })

  it('copies over what is there and removes files and empty folders', async () => {
    const { files, at } = make()
    await files.write(at('f/a'), 'a')
    await files.write(at('f/b'), 'b')
    await files.copy(at('f/a'), at('f/b'))
    const copied = text(await files.read(at('f/b')))
    const full = await refusal(files.remove(at('f')))
    await files.remove(at('f/a'))
    await files.remove(at('f/b'))
    await files.remove(at('f'))
    expect([copied, full, await files.stat(at('f'))]).toEqual(['a', 'other', undefined])
  })

  it('never mistakes a folder for a file, or a file for a folder', async () => {
    const { files, at } = make()
    await files.makeFolder(at('folder'))
    await files.makeFolder(at('folder'))
    await files.write(at('file'), 'x')
    const kind = async (name: string) => (await files.stat(at(name)))?.kind
    expect([
      await kind('folder'),
      await kind('file'),
      await files.stat(at('file/below')),
      await refusal(files.read(at('folder'))),
      await refusal(files.write(at('folder'), 'x')),
      await refusal(files.create(at('folder'), 'x')),
      (await refusal(files.write(at('file/below'), 'x'))) !== 'no error',
      await refusal(files.makeFolder(at('file'))),
      text(await files.read(at('file')))
    ]).toEqual(['folder', 'file', undefined, 'not-a-file', 'not-a-file', 'exists', true, 'other', 'x'])
  })

  it('changes the time of a file with every write', async () => {
    const { files, at } = make()
    await files.write(at('f'), '1')
    const first = await files.stat(at('f'))
    await new Promise(resolve => setTimeout(resolve, 20))
    await files.write(at('f'), '2')
    const second = await files.stat(at('f'))
    expect([first?.size, second?.size, (second?.mtimeMs ?? 0) > (first?.mtimeMs ?? 0)]).toEqual([1, 1, true])
  })
})

describe('the disk', () => {
  it('leaves no temp file after writes that worked and writes that failed', async () => {
    const folder = mkdtempSync(join(scratch, 'x-'))
    const files = diskFiles()
    await files.makeFolder(join(folder, 'taken'))
    await files.write(join(folder, 'f'), '1')
    await files.create(join(folder, 'g'), '1')
    const failures = [
      await refusal(files.write(join(folder, 'taken'), 'x')),
      await refusal(files.create(join(folder, 'f'), 'x'))
    ]
    expect([failures, readdirSync(folder)]).toEqual([
      ['not-a-file', 'exists'],
      ['f', 'g', 'taken']
    ])
  })

  it('does not take a link to a missing drive for nothing, and never follows a link when it lists or replaces', async () => {
    const folder = mkdtempSync(join(scratch, 'x-'))
    const files = diskFiles()
    symlinkSync(join(folder, 'gone'), join(folder, 'link'))
    await files.write(join(folder, 'target'), 'kept')
    symlinkSync(join(folder, 'target'), join(folder, 'alias'))
    const before = [
      await refusal(files.read(join(folder, 'link'))),
      await refusal(files.stat(join(folder, 'link'))),
      await refusal(files.create(join(folder, 'link'), 'x'))
    ]
    await files.write(join(folder, 'alias'), 'new')
    expect([before, await files.list(folder), text(await files.read(join(folder, 'target')))]).toEqual([
      ['other', 'other', 'exists'],
      [
        { name: 'alias', kind: 'file' },
        { name: 'link', kind: 'link' },
        { name: 'target', kind: 'file' }
      ],
      'kept'
    ])
  })

  it('says in a sentence what to do when the disk is full', async () => {
    const files = memoryFiles({ '/p/f': 'old' }, { capacity: 10 })
    expect([await refusal(files.write('/p/f', 'x'.repeat(11))), text(await files.read('/p/f'))]).toEqual([
      'full',
      'old'
    ])
  })
})

describe('renaming on Windows', () => {
  const busy = (times: number, code = 'EPERM') => {
    let calls = 0
    return {
      calls: () => calls,
      rename: () => {
        if (calls++ < times) throw Object.assign(new Error(code), { code })
      }
    }
  }

  it('is tried again while a virus scanner holds the file', async () => {
    const { rename, calls } = busy(3)
    await renameOver('a', 'b', 'win32', rename)
    expect(calls()).toBe(4)
  })

  it('is not tried again elsewhere, nor for other errors', async () => {
    const linux = busy(1)
    const full = busy(1, 'ENOSPC')
    await expect(renameOver('a', 'b', 'linux', linux.rename)).rejects.toThrow('EPERM')
    await expect(renameOver('a', 'b', 'win32', full.rename)).rejects.toThrow('ENOSPC')
    expect([linux.calls(), full.calls()]).toEqual([1, 1])
  })
})

describe.runIf(process.platform === 'linux')('a folder nobody can make', () => {
  it('is refused where the system says "no such thing" of a folder that is there', async () => {
    expect(await refusal(diskFiles().makeFolder('/proc/goldset/deep'))).toBe('missing')
  })
})
