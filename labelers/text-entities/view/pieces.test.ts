import { expect, test } from 'vitest'
import { type Box, piecesOf, roomFor } from './pieces.ts'

const box = (left: number, right: number, line = 0): Box => ({
  left,
  right,
  top: line * 26,
  bottom: line * 26 + 19
})

test('boxes that touch on a line become one piece, and each further line gives one more', () => {
  expect(piecesOf([box(10, 20), box(20, 40), box(0, 15, 1)], false)).toEqual([box(10, 40), box(0, 15, 1)])
})

test('a stretch of two directions keeps its pieces apart, the one it starts with first', () => {
  const boxes = [box(50, 80), box(0, 20)]
  expect([piecesOf(boxes, false), piecesOf(boxes, true)]).toEqual([
    [box(0, 20), box(50, 80)],
    [box(50, 80), box(0, 20)]
  ])
})

test('a box without width, as at the end of a wrapped line, is no piece', () => {
  expect(piecesOf([box(90, 90), box(0, 30, 1)], false)).toEqual([box(0, 30, 1)])
})

test('a tag may reach to the next one of its lane and line, or to the edge', () => {
  const tags = [
    { lane: 0, box: box(0, 20) },
    { lane: 0, box: box(60, 80) },
    { lane: 1, box: box(0, 80) },
    { lane: 0, box: box(0, 10, 1) }
  ]
  expect(roomFor(tags, tags, 300, false)).toEqual([60, 240, 300, 300])
})

test('from right to left a tag starts at the right and reaches to the left', () => {
  const tags = [
    { lane: 0, box: box(200, 300) },
    { lane: 0, box: box(100, 150) }
  ]
  expect(roomFor(tags, tags, 28, true)).toEqual([150, 122])
})
