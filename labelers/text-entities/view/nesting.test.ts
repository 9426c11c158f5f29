import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codePoint } from '../../kit/offsets.ts'
import { bySpanOrder } from '../spans.ts'
import { nesting } from './nesting.ts'

const spans = (...extents: [number, number][]) =>
  extents.map(([start, end], at) => ({
    id: `s${at}`,
    start: codePoint(start),
    end: codePoint(end),
    label: 'a',
    text: ''
  }))

test('a span is as deep as the spans that hold all of it, and a crossing one is not inside', () => {
  expect(nesting(spans([0, 20], [2, 10], [3, 5], [8, 14], [20, 25]), 9)).toEqual([0, 1, 2, 1, 0])
})

test('depth ends where the indent ends', () => {
  expect(nesting(spans([0, 9], [0, 8], [0, 7], [0, 6]), 2)).toEqual([0, 1, 2, 2])
})

test('as deep as counting every pair says', () => {
  const extents = fc.array(fc.tuple(fc.nat(12), fc.integer({ min: 1, max: 9 })), { maxLength: 14 })
  fc.assert(
    fc.property(extents, fc.integer({ min: 1, max: 4 }), (drawn, deepest) => {
      const sorted = spans(...drawn.map(([start, length]): [number, number] => [start, start + length])).sort(
        bySpanOrder
      )
      const counted = sorted.map(
        (span, at) => sorted.slice(0, at).filter(outer => outer.end >= span.end).length
      )
      expect(nesting(sorted, deepest)).toEqual(counted.map(depth => Math.min(depth, deepest)))
    })
  )
})
