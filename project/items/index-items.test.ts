import fc from 'fast-check'
import { describe as group, expect, test } from 'vitest'
import type { Item } from '../../schemas/item.ts'
import type { Project, Source } from '../../schemas/project.ts'
import { describe } from '../../schemas/schema.ts'
import type { ItemIndex } from '../item-index.ts'
import { type MemoryFiles, memoryFiles } from '../memory-files.ts'
import { uniqueIds } from '../sources/unique-ids.ts'
import { itemsOf } from '../test/items-of.ts'
import { indexItems } from './index-items.ts'

const fields: Project['fields'] = [{ id: 'text', kind: 'text' }]
const INDEX = '/p/.goldset/index/items.bin'

/** With `small: 0` the index is there before it is whole, as with large data. */
const open = (files: MemoryFiles, sources: Source[], options = { small: 0, keep: true }) =>
  indexItems(files, '/p', { fields, sources }, options)

const jsonl: Source = { path: 'a.jsonl', format: 'jsonl' }
const lines = (rows: readonly unknown[]) => rows.map(row => `${JSON.stringify(row)}\n`).join('')
const shown = (items: readonly Item[]) => items.map(({ id, fields }) => `${id} ${fields['text'] ?? ''}`)

async function everything(index: ItemIndex) {
  const items = await itemsOf(index)
  return {
    items: shown(items),
    found: items.map(item => index.positionOf(item.id)),
    problems: index.problems.map(describe)
  }
}

/** Whole, and written to its place. */
async function kept(files: MemoryFiles, sources: Source[]) {
  const index = await open(files, sources)
  const all = await everything(index)
  while (!files.snapshot().has(INDEX)) await new Promise(resolve => setTimeout(resolve, 1))
  await index.close()
  return all
}

group('an index that is still growing', () => {
  test('leaves a hole where a row is no item, and none once it is opened whole', async () => {
    const files = memoryFiles({ '/p/a.jsonl': '{"id":"a","text":"1"}\nnonsense\n{"id":"b","text":"2"}\n' })
    const index = await open(files, [jsonl])
    await index.whole
    const hole = await index.item(1)
    const whole = await open(files, [jsonl], { small: 1000, keep: false })
    expect([
      [index.count, index.holes, index.isItem(1), index.positionOf('b')],
      hole.ok || hole.problems.map(describe),
      (await index.titles([0, 1, 2, 3])).map(({ position, id, title }) => `${position} ${id} ${title}`),
      [whole.count, whole.holes, whole.positionOf('b')]
    ]).toEqual([
      [3, 1, false, 2],
      ['a.jsonl, line 2: This is not valid JSON.'],
      ['0 a 1', '2 b 2'],
      [2, 0, 1]
    ])
  })

  test('gives the first item before the last row is read, and can be stopped and go on', async () => {
    const rows = Array.from({ length: 30_000 }, (_, n) => ({ id: `i${n}`, text: `text ${n}` }))
    const index = await open(memoryFiles({ '/p/a.jsonl': lines(rows) }), [jsonl])
    const first = await index.item(0)
    const early = index.progress
    index.cancel()
    await index.whole
    const stopped = await index.item(29_999)
    index.resume()
    await index.whole
    expect([
      first.ok && first.value.id,
      early.state,
      early.done < early.total,
      stopped.ok || stopped.problems.map(describe),
      index.progress.state,
      index.positionOf('i29999')
    ]).toEqual([
      'i0',
      'running',
      true,
      [expect.stringMatching(/^(There is no item|Reading the data was stopped)/)],
      'whole',
      29_999
    ])
  })

  test('says that the data changed instead of reading other rows', async () => {
    const files = memoryFiles({ '/p/a.jsonl': '{"id":"a","text":"1"}\n' })
    const index = await open(files, [jsonl])
    await index.whole
    await files.write('/p/a.jsonl', '{"id":"x","text":"other"}\n{"id":"a","text":"1"}\n')
    const item = await index.item(0)
    expect([item.ok || item.problems.map(describe), await index.titles([0])]).toEqual([
      [
        'a.jsonl: This file changed while the project was open. Open the project again to see it as it is now.'
      ],
      []
    ])
  })

  test('never holds a row of more than 64 MB, and reads the others', async () => {
    const huge = Buffer.concat([
      Buffer.from('{"id":"a","text":"1"}\n{"id":"b","text":"'),
      Buffer.alloc(65 << 20, 'x'),
      Buffer.from('"}\n{"id":"c","text":"3"}\n')
    ])
    expect(await everything(await open(memoryFiles({ '/p/a.jsonl': huge }), [jsonl]))).toEqual({
      items: ['a 1', 'c 3'],
      found: [0, 2],
      problems: ['a.jsonl, line 2: This row is longer than 64 MB. It was left out.']
    })
  })
})

group('ids', () => {
  test('are those that a look at all rows at once gives', async () => {
    const row = fc.record(
      { id: fc.constantFrom('a', 'b', 'a~2', 'a~3', '__proto__'), text: fc.constantFrom('x', 'y', 'z') },
      { requiredKeys: ['text'] }
    )
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 20 }), async rows => {
        const made = await everything(await open(memoryFiles({ '/p/a.jsonl': lines(rows) }), [jsonl]))
        const alone = await Promise.all(
          rows.map(each => open(memoryFiles({ '/p/a.jsonl': lines([each]) }), [jsonl]).then(itemsOf))
        )
        const drafts = alone
          .flat()
          .map((item, n) => ({ item, literalId: Object.hasOwn(rows[n] ?? {}, 'id') }))
        expect(made.items).toEqual(shown(uniqueIds(drafts).items))
      }),
      { numRuns: 100 }
    )
  })
})

group('an index that was kept', () => {
  const content = {
    '/p/a.jsonl': '{"id":"a","text":"1"}\nnonsense\n{"id":"a","text":"2"}\n',
    '/p/b.csv': 'text,id\n"x\ny",p\nz,q\n',
    '/p/texts/1.txt': 'one',
    '/p/texts/2/2.txt': 'two'
  }
  const sources: Source[] = [jsonl, { path: 'b.csv', format: 'csv' }, { path: 'texts', format: 'text-files' }]

  test('gives the same items and problems without reading the data again', async () => {
    const files = memoryFiles(content)
    const before = await kept(files, sources)
    const again = await open(files, sources)
    expect([
      again.progress.state,
      again.holes,
      (await everything(again)).items,
      again.problems.map(describe)
    ]).toEqual(['whole', 0, before.items, before.problems])
  })

  test('is not trusted when a source, a folder or the mapping changed, or a bit of it', async () => {
    const changes: readonly ((files: MemoryFiles) => Promise<unknown>)[] = [
      files => files.write('/p/a.jsonl', '{"id":"n","text":"new"}\n'),
      files => files.write('/p/b.csv', content['/p/b.csv'])
    ]
    for (const change of changes) {
      const files = memoryFiles(content)
      await kept(files, sources)
      await change(files)
      const fresh = memoryFiles(Object.fromEntries([...files.snapshot()].filter(([path]) => path !== INDEX)))
      expect(await everything(await open(files, sources))).toEqual(
        await everything(await open(fresh, sources))
      )
    }
    const files = memoryFiles(content)
    const before = await kept(files, sources)
    const bytes = files.snapshot().get(INDEX) ?? new Uint8Array()
    await fc.assert(
      fc.asyncProperty(
        fc.nat(bytes.length - 1),
        fc.nat(bytes.length),
        fc.integer({ min: 1, max: 255 }),
        async (at, end, flip) => {
          const damaged = Uint8Array.from(bytes)
          damaged[at] = (damaged[at] ?? 0) ^ flip
          await files.write(INDEX, damaged.subarray(0, Math.max(end, at + 1)))
          const { items, problems } = await everything(await open(files, sources, { small: 0, keep: false }))
          expect([items, problems]).toEqual([before.items, before.problems])
        }
      ),
      { numRuns: 200 }
    )
  })
})
