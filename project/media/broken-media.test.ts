import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MediaInfo } from '../../schemas/item.ts'
import { validate } from '../../schemas/validate.ts'
import type { Files } from '../files.ts'
import { memoryFiles } from '../memory-files.ts'
import { mediaSamples } from '../test/media-samples.ts'
import { png } from '../test/png.ts'
import { wav } from '../test/wav.ts'
import { mediaInfo } from './media-info.ts'

const originals = [...mediaSamples.values(), wav(500), png(20, 20)]

/** A file with bytes changed, cut off and put behind. */
const broken = fc
  .record({
    original: fc.constantFrom(...originals),
    changes: fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { maxLength: 8 }),
    keep: fc.double({ min: 0, max: 1, noNaN: true }),
    behind: fc.uint8Array({ maxLength: 20 })
  })
  .map(({ original, changes, keep, behind }) => {
    const bytes = Buffer.from(original)
    for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value
    return Buffer.concat([bytes.subarray(0, Math.ceil(bytes.length * keep)), behind])
  })

test('whatever bytes a file holds, it has a description or a reason against it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(broken, fc.uint8Array({ maxLength: 200 })),
      fc.constantFrom('image' as const, 'audio' as const),
      async (bytes, kind) => {
        const info = await mediaInfo(memoryFiles({ '/p/a.bin': bytes }), '/p/a.bin', kind)
        expect(validate(MediaInfo, info)).toEqual([])
        if (info.problem === undefined)
          expect(kind === 'image' ? (info.width ?? 0) * (info.height ?? 0) : info.channels).toBeGreaterThan(0)
      }
    ),
    { numRuns: 3000 }
  )
})

test('a file of gigabytes is described from a few pages of it', async () => {
  const size = 6e9
  let read = 0
  const head = Buffer.from(wav(0, { says: 0xffff_ffff }))
  const files: Files = {
    ...memoryFiles(),
    stat: async () => ({ kind: 'file', size, mtimeMs: 0, identity: '' }),
    readRange: async (_path, start, length) => {
      read += length
      const page = Buffer.alloc(Math.max(0, Math.min(length, size - start)))
      head.copy(page, 0, start)
      return page
    }
  }
  const { duration } = await mediaInfo(files, '/p/long.wav', 'audio')
  expect([duration, read]).toEqual([(size - 44) / 16_000, 64 * 1024])
})

test('a file that goes on about itself for ever is given up', async () => {
  const empty = Buffer.concat([
    Buffer.from('GIF89a', 'latin1'),
    Buffer.alloc(7),
    Buffer.alloc(40_000, '!\xfe\0', 'latin1')
  ])
  const chunks = Buffer.concat([png(1, 1).slice(0, 33), Buffer.alloc(300_000)])
  const problems = await Promise.all(
    [empty, chunks].map(
      async bytes => (await mediaInfo(memoryFiles({ '/p/a': bytes }), '/p/a', 'image')).problem
    )
  )
  expect(problems).toEqual(['This GIF holds no picture.', 'This PNG holds no picture.'])
})
