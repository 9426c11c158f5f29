import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FileBytes } from '../media/file-bytes.ts'
import { wavLayout } from '../media/wav-head.ts'
import { memoryFiles } from '../memory-files.ts'
import { countedWav } from '../test/counted-wav.ts'
import { mediaSamples } from '../test/media-samples.ts'
import { chunk, wav } from '../test/wav.ts'
import { cutProblem, pieceOfWav } from './cut-wav.ts'

async function bytesOf(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const part of stream) parts.push(part)
  return Buffer.concat(parts)
}

async function samplesIn(bytes: Uint8Array) {
  const files = memoryFiles({ '/a.wav': bytes })
  const layout = await wavLayout(new FileBytes(files, '/a.wav', bytes.length))
  const { start, end, ...rest } = layout
  return { samples: Buffer.from(bytes.subarray(start, end)), ...rest }
}

test('pieces that follow each other are the recording again, sample for sample', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.double({ min: 0, max: 2, noNaN: true }), { minLength: 1, maxLength: 6 }),
      fc.constantFrom(8000, 11_025, 44_100),
      fc.constantFrom(1, 2),
      async (cuts, sampleRate, channels) => {
        const whole = countedWav(2, sampleRate, { channels })
        const files = memoryFiles({ '/a.wav': whole })
        const edges = [0, ...cuts.sort((a, b) => a - b), 2]
        const frames = edges.map(edge => Math.round(edge * sampleRate))
        const pieces: Buffer[] = []
        for (const [at, to] of edges.entries()) {
          if (at === 0 || frames[at] === frames[at - 1]) continue
          const piece = await pieceOfWav(files, '/a.wav', { from: edges[at - 1] ?? 0, to })
          const bytes = await bytesOf(piece.stream())
          expect(bytes.length).toBe(piece.size)
          const read = await samplesIn(bytes)
          expect({ rate: read.sampleRate, channels: read.channels, note: read.note }).toEqual({
            rate: sampleRate,
            channels,
            note: undefined
          })
          expect(read.duration).toBe(((frames[at] ?? 0) - (frames[at - 1] ?? 0)) / sampleRate)
          pieces.push(read.samples)
        }
        expect(Buffer.concat(pieces).equals((await samplesIn(whole)).samples)).toBe(true)
      }
    ),
    { numRuns: 60 }
  )
})

test('of 8 bits, 24 bits and floating point the samples stay as they are, an odd number of bytes is filled up', async () => {
  const said: unknown[] = []
  for (const [bits, tag, bytes] of [
    [8, 1, 101],
    [24, 1, 303],
    [32, 3, 400]
  ] as const) {
    const files = memoryFiles({ '/a.wav': wav(bytes, { bits, tag, sampleRate: 8000 }) })
    const piece = await bytesOf((await pieceOfWav(files, '/a.wav', { from: 0, to: 1 })).stream())
    const { samples, encoding, bitsPerSample } = await samplesIn(piece)
    said.push([
      encoding,
      bitsPerSample,
      samples.length,
      piece.length % 2,
      piece.readUInt32LE(4) + 8 === piece.length
    ])
  }
  expect(said).toEqual([
    [1, 8, 101, 0, true],
    [1, 24, 303, 0, true],
    [3, 32, 400, 0, true]
  ])
})

test('what cannot be cut is said before and while it is tried', async () => {
  const extra = chunk('LIST', Buffer.from('odd'))
  const files = memoryFiles({
    '/good.wav': countedWav(1, 8000, { between: extra }),
    '/a.flac': mediaSamples.get('short.flac') ?? new Uint8Array(),
    '/adpcm.wav': wav(1024, { tag: 2 }),
    '/zero.wav': wav(0),
    '/none.wav': 'not a sound',
    '/far.wav': wav(1000)
  })
  const said: unknown[] = []
  for (const name of ['good.wav', 'a.flac', 'adpcm.wav', 'zero.wav', 'none.wav', 'missing.wav'])
    said.push([name, await cutProblem(files, `/${name}`)])
  expect(said).toEqual([
    ['good.wav', undefined],
    ['a.flac', 'Only WAV can be cut, and this is a FLAC recording.'],
    ['adpcm.wav', 'The samples of this WAV are compressed, and only plain ones can be cut.'],
    ['zero.wav', 'This recording holds no sound.'],
    ['none.wav', 'This file is cut off: it ends before its content does.'],
    ['missing.wav', 'There is no such file.']
  ])
  const behind = await bytesOf((await pieceOfWav(files, '/far.wav', { from: 90, to: 91 })).stream())
  expect((await samplesIn(behind)).samples.length).toBe(2)
})
