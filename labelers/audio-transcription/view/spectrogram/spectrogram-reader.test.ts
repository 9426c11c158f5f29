import { setTimeout as later } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Seconds } from '../../../kit/seconds.ts'
import { SpectrogramReader } from './spectrogram-reader.ts'

/** An hour of a sound that is read as fast as memory. */
function hour() {
  const asked: string[] = []
  const samples = async (from: Seconds, to: Seconds, sampleRate: number) => {
    asked.push(`${from.toFixed(2)} to ${to.toFixed(2)}`)
    await later(1)
    return { from, sampleRate, values: new Float32Array((to - from) * sampleRate).fill(0.1) }
  }
  return { asked, samples }
}

const stretch = (from: number, to: number) => ({ from, to, columns: 40, rows: 16 })

test('of what is asked for while one is drawn, the last is drawn next, and nothing between', async () => {
  const { asked, samples } = hour()
  const drawn: number[] = []
  const reader = new SpectrogramReader({ samples }, ({ from }) => drawn.push(from))
  for (const from of [0, 10, 20, 30]) reader.show(stretch(from, from + 5))
  while (drawn.length < 2) await later(1)
  reader.show(stretch(40, 100))
  while (drawn.length < 3) await later(1)
  expect({ asked, drawn }).toEqual({
    asked: ['0.00 to 5.03', '29.97 to 35.03', '40.00 to 100.00'],
    drawn: [0, 30, 40]
  })
})

test('a closed one draws nothing any more', async () => {
  const { samples } = hour()
  const drawn: number[] = []
  const reader = new SpectrogramReader({ samples }, ({ from }) => drawn.push(from))
  reader.show({ ...stretch(0, 60), columns: 4000 })
  reader.show(stretch(10, 15))
  await later(5)
  reader.close()
  await later(150)
  expect(drawn).toEqual([])
})
