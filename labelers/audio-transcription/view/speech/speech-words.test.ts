import { expect, test } from 'vitest'
import { seconds } from '../../../kit/seconds.ts'
import type { SoundState } from '../../../kit/sound.ts'
import type { Segment } from '../../schema.ts'
import { startSettings } from './settings.ts'
import { foundText, longTime, lossText, nothingFoundText } from './speech-words.ts'

test('lengths of time are said as people say them', () => {
  expect([0, 0.84, 9.96, 47.6, 59.7, 192, 3599.6, 3840].map(longTime)).toEqual([
    '0.0 s',
    '0.8 s',
    '10.0 s',
    '48 s',
    '1 min 0 s',
    '3 min 12 s',
    '1 h 0 min',
    '1 h 4 min'
  ])
})

test('what was found is counted, with its share where the length is known', () => {
  const head = { duration: seconds(10), sampleRate: 8000, channels: 1 }
  const ready: SoundState = { state: 'ready', head }
  const unknown: SoundState = { state: 'ready', head: { ...head, duration: null } }
  const piece = { start: seconds(1), end: seconds(3.5) }
  expect([foundText([piece], ready), foundText([piece, piece], unknown)]).toEqual([
    '1 segment, 2.5 s of speech (25 %)',
    '2 segments, 5.0 s of speech'
  ])
})

test('where nothing is found, it says which slider to move, and in the end why none helps', () => {
  const most = { ...startSettings, sensitivity: 1 }
  expect([startSettings, most, { ...most, minSpeech: seconds(0.05) }].map(nothingFoundText)).toEqual([
    'No speech found. Raise the sensitivity: quiet voices are taken for silence now.',
    'No speech found. Shorten the shortest speech: what is heard is shorter than that.',
    'No speech found, however sensitive: the recording is silent, or the same noise all the time.'
  ])
})

test('what would be lost is said before it is', () => {
  const segment = (text: string): Segment => ({
    id: 'g1',
    start: seconds(0),
    end: seconds(1),
    speaker: null,
    text
  })
  expect(
    [
      [],
      [segment(' ')],
      [segment('a'), segment('b'), segment('')],
      [segment('a'), segment('b')],
      [segment('a')]
    ].map(lossText)
  ).toEqual([
    undefined,
    undefined,
    '2 of 3 segments have text. It goes with them.',
    '2 segments have text. It goes with them.',
    'The segment has text. It goes with it.'
  ])
})
