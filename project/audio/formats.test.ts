import { expect, test } from 'vitest'
import { memoryFiles } from '../memory-files.ts'
import { openSource } from './open-source.ts'
import { mixed, type PcmSource } from './pcm-source.ts'
import { soundFixture } from './test/sound-fixtures.ts'

const all = ['vbr.mp3', 'cbr.mp3', 'clicks.flac', 'flac.oga', 'clicks.opus', 'vorbis.ogg']

async function opened(name: string): Promise<PcmSource> {
  const bytes = await soundFixture(name)
  return openSource(memoryFiles({ [`/p/${name}`]: bytes }), `/p/${name}`, bytes.length)
}

async function wholeOf(source: PcmSource): Promise<Float32Array> {
  const whole = new Float32Array(source.length)
  let at = 0
  for await (const { values, scale } of source.blocks(0)) {
    whole.set(
      Float32Array.from(values.subarray(0, source.length - at), value => value * scale),
      at
    )
    at = Math.min(source.length, at + values.length)
  }
  return whole
}

/** Where it is loudest around each half second, in milliseconds from there. */
function clicks(samples: Float32Array, sampleRate: number): number[] {
  return Array.from({ length: 12 }, (_, half) => {
    const middle = Math.round((half * sampleRate) / 2)
    const reach = sampleRate / 10
    let found = -1
    for (let at = Math.max(0, middle - reach); at < middle + reach && found < 0; at++)
      if (Math.abs(samples[at] ?? 0) > 0.4) found = at
    return Math.round(((found - middle) / sampleRate) * 1000)
  })
}

test.each(all)('%s has its sound where it was recorded, and its length to the sample', async name => {
  const source = await opened(name)
  const { sampleRate, channels, length } = source
  expect({
    rate: sampleRate * channels >= 16_000,
    seconds: length / sampleRate,
    clicks: clicks(await wholeOf(source), sampleRate).filter(off => Math.abs(off) > 1)
  }).toEqual({ rate: true, seconds: 6, clicks: [] })
})

test.each(all)('from any place on, %s is what it is in the whole', async name => {
  const source = await opened(name)
  const whole = await wholeOf(source)
  let worst = 0
  for (let at = 1000; at < source.length; at += 7919) {
    const some = mixed(await source.read(at, 3001))
    some.forEach((value, n) => (worst = Math.max(worst, Math.abs(value - (whole[at + n] ?? 0)))))
  }
  // Opus comes near what it would have been within 80 ms, as its standard says.
  expect(worst).toBeLessThan(name === 'clicks.opus' ? 0.01 : 1e-6)
})

test.each(all)('read on piece by piece, %s is the same as in one go', async name => {
  const source = await opened(name)
  const whole = mixed(await source.read(0, source.length))
  const pieces: Float32Array[] = []
  for (let at = 0; at < source.length; at += 9973) pieces.push(mixed(await source.read(at, 9973)))
  expect(
    Buffer.concat(pieces.map(piece => Buffer.from(piece.buffer))).equals(Buffer.from(whole.buffer))
  ).toBe(true)
})
