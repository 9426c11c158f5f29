import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { memoryFiles } from '../memory-files.ts'
import { contentDigest } from './content-digest.ts'

const digest = (bytes: Uint8Array) => contentDigest(memoryFiles({ '/a': bytes }), '/a', bytes.length)

test('the digest of a small file is over its size and all of it', async () => {
  const bytes = Buffer.from('a small recording')
  expect(await digest(bytes)).toBe(createHash('sha256').update('17\n').update(bytes).digest('hex'))
})

test('the digest of a large file changes with its size, its ends and its samples', async () => {
  const bytes = new Uint8Array(2_000_000)
  const changedAt = (place: number) => bytes.map((byte, at) => (at === place ? 1 : byte))
  const before = await digest(bytes)
  const places = [0, 65_535, Math.floor((2_000_000 * 9) / 17), 2_000_000 - 65_536, 1_999_999]
  const after = await Promise.all([...places.map(changedAt), new Uint8Array(2_000_001)].map(digest))
  expect([after.includes(before), new Set(after).size]).toEqual([false, 6])
})
