import { expect, test } from 'vitest'
import { labelSet } from '../../../schemas/label-set.ts'
import { seconds } from '../../kit/seconds.ts'
import type { Config, Segment } from '../schema.ts'
import { blocksOf, stripOf, tiersOf } from './tiers.ts'

const segment = (place: number, start: number, end: number, speaker: string | null): Segment => ({
  id: `g${place}`,
  start: seconds(start),
  end: seconds(end),
  speaker,
  text: ''
})
const config: Config = {
  labels: labelSet(['Nurse', 'Caller']).map((label, place) => ({ ...label, retired: place === 1 })),
  kinds: [],
  mode: 'segments',
  overlap: 'any',
  marks: [],
  rules: { empty: false, spaces: false }
}
const [nurse = '', caller = ''] = config.labels.map(({ id }) => id)

test('a tier for everybody who can speak or speaks, and one for nobody where it is needed', () => {
  const speakers = (segments: readonly Segment[]) => tiersOf(segments, config).map(({ speaker }) => speaker)
  expect([
    speakers([]),
    speakers([segment(1, 0, 1, caller), segment(2, 1, 2, 'gone'), segment(3, 2, 3, null)])
  ]).toEqual([[nurse], [nurse, caller, 'gone', null]])
})

test('what sticks out of the window is cut a little beyond it', () => {
  const window = { from: seconds(10), to: seconds(20) }
  const [block] = blocksOf([segment(1, 0, 100, nurse)], window, 500).get(nurse) ?? []
  expect([block?.left, block?.width]).toEqual([-6, 512])
})

test('five thousand segments on a few hundred pixels are drawn as a few hundred blocks', () => {
  const many = Array.from({ length: 5000 }, (_, place) => segment(place, place * 2, place * 2 + 1, nurse))
  const window = { from: seconds(0), to: seconds(10_000) }
  const blocks = blocksOf(many, window, 700).get(nurse) ?? []
  expect([blocks.length < 250, blocks.every(({ several }) => several)]).toEqual([true, true])
})

test('pieces of the strip that touch on the screen are one', () => {
  const segments = [segment(1, 0, 10, nurse), segment(2, 10, 20, nurse), segment(3, 50, 60, nurse)]
  expect(stripOf(segments, nurse, 100, 200, 4)).toBe('M0 0h40v4h-40zM100 0h20v4h-20z')
})
