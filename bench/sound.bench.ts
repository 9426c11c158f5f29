import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { type BenchRow, median } from './bench-row.ts'
import { plainPass, writeWav } from './sound/made-wav.ts'
import { soundReader, type SoundTimes } from './sound/read-sound.ts'

const rounds = 7
const HOUR = 3600
/** Milliseconds and megabytes that the bars name. */
const FIRST_BAR = 100
const MEMORY_BAR = 50

/** A WAV of two hours: until something can be drawn, until all is exact; and the memory that five hours take. */
export async function measure(): Promise<readonly BenchRow[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'goldset-sound-'))
  try {
    const two = path.join(folder, 'two-hours.wav')
    const five = path.join(folder, 'five-hours.wav')
    writeWav(two, 2 * HOUR)
    writeWav(five, 5 * HOUR)
    const reader = soundReader()
    const ours: SoundTimes[] = []
    const floor: number[] = []
    for (let round = -1; round < rounds; round++) {
      const mine = await reader.read(two, 2 * HOUR)
      const plain = plainPass(two)
      // The first starts the thread, and brings the file into memory.
      if (round < 0) continue
      ours.push(mine)
      floor.push(plain)
    }
    const idle = process.memoryUsage.rss() / 1e6
    const memory = (await reader.read(five, 5 * HOUR)).memory - idle
    const first = median(ours.map(times => times.first))
    const [all, plain] = [median(ours.map(times => times.all)), median(floor)]
    return [
      row('WAV of 2 hours, until it can be drawn (floor: 100 ms)', 'ms', first, FIRST_BAR, 1),
      row('WAV of 2 hours, until all peaks are exact (floor: a plain pass)', 'ms', all, plain, 1.3),
      row('WAV of 5 hours, memory of the process that reads it (floor: 50 MB)', 'MB', memory, MEMORY_BAR, 1)
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const row = (name: string, unit: 'ms' | 'MB', ours: number, floor: number, bar: number): BenchRow => ({
  name,
  unit,
  ours,
  floor,
  ratio: ours / floor,
  bar
})
