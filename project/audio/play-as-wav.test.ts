import fc from 'fast-check'
import { expect, test } from 'vitest'
import { memoryFiles } from '../memory-files.ts'
import { mediaSamples } from '../test/media-samples.ts'
import { PlayAsWav } from './play-as-wav.ts'
import { seeksInexactly } from './seeks-inexactly.ts'
import { soundFixture } from './test/sound-fixtures.ts'

const played = async (name: string) => {
  const bytes = await soundFixture(name)
  const player = new PlayAsWav(memoryFiles({ [`/p/${name}`]: bytes }))
  const file = { path: `/p/${name}`, size: bytes.length, identity: '1' }
  return { player, file, size: (await player.size(file)) ?? 0 }
}

test.each(['vbr.mp3', 'vorbis.ogg'])('any part of %s as a WAV is what the whole has there', async name => {
  const { player, file, size } = await played(name)
  const whole = Buffer.from(await player.bytes(file, 0, size))
  expect({ length: whole.length, data: whole.readUInt32LE(40), riff: whole.readUInt32LE(4) }).toEqual({
    length: size,
    data: size - 44,
    riff: size - 8
  })
  await fc.assert(
    fc.asyncProperty(fc.nat(size + 10), fc.nat(20_000), async (start, length) => {
      const part = Buffer.from(await player.bytes(file, start, length))
      const same = whole.subarray(start, start + length)
      expect(part.length).toBe(same.length)
      expect(mostApart(part, same, start % 2)).toBeLessThanOrEqual(1)
    }),
    { numRuns: 60 }
  )
})

/** By how much samples of 16 bits are apart. A decoder that began elsewhere may round the last bit otherwise. */
function mostApart(a: Buffer, b: Buffer, first: number): number {
  let most = 0
  for (let at = first; at + 2 <= Math.min(a.length, b.length); at += 2)
    most = Math.max(most, Math.abs(a.readInt16LE(at) - b.readInt16LE(at)))
  return most
}

test('only formats in which players are not exact are played as something else', () => {
  const short = (name: string) => mediaSamples.get(name) ?? new Uint8Array()
  expect(
    ['short.mp3', 'short.flac', 'short.opus', 'packed.wav'].map(name => seeksInexactly(short(name)))
  ).toEqual([true, false, false, false])
})
