import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Project } from '../../schemas/project.ts'
import type { Files } from '../files.ts'
import { labelPlace } from '../label-files.ts'
import { labelStore } from '../label-store.ts'
import { type MemoryFiles, memoryFiles, type MemoryOptions } from '../memory-files.ts'
import { summaryOf } from '../summarize-label.ts'
import { draftOf, itemOf, tinyProject } from '../test/label-samples.ts'
import { openLabelIndex } from './open-label-index.ts'

const disk = (options: MemoryOptions = {}) =>
  memoryFiles({ '/p/goldset.json': JSON.stringify(tinyProject) }, options)

const open = (files: MemoryFiles, read: Files = files, project: Project = tinyProject, writable = true) =>
  openLabelIndex(read, '/p', project, { writable, now: () => files.now() })

/** Saves the next revision of an item's labels, as the application does. */
async function save(files: Files, annotator: string, id: string, comments = 0) {
  const store = labelStore(files, '/p')
  const found = await store.read(annotator, itemOf(id))
  const revision = found.kind === 'label' ? found.label.revision : 0
  const comment = { text: 'x', by: annotator, at: '' }
  const saved = await store.save(
    draftOf(itemOf(id), { annotator, revision, comments: Array.from({ length: comments }, () => comment) })
  )
  if (!saved.ok) throw new Error(JSON.stringify(saved.problems))
  return saved.value
}

/** Counts the label files that are read. */
function counting(files: Files): { files: Files; read: string[] } {
  const read: string[] = []
  return {
    read,
    files: {
      ...files,
      read: path => {
        if (path.includes('/labels/') && !path.includes('/.goldset/')) read.push(path)
        return files.read(path)
      }
    }
  }
}

/** One line for each label file and each problem, as reading everything finds them. */
async function fullReading(files: Files): Promise<string[]> {
  const lines: string[] = []
  for await (const { label, problem, annotator } of labelStore(files, '/p', { readOnly: 'a test' }).all())
    lines.push(
      label === undefined
        ? `! ${annotator} ${problem.file} ${problem.message}`
        : JSON.stringify(summaryOf(tinyProject, label))
    )
  return lines.sort()
}

function known(index: Awaited<ReturnType<typeof openLabelIndex>>): string[] {
  return [
    ...[...index.summaries()].map(summary => JSON.stringify(summary)),
    ...index.problems.map(problem => `! ${problem.annotator} ${problem.file} ${problem.message}`)
  ].sort()
}

describe('an index of label files', () => {
  it('knows what a full reading would find, problems and conflict copies with their items included', async () => {
    const files = disk()
    await save(files, 'ana', 'a', 2)
    await save(files, 'ben', 'a')
    await save(files, 'ana', 'b')
    const place = `/p/${labelPlace('ana', 'a')}`
    const copy = place.replace(/\.json$/, " (Ben's conflicted copy 2026-11-23).json")
    await files.copy(place, copy)
    await files.write(`/p/${labelPlace('ana', 'b')}`, '{"goldset": "label/1", "item": {"id": "b"}, ')
    await files.write('/p/labels/readme.md', '')
    await files.write('/p/labels/ana/zz/x.json', '')
    const index = await open(files)
    expect([
      known(index),
      index.annotators,
      index.of('ana', 'a')?.comments,
      index.problems.map(({ item, copyOf }) => [item, copyOf === undefined ? '' : `/p/${copyOf}` === place])
    ]).toEqual([
      await fullReading(files),
      ['ana', 'ben'],
      2,
      [
        [undefined, ''],
        ['b', ''],
        ['a', true],
        [undefined, '']
      ]
    ])
  })

  it('reads nothing at opening when nothing has changed, and only the folders that have', async () => {
    const files = disk()
    for (let n = 0; n < 300; n++) await save(files, n % 3 === 0 ? 'ben' : 'ana', `item ${n}`)
    files.wait(10_000)
    const first = counting(files)
    await (await open(files, first.files)).close()
    const again = counting(files)
    const warm = await open(files, again.files)
    await warm.close()
    await save(files, 'ana', 'item 1')
    const changed = counting(files)
    const index = await open(files, changed.files)
    expect([first.read.length, again.read.length, changed.read, known(index)]).toEqual([
      300,
      0,
      [`/p/${labelPlace('ana', 'item 1')}`],
      await fullReading(files)
    ])
  })

  it('says what others changed and not what we put ourselves', async () => {
    const files = disk()
    await save(files, 'ana', 'a')
    await save(files, 'ana', 'gone')
    const index = await open(files)
    index.put('ana', 'mine', await save(files, 'ana', 'mine'))
    await save(files, 'ana', 'a', 1)
    await save(files, 'ben', 'b')
    await files.remove(`/p/${labelPlace('ana', 'gone')}`)
    const changes = await index.refresh()
    expect([
      changes
        .map(({ annotator, item, summary }) => `${annotator} ${item} ${summary?.revision ?? 'gone'}`)
        .sort(),
      await index.refresh(),
      known(index)
    ]).toEqual([['ana a 2', 'ana gone gone', 'ben b 1'], [], await fullReading(files)])
  })

  it('says of which item a conflict copy came and went', async () => {
    const files = disk()
    await save(files, 'ana', 'a')
    const index = await open(files)
    const copy = `/p/${labelPlace('ana', 'a').replace(/\.json$/, ' 2.json')}`
    await files.copy(`/p/${labelPlace('ana', 'a')}`, copy)
    const came = [(await index.refresh()).map(({ item }) => item), index.problemsOf('ana', 'a').length]
    await files.remove(copy)
    const went = [(await index.refresh()).map(({ item }) => item), index.problemsOf('ana', 'a').length]
    expect([came, went]).toEqual([
      [['a'], 1],
      [['a'], 0]
    ])
  })

  it('knows what was put at once', async () => {
    const files = disk()
    const index = await open(files)
    const label = await save(files, 'ana', 'a')
    index.put('ana', 'a', label)
    const there = index.of('ana', 'a')
    index.put('ana', 'a', undefined)
    expect([there, index.of('ana', 'a'), [...index.summaries('ana')]]).toEqual([
      summaryOf(tinyProject, label),
      undefined,
      []
    ])
  })

  it('does not see a file that was edited in place, until somebody opens the item', async () => {
    const files = disk()
    const place = `/p/${labelPlace('ana', 'a')}`
    await save(files, 'ana', 'a')
    files.wait(10_000)
    const index = await open(files)
    const text = new TextDecoder().decode(await files.read(place))
    files.editInPlace(place, text.replace('"submitted"', '"skipped"'))
    const unseen = [await index.refresh(), index.of('ana', 'a')?.status]
    const read = await labelStore(files, '/p').read('ana', itemOf('a'))
    index.put('ana', 'a', read.kind === 'label' ? read.label : undefined)
    expect([unseen, index.of('ana', 'a')?.status, known(index)]).toEqual([
      [[], 'submitted'],
      'skipped',
      await fullReading(files)
    ])
  })

  it('writes nothing where it must not, and nothing but its own folder where it may', async () => {
    const files = disk()
    await save(files, 'ana', 'a')
    const before = [...files.snapshot().keys()]
    const reading = await open(files, files, tinyProject, false)
    await reading.refresh()
    await reading.close()
    const untouched = [...files.snapshot().keys()]
    await (await open(files)).close()
    const added = [...files.snapshot().keys()].filter(path => !before.includes(path))
    expect([untouched, added.map(path => path.replace(/[0-9a-f]\.json$/, 'x.json'))]).toEqual([
      before,
      ['/p/.goldset/index/labels/ana/x.json']
    ])
  })

  it('trusts no summaries of an older label schema, and keeps them when only labels were added', async () => {
    const files = disk()
    await save(files, 'ana', 'a')
    files.wait(10_000)
    await (await open(files)).close()
    const task = {
      id: 'entities',
      title: 'Entities',
      labeler: 'text-entities',
      labelerVersion: 1,
      field: 'text',
      config: { labels: [{ id: 'person', name: 'Person' }], granularity: 'word', overlap: 'any' }
    }
    const reads: number[] = []
    for (const title of ['Entities', 'Names']) {
      const { files: counted, read } = counting(files)
      await (await open(files, counted, { ...tinyProject, tasks: [{ ...task, title }] })).close()
      reads.push(read.length)
    }
    expect(reads).toEqual([1, 0])
  })

  it('is not fooled by a cache that is damaged, of another project or made up', async () => {
    const files = disk()
    await save(files, 'ana', 'a')
    files.wait(10_000)
    await (await open(files)).close()
    const [path = ''] = [...files.snapshot().keys()].filter(name => name.includes('/index/labels/'))
    const whole = await files.read(path)
    const expected = await fullReading(files)
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 })), { maxLength: 4 }),
        fc.nat(whole.length),
        async (flips, length) => {
          const bytes = whole.slice(0, length)
          for (const [at, byte] of flips) if (at < length) bytes[at] = byte
          await files.write(path, bytes)
          expect(known(await open(files, files, tinyProject, false))).toEqual(expected)
        }
      ),
      { numRuns: 300 }
    )
  })

  it('keeps what it knows while the project is away, as on a drive that was unplugged', async () => {
    const files = disk()
    await save(files, 'ana', 'a')
    const index = await open(files)
    await files.move('/p', '/away')
    const while_ = [await index.refresh(), index.of('ana', 'a')?.status]
    await files.move('/away', '/p')
    await files.remove(`/p/${labelPlace('ana', 'a')}`)
    expect([while_, (await index.refresh()).map(({ item }) => item)]).toEqual([[[], 'submitted'], ['a']])
  })

  it('opens with what it has when its time is up, and tells of the rest later', async () => {
    const files = disk()
    for (let n = 0; n < 40; n++) await save(files, 'ana', `item ${n}`)
    let letGo = () => {}
    const held = new Promise<void>(resolve => (letGo = resolve))
    const slow: Files = { ...files, read: path => held.then(() => files.read(path)) }
    const shares: (number | null)[] = []
    const index = await openLabelIndex(slow, '/p', tinyProject, {
      writable: true,
      patience: 5,
      onProgress: () => shares.push(index.reading)
    })
    const first = [...index.summaries()].length
    shares.push(index.reading)
    letGo()
    await index.whole
    expect([first, (await index.refresh()).length, known(index)]).toEqual([0, 40, await fullReading(files)])
    expect([shares[0], shares.at(-1), index.reading]).toEqual([0, 1, null])
    expect([...shares].sort()).toEqual(shares)
  })
})

/** What can happen to a project, by our hand and by others'. */
const happening = fc.oneof(
  ...(['save', 'foreign', 'remove', 'damage', 'copy', 'edit and open', 'move away'] as const).map(kind =>
    fc.record({
      kind: fc.constant(kind),
      annotator: fc.constantFrom('ana', 'ben'),
      item: fc.integer({ min: 0, max: 5 }).map(n => `item ${n}`)
    })
  ),
  ...(['lose the cache', 'cut the cache', 'reopen', 'kill', 'look'] as const).map(kind =>
    fc.record({ kind: fc.constant(kind), annotator: fc.constant('ana'), item: fc.constant('item 0') })
  )
)

const disks: [string, MemoryOptions, number][] = [
  ['on a disk with fine times', {}, 2000],
  ['on FAT', { tickMs: 2000 }, 500],
  ['on FAT as Windows keeps it', { tickMs: 2000, stillFolders: true }, 500]
]

describe.each(disks)('whatever happens %s', (_name, options, numRuns) => {
  it('the index is what a full reading finds, after it has looked', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(happening, fc.constantFrom(0, 1, 700, 3000)), { minLength: 1, maxLength: 14 }),
        async happenings => {
          const files = disk(options)
          let index = await open(files)
          /** Edited in place since the cache was written: a program that starts now cannot know, until it opens them. */
          const edited = new Map<string, [annotator: string, item: string]>()
          for (const [{ kind, annotator, item }, pause] of happenings) {
            const place = `/p/${labelPlace(annotator, item)}`
            const there = (await files.stat(place)) !== undefined
            const whole = await labelStore(files, '/p', { readOnly: 'a test' }).read(annotator, itemOf(item))
            if (kind === 'save' && whole.kind !== 'damaged')
              index.put(annotator, item, await save(files, annotator, item, 1))
            else if (kind === 'foreign') await foreignWrite(files, annotator, item, pause)
            else if (kind === 'remove' && there) await files.remove(place)
            else if (kind === 'damage')
              await files.write(place, `{"goldset": "label/1", "item": {"id": "${item}"`)
            else if (kind === 'copy' && there)
              await files.copy(place, place.replace(/\.json$/, ` (${pause + 1}).json`))
            else if (kind === 'edit and open' && whole.kind === 'label') {
              const label = { ...whole.label, status: 'flagged' as const, activeMs: pause }
              files.editInPlace(place, JSON.stringify(label))
              index.put(annotator, item, label)
              edited.set(place, [annotator, item])
            } else if (kind === 'move away' && (await files.stat('/p/labels/ben')) !== undefined)
              await files.move('/p/labels/ben', `/p/labels/ben${files.now()}`.replace('.', '-'))
            else if (kind === 'lose the cache' || kind === 'cut the cache')
              for (const path of files.snapshot().keys()) {
                if (!path.includes('/index/labels/')) continue
                if (kind === 'lose the cache') await files.remove(path)
                else await files.write(path, (await files.read(path)).slice(0, pause))
              }
            else if (kind === 'reopen' || kind === 'kill') {
              if (kind === 'reopen') await index.close()
              index = await open(files)
              if (kind === 'reopen') edited.clear()
              for (const [whose, id] of edited.values()) {
                const read = await labelStore(files, '/p', { readOnly: 'a test' }).read(whose, itemOf(id))
                index.put(whose, id, read.kind === 'label' ? read.label : undefined)
              }
              expect(known(index)).toEqual(await fullReading(files))
            } else if (kind === 'look') {
              await index.refresh()
              expect(known(index)).toEqual(await fullReading(files))
            }
            files.wait(pause)
          }
          await index.refresh()
          expect(known(index)).toEqual(await fullReading(files))
        }
      ),
      { numRuns }
    )
  })
})

/** A file that git or a sync service put there; often as large as the one before. */
async function foreignWrite(files: Files, annotator: string, item: string, activeMs: number): Promise<void> {
  const elsewhere = memoryFiles({ '/p/goldset.json': JSON.stringify(tinyProject) })
  const label = { ...(await save(elsewhere, annotator, item)), activeMs }
  await files.write(`/p/${labelPlace(annotator, item)}`, `${JSON.stringify(label, null, 2)}\n`)
}
