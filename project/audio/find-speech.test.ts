import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seconds } from '../../labelers/kit/seconds.ts'
import type { SpeechSettings } from '../../labelers/kit/sound.ts'
import { findSpeech } from './find-speech.ts'

const settings: SpeechSettings = {
  sensitivity: 0.5,
  minSpeech: seconds(0.1),
  minSilence: seconds(0.3),
  padding: seconds(0)
}

/** Levels in decibels below full scale, each for so many hundredths of a second. */
const levels = (...runs: readonly (readonly [decibels: number, bins: number])[]) =>
  Uint8Array.from(
    runs.flatMap(([decibels, bins]) => Array.from({ length: bins }, () => 2 * (128 + decibels)))
  )

const found = (heard: Uint8Array, changed: Partial<SpeechSettings> = {}) =>
  findSpeech(heard, seconds(heard.length / 100), { ...settings, ...changed }).map(
    ({ start, end }) => `${start.toFixed(1)}-${end.toFixed(1)}`
  )

const talk = levels([-60, 100], [-20, 100], [-60, 100], [-22, 50], [-60, 10], [-20, 40], [-60, 100])

test('speech is what stands out of the noise around it', () => {
  expect([
    found(talk),
    found(levels([-35, 100], [-20, 100], [-35, 100])),
    found(levels([-128, 200])),
    found(new Uint8Array())
  ]).toEqual([['1.0-2.0', '3.0-4.0'], ['1.0-2.0'], [], []])
})

test('short silences join, short pieces go, padding never makes two touch', () => {
  const close = levels([-60, 100], [-20, 50], [-60, 20], [-20, 50], [-60, 100], [-20, 4], [-60, 100])
  expect([
    found(close),
    found(close, { minSilence: seconds(0.1) }),
    found(close, { minSilence: seconds(0.1), padding: seconds(0.5) }),
    found(talk, { padding: seconds(2) })
  ]).toEqual([['1.0-2.2'], ['1.0-1.5', '1.7-2.2'], ['0.5-1.6', '1.6-2.7'], ['0.0-2.5', '2.5-5.0']])
})

test('the more sensitive, the more is speech', () => {
  const faint = levels([-65, 100], [-20, 100], [-65, 100], [-45, 100], [-65, 100])
  expect([0, 0.5, 1].map(sensitivity => found(faint, { sensitivity }))).toEqual([
    ['1.0-2.0'],
    ['1.0-2.0', '3.0-4.0'],
    ['1.0-2.0', '3.0-4.0']
  ])
})

test('a quiet speaker far behind a loud one is heard where they speak', () => {
  const two = levels([-60, 200], [-10, 200], [-60, 8000], [-30, 200], [-60, 300])
  expect(found(two)).toEqual(['2.0-4.0', '84.0-86.0'])
})

test('whatever was recorded, pieces are in order, apart, in the recording and not too short', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 3000 }),
      fc.record({
        sensitivity: fc.double({ min: 0, max: 1, noNaN: true }),
        minSpeech: fc.double({ min: 0, max: 1, noNaN: true }).map(seconds),
        minSilence: fc.double({ min: 0, max: 1, noNaN: true }).map(seconds),
        padding: fc.double({ min: 0, max: 1, noNaN: true }).map(seconds)
      }),
      (heard, asked) => {
        const duration = seconds(heard.length / 100)
        const pieces = findSpeech(heard, duration, asked)
        pieces.forEach(({ start, end }, number) => {
          expect(start).toBeGreaterThanOrEqual(number === 0 ? 0 : pieces[number - 1]!.end)
          expect(end - start).toBeGreaterThanOrEqual(Math.round(asked.minSpeech * 100) / 100 - 1e-9)
          expect(end).toBeLessThanOrEqual(duration)
        })
        expect(findSpeech(heard, duration, asked)).toEqual(pieces)
      }
    )
  )
})
