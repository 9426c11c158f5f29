import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { expect, test } from 'vitest'
import { memoryFiles } from '../memory-files.ts'
import { takeParquet } from './take-parquet.ts'

const originals = [
  readFileSync(join(import.meta.dirname, 'fixtures/everything.parquet')),
  Buffer.from(
    parquetWriteBuffer({
      columnData: [
        { name: 'text', data: Array.from({ length: 50 }, (_, n) => `sentence ${n % 7}`), type: 'STRING' },
        { name: 'n', data: Array.from({ length: 50 }, (_, n) => BigInt(n)), type: 'INT64' }
      ]
    })
  )
]

test('a parquet file with any bytes changed or cut off is rows or a sentence, and leaves no file half written', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...originals),
      fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(255)), {
        minLength: 1,
        maxLength: 4
      }),
      fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
      async (original, changes, keep) => {
        const bytes = Buffer.from(original)
        for (const [at, value] of changes) bytes[Math.floor(at * (bytes.length - 1))] = value
        const file = keep === null ? bytes : bytes.subarray(0, Math.floor(bytes.length * keep))
        const files = memoryFiles({ '/d/a.parquet': file })
        const started = performance.now()
        const result = await takeParquet(files, {
          shards: ['/d/a.parquet'],
          root: '/p',
          stem: 'data/t',
          made: []
        })
        expect(performance.now() - started).toBeLessThan(2000)
        const written = files.snapshot().has('/p/data/t.jsonl')
        expect(written).toBe(result.ok)
      }
    ),
    { numRuns: 2000 }
  )
}, 120_000)
