import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { type BenchRow, median } from './bench-row.ts'
import { writeWav } from './sound/made-wav.ts'
import { soundReader, type SoundTimes } from './sound/read-sound.ts'

const rounds = 7
const LENGTH = 2 * 3600
/** Milliseconds that the bar names. */
const FIRST_BAR = 300

/** An MP3 of two hours: until its beginning can be drawn, and all of it beside ffmpeg, which decodes it to nowhere. */
export async function measure(): Promise<readonly BenchRow[]> {
  if (spawnSync('ffmpeg', ['-version']).status !== 0)
    throw new Error('ffmpeg is not installed: it makes the MP3 and is what ours is measured beside.')
  const folder = await mkdtemp(path.join(os.tmpdir(), 'goldset-sound-'))
  try {
    const wav = path.join(folder, 'two-hours.wav')
    const mp3 = path.join(folder, 'two-hours.mp3')
    writeWav(wav, LENGTH)
    ffmpeg('-i', wav, '-b:a', '48k', mp3)
    const reader = soundReader()
    const ours: SoundTimes[] = []
    const floor: number[] = []
    for (let round = -1; round < rounds; round++) {
      const mine = await reader.read(mp3, LENGTH)
      const its = ffmpeg('-i', mp3, '-f', 's16le', os.devNull)
      // The first starts both threads.
      if (round < 0) continue
      ours.push(mine)
      floor.push(its)
    }
    const first = median(ours.map(times => times.first))
    const [all, its] = [median(ours.map(times => times.all)), median(floor)]
    return [
      {
        name: 'MP3 of 2 hours, until its beginning can be drawn (floor: 300 ms)',
        unit: 'ms',
        ours: first,
        floor: FIRST_BAR,
        ratio: first / FIRST_BAR,
        bar: 1
      },
      {
        name: 'MP3 of 2 hours, until all peaks are exact (floor: ffmpeg)',
        unit: 'ms',
        ours: all,
        floor: its,
        ratio: all / its,
        bar: 1.3
      }
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Milliseconds that it took. */
function ffmpeg(...args: string[]): number {
  const started = performance.now()
  const { status, stderr } = spawnSync('ffmpeg', ['-v', 'error', '-nostdin', '-y', ...args])
  if (status !== 0) throw new Error(`ffmpeg failed: ${stderr.toString()}`)
  return performance.now() - started
}
