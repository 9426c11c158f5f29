import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seconds } from '../../labelers/kit/seconds.ts'
import type { SoundState } from '../../labelers/kit/sound.ts'
import { memoryFiles } from '../memory-files.ts'
import { Sounds } from './sounds.ts'
import { pcmWav } from './test/pcm-wav.ts'

/** Reads a recording to its end. */
async function read(bytes: Uint8Array, name = 'a.wav') {
  const states: SoundState[] = []
  const files = memoryFiles({ [`/p/${name}`]: bytes })
  let end = (_state: SoundState) => {}
  const ended = new Promise<SoundState>(resolve => (end = resolve))
  const sounds = new Sounds(files, (_sound, state) => {
    states.push(state)
    if (state.state === 'ready' || state.state === 'broken') end(state)
  })
  sounds.open(1, { path: `/p/${name}`, root: '/p', keep: false })
  return { sounds, states, last: await ended }
}

test('a recording is opening, then read, then ready, and says what it is', async () => {
  const { states } = await read(pcmWav([[0, 0.5, -0.5, 0]], { sampleRate: 8000 }))
  expect(states).toEqual([
    { state: 'reading', head: { sampleRate: 8000, channels: 1, duration: 0.0005 }, exactTo: 0 },
    { state: 'ready', head: { sampleRate: 8000, channels: 1, duration: 0.0005 } }
  ])
})

test('whatever the bits of its samples, the same sound has the same waveform', async () => {
  const sound = Array.from({ length: 1600 }, (_, n) => Math.sin(n / 9) * (n / 1600))
  const shapes = await Promise.all(
    [8, 16, 24, 32, -32, -64].map(async bits => {
      const { sounds } = await read(pcmWav([sound, sound], { sampleRate: 16_000, bits }))
      const { values, exact } = await sounds.peaks(1, seconds(0), seconds(0.1), 5)
      return { exact, peaks: [...values].map(value => Math.round(value / 4)) }
    })
  )
  expect(shapes).toEqual(shapes.map(() => shapes[1]))
  expect(shapes[1]).toEqual({ exact: true, peaks: [-5, 6, -12, 13, -19, 18, -24, 25, -31, 32] })
})

test('what columns say are the lowest and highest samples in them, at every width', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: -127, max: 127 }), { minLength: 1, maxLength: 4000 }),
      fc.integer({ min: 1, max: 50 }),
      async (samples, columns) => {
        const rate = 4000
        const { sounds } = await read(pcmWav([samples.map(value => value / 127)], { sampleRate: rate }))
        const length = samples.length / rate
        const { values } = await sounds.peaks(1, seconds(0), seconds(length), columns)
        const width = samples.length / columns
        for (let column = 0; column < columns; column++) {
          const inside = samples.slice(
            Math.ceil(column * width - 1e-6),
            Math.max(1, Math.floor((column + 1) * width + 1e-6))
          )
          const [low = 0, high = 0] = values.subarray(2 * column, 2 * column + 2)
          // Bins that a column touches reach over its edges: never less than what is in it, never more than there is.
          if (inside.length > 0 && width >= 1) {
            expect(low).toBeLessThanOrEqual(Math.min(...inside))
            expect(high).toBeGreaterThanOrEqual(Math.max(...inside))
          }
          expect(samples).toContain(low)
          expect(samples).toContain(high)
        }
      }
    ),
    { numRuns: 40 }
  )
})

test('before and behind the recording it is silent', async () => {
  const { sounds } = await read(pcmWav([Array.from({ length: 8000 }, () => 1)], { sampleRate: 8000 }))
  const near = await sounds.peaks(1, seconds(-0.002), seconds(0.002), 4)
  const far = await sounds.peaks(1, seconds(-1), seconds(3), 4)
  expect([[...near.values], [...far.values]]).toEqual([
    [0, 0, 0, 0, 127, 127, 127, 127],
    [0, 0, 127, 127, 0, 0, 0, 0]
  ])
})

test('all channels are mixed: what cancels out is silent', async () => {
  const { sounds } = await read(
    pcmWav(
      [
        [1, 1, 0],
        [-1, 1, 0],
        [0, 1, 0]
      ],
      { sampleRate: 3000, bits: 24 }
    )
  )
  const { values } = await sounds.peaks(1, seconds(0), seconds(0.001), 3)
  expect([...values]).toEqual([0, 0, 127, 127, 0, 0])
})

test('fewer samples a second keep a tone that fits and drop one that does not', async () => {
  const tone = (hz: number) =>
    Array.from({ length: 16_000 }, (_, n) => 0.8 * Math.sin((2 * Math.PI * hz * n) / 16_000))
  const loudness = async (hz: number) => {
    const { sounds } = await read(pcmWav([tone(hz)], { sampleRate: 16_000 }))
    const { sampleRate, values } = await sounds.samples(1, seconds(0), seconds(1), 4500)
    return {
      sampleRate,
      length: values.length,
      loudest: Math.round(10 * Math.max(...values.subarray(100, -100))) / 10
    }
  }
  expect([await loudness(400), await loudness(3000)]).toEqual([
    { sampleRate: 4000, length: 4000, loudest: 0.8 },
    { sampleRate: 4000, length: 4000, loudest: 0 }
  ])
})

test('what is broken says so, and answers nothing all the same', async () => {
  const packed = pcmWav([[0, 1]], { sampleRate: 8000, tag: 2, bits: 4 })
  const said = await Promise.all(
    [new Uint8Array(), Buffer.from('RIFF'), packed, pcmWav([[0]], { sampleRate: 0 })].map(async bytes => {
      const { sounds, last } = await read(bytes)
      const { values, exact } = await sounds.peaks(1, seconds(0), seconds(1), 2)
      return [last.state === 'broken' && last.problem, ...values, exact]
    })
  )
  expect(said).toEqual([
    ['This file is empty.', 0, 0, 0, 0, false],
    ['This file is cut off: it ends before its content does.', 0, 0, 0, 0, false],
    ['The sound in this WAV is packed in a way of which no waveform can be drawn.', 0, 0, 0, 0, false],
    ['This recording says that it has 0 samples per second, which cannot be played.', 0, 0, 0, 0, false]
  ])
})
