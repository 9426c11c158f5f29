import { expect, test } from 'vitest'
import { seconds } from '../../kit/seconds.ts'
import type { Config, Segment } from '../schema.ts'
import { halvesOf, loudestOf } from './peaks-halves.ts'
import { charactersPerSecond, findingBeside, partedAt, segmentBeside } from './steps.ts'
import { withMark } from './typed.ts'

const segment = (place: number, text: string): Segment => ({
  id: `g${place}`,
  start: seconds(place * 2),
  end: seconds(place * 2 + 1),
  speaker: null,
  text
})
const config: Config = {
  labels: [],
  kinds: [],
  mode: 'segments',
  overlap: 'any',
  marks: [{ text: '[noise]', name: 'Noise', key: 'n' }],
  rules: { empty: true, spaces: true }
}
const all = ['one', '', 'two  three', 'four'].map((text, place) => segment(place, text))

test('a step goes to the next segment, from the playhead where none is in hand, and stops at the ends', () => {
  const beside = (at: number, direction: 1 | -1, time = 0) => segmentBeside(all, at, direction, time)?.id
  expect([beside(0, 1), beside(3, 1), beside(0, -1), beside(-1, 1, 2.5), beside(-1, -1, 2.5)]).toEqual([
    'g1',
    'g3',
    'g0',
    'g1',
    'g1'
  ])
})

test('findings are gone through around the end', () => {
  const beside = (at: number, direction: 1 | -1) => findingBeside(all, config, at, direction)?.place
  expect([beside(-1, 1), beside(1, 1), beside(2, 1), beside(-1, -1), beside(1, -1)]).toEqual([1, 2, 1, 2, 2])
})

test('a text without a caret is parted between words, near the share of time that has passed', () => {
  const parts = (share: number) => partedAt('five six seven', share)
  expect([parts(0), parts(0.3), parts(0.6), parts(1), partedAt('', 0.5)]).toEqual([0, 4, 8, 14, 0])
})

test('characters a second are of what is written, without the blanks around it', () => {
  expect([charactersPerSecond(segment(0, ' 👩‍👧a ')), charactersPerSecond(segment(0, ''))]).toEqual([
    4,
    undefined
  ])
})

test('a mark takes the place of its key, with blanks to the words around it', () => {
  const typed = (before: string, after: string) => {
    const { text, caret } = withMark({ text: before + after, caret: before.length }, config.marks)
    return `${text.slice(0, caret)}|${text.slice(caret)}`
  }
  expect([typed('well ;n', ''), typed(';n', 'yes'), typed('well;n', ''), typed('a ;n', '. b')]).toEqual([
    'well [noise]|',
    '[noise] |yes',
    'well;n|',
    'a [noise]|. b'
  ])
})

test('peaks are an upper and a lower half, and quiet recordings fill the height, silence does not', () => {
  const halves = halvesOf({ values: Int8Array.from([-127, 64, 10, 127]) })
  expect([
    halves.map(half => [...half].map(value => Math.round(value * 100) / 100)),
    loudestOf(halves)
  ]).toEqual([
    [
      [0.5, 1],
      [1, 0]
    ],
    1
  ])
  expect(loudestOf([new Float32Array([0.01])])).toBeCloseTo(0.1)
})
