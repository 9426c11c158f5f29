import fc from 'fast-check'
import { expect, it } from 'vitest'
import { statuses } from '../../schemas/label-file.ts'
import { itemKey } from '../item-key.ts'
import { keptShards, keptText } from './kept-shards.ts'
import { Shard, type ShardFile } from './shard.ts'

const name = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('__proto__', 'constructor', '\ud800', '')
)
const summary = fc.record({
  item: name,
  annotator: fc.constant('ana'),
  status: fc.constantFrom(...statuses),
  revision: fc.nat(),
  savedAt: fc.string(),
  activeMs: fc.maxSafeNat(),
  comments: fc.nat(),
  unsure: fc.boolean(),
  tasks: fc.array(fc.record({ task: name, labels: fc.array(name, { maxLength: 3 }) }), { maxLength: 2 }),
  problem: fc.boolean()
})
const seen = {
  mtimeMs: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true, min: 1 })),
  size: fc.nat()
}
const problem = fc.record(
  {
    annotator: fc.constant('ana'),
    message: fc.string(),
    file: name,
    item: name,
    copyOf: name,
    line: fc.nat(),
    byte: fc.nat(),
    path: name
  },
  { requiredKeys: ['annotator', 'message'] }
)
const read = fc.uniqueArray(fc.record({ ...seen, summary }), { selector: file => file.summary.item })
const others = fc.array(fc.tuple(name, fc.record({ ...seen, problem })), { maxLength: 3 })

it('gives back exactly what was kept, whatever items, tasks and labels are called', () => {
  fc.assert(
    fc.property(
      fc.option(fc.double({ noNaN: true, noDefaultInfinity: true, min: 1 })),
      read,
      others,
      (mtimeMs, own, rest) => {
        const files = new Map<string, ShardFile>([
          ...rest,
          ...own.map((file): [string, ShardFile] => [`${itemKey(file.summary.item).name}.json`, file])
        ])
        const kept = keptShards(keptText(new Map([['4f', Shard.read(mtimeMs, files)]]), 'x'), 'ana', 'x')
        const shard = kept?.get('4f')
        const inOrder = (map: ReadonlyMap<string, ShardFile> | undefined) =>
          [...(map ?? [])].sort(([a], [b]) => (a < b ? -1 : 1))
        expect([inOrder(shard?.files), shard?.mtimeMs]).toEqual([inOrder(files), mtimeMs])
      }
    )
  )
})

it.each([
  ['nothing', ''],
  ['of another version', keptText(new Map(), 'x').replace('label-index/1', 'label-index/2')],
  ['of another schema', keptText(new Map(), 'y')],
  ['cut short', keptText(new Map(), 'x').slice(0, -5)]
])('is not taken: %s', (_what, text) => {
  expect(keptShards(text, 'ana', 'x')).toBeUndefined()
})
