import { expect, test } from 'vitest'
import { seconds } from '../../labelers/kit/seconds.ts'
import type { SoundState } from '../../labelers/kit/sound.ts'
import { memoryFiles, type MemoryFiles } from '../memory-files.ts'
import { PEAKS_FOLDER } from './kept-bins.ts'
import { Sounds } from './sounds.ts'
import { pcmWav } from './test/pcm-wav.ts'

const long = (loudness: number) =>
  pcmWav([Array.from({ length: 600_000 }, (_, n) => (n % 8000 < 4000 ? loudness : 0))], { sampleRate: 8000 })

/** Opens the recording and tells how it was read, and what its peaks are. */
async function opened(files: MemoryFiles, keep = true) {
  const states: string[] = []
  let end = () => {}
  const ended = new Promise<void>(resolve => (end = resolve))
  const sounds = new Sounds(files, (_sound, { state }: SoundState) => {
    states.push(state)
    if (state === 'ready') end()
  })
  sounds.open(1, { path: '/p/a.wav', root: '/p', keep })
  await ended
  const { values } = await sounds.peaks(1, seconds(0), seconds(2), 4)
  for (let turn = 0; turn < 50; turn++) await new Promise(resolve => setImmediate(resolve))
  return { read: states.includes('reading'), peaks: [...values] }
}

const keptIn = (files: MemoryFiles) =>
  [...files.snapshot().keys()].filter(path => path.startsWith(`/p/${PEAKS_FOLDER}/`))

test('a recording is read once: the next time its peaks are there at once', async () => {
  const files = memoryFiles({ '/p/a.wav': long(1) })
  const first = await opened(files)
  const second = await opened(files)
  expect({ first, second, kept: keptIn(files).length }).toEqual({
    first: { read: true, peaks: [127, 127, 0, 0, 127, 127, 0, 0] },
    second: { read: false, peaks: first.peaks },
    kept: 1
  })
})

test('peaks that were damaged, cut or of another recording are made again', async () => {
  const files = memoryFiles({ '/p/a.wav': long(1) })
  const { peaks } = await opened(files)
  const [path = ''] = keptIn(files)
  const good = await files.read(path)
  const reads: unknown[] = []
  for (const bad of [
    good.map((byte, at) => (at === 200 ? byte ^ 1 : byte)),
    good.slice(0, 100),
    new Uint8Array()
  ]) {
    files.editInPlace(path, bad)
    reads.push(await opened(files))
  }
  files.editInPlace('/p/a.wav', long(0.5))
  expect({ reads, other: await opened(files) }).toEqual({
    reads: [1, 2, 3].map(() => ({ read: true, peaks })),
    other: { read: true, peaks: [64, 64, 0, 0, 64, 64, 0, 0] }
  })
})

test('where nothing may be written, nothing is kept', async () => {
  const files = memoryFiles({ '/p/a.wav': long(1) })
  await opened(files, false)
  expect(keptIn(files)).toEqual([])
})
