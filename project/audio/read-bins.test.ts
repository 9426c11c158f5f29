import { expect, test } from 'vitest'
import { memoryFiles } from '../memory-files.ts'
import { Bins, BINS_PER_SECOND } from './bins.ts'
import { BinsElsewhere } from './bins-elsewhere.ts'
import { openSource } from './open-source.ts'
import { readBins, type ReadElsewhere } from './read-bins.ts'
import { pcmWav } from './test/pcm-wav.ts'

const path = '/p/long.wav'
const seconds = 1300
const sound = Float32Array.from(
  { length: seconds * 3000 },
  (_, n) => Math.sin(n / 7) * ((n / 3000) % 9) * 0.1
)
const bytes = pcmWav([sound], { sampleRate: 3000, bits: 8 })
const files = memoryFiles({ [path]: bytes })

/** Reads the recording, and says how many bins were true whenever it was told. */
async function read(elsewhere?: ReadElsewhere) {
  const source = await openSource(files, path, bytes.length)
  const bins = new Bins(source.sampleRate, source.length)
  const counts: number[] = []
  const heard = () => void counts.push(bins.count)
  await readBins({ source, bins, signal: new AbortController().signal, heard }, elsewhere)
  return { bins, counts }
}

const same = (a: Bins, b: Bins) =>
  Buffer.from(a.peaks).equals(Buffer.from(b.peaks)) && Buffer.from(a.levels).equals(Buffer.from(b.levels))

test('two threads make the same bins as one, and what is told to be true only grows', async () => {
  const alone = await read()
  const other = new BinsElsewhere(files)
  const asked: number[] = []
  const both = await read((from, to) => {
    asked.push(from / BINS_PER_SECOND)
    return other.make({ path, size: bytes.length, from, to })
  })
  expect({
    whole: both.bins.whole,
    same: same(alone.bins, both.bins),
    grows: both.counts.every((count, at) => at === 0 || count >= both.counts[at - 1]!),
    helped: asked.length > 0 && asked.every(second => second % 300 === 0)
  }).toEqual({ whole: true, same: true, grows: true, helped: true })
})

test('what a thread was asked for that ended is made by the other', async () => {
  const alone = await read()
  const left = await read(() => Promise.reject(new Error('The helping thread ended.')))
  expect([left.bins.whole, same(alone.bins, left.bins)]).toEqual([true, true])
})
