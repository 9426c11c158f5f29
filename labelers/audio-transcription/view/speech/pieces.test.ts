import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seconds } from '../../../kit/seconds.ts'
import type { SpeechPiece } from '../../../kit/sound.ts'
import { overlap } from '../../segments.ts'
import { asSegments, besides, spoken } from './pieces.ts'

const piece = (start: number, end: number): SpeechPiece => ({ start: seconds(start), end: seconds(end) })

test('what a segment covers of a piece is left out, and rests that are too short with it', () => {
  const pieces = [piece(0, 2), piece(3, 6), piece(8, 9), piece(10, 12)]
  const segments = [piece(1, 2.5), piece(2, 3.9), piece(4.5, 5.9), piece(7, 9.5)]
  expect(besides(pieces, segments, seconds(0.25))).toEqual([piece(0, 1), piece(3.9, 4.5), piece(10, 12)])
})

/** Stretches in order; apart from each other unless `free`. */
const stretches = (free: boolean) =>
  fc
    .array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 })), { maxLength: 12 })
    .map(each => {
      let at = 0
      return each.map(([gap, long]) => {
        at += gap
        const made = piece(at, at + long)
        at += free ? 0 : long
        return made
      })
    })

test('added pieces and segments never share time, and with them all that was found is covered', () => {
  fc.assert(
    fc.property(stretches(false), stretches(true), (pieces, segments) => {
      const added = besides(pieces, segments, seconds(0.5))
      const covered = (at: number) =>
        [...added, ...segments].some(({ start, end }) => start <= at && at < end)
      const holes = pieces.flatMap(({ start, end }) =>
        Array.from({ length: end - start }, (_, n) => start + n + 0.25).filter(at => !covered(at))
      )
      const shared = added.filter(each => segments.some(segment => overlap(each, segment)))
      expect({ holes, shared }).toEqual({ holes: [], shared: [] })
    })
  )
})

test('segments are made to the millisecond, for whoever is in hand, and none of no length', () => {
  const pieces = [piece(0.12345, 1.00049), piece(2, 2.0001)]
  expect([asSegments(pieces, 'nurse'), spoken([piece(1, 2.5), piece(4, 5)])]).toEqual([
    [{ start: 0.123, end: 1, speaker: 'nurse', text: '' }],
    2.5
  ])
})
