import { expect, test } from 'vitest'
import type { Shape } from '../schema.ts'
import { shapeAt, shapesAt, shapesWithin } from './hit-test.ts'

const box = (id: string, x: number, y: number, width: number, height: number): Shape => ({
  id,
  kind: 'box',
  label: null,
  x,
  y,
  width,
  height
})
const shapes: readonly Shape[] = [
  box('b1', 0, 0, 100, 100),
  box('b2', 20, 20, 40, 40),
  box('b3', 20, 20, 40, 40),
  { id: 'b4', kind: 'rotated', label: null, x: 200, y: 200, width: 100, height: 10, rotation: 90 },
  {
    id: 'b5',
    kind: 'polygon',
    label: null,
    points: [
      [300, 0],
      [400, 0],
      [300, 100]
    ]
  },
  { id: 'b6', kind: 'point', label: null, points: [[350, 200]] }
]
const at = (x: number, y: number) => shapesAt(shapes, [x, y], 3).map(shape => shape.id)

test('what is hit begins with the smallest, of equal ones with the topmost', () => {
  expect([
    at(30, 30),
    at(90, 90),
    at(250, 170),
    at(205, 205),
    at(320, 20),
    at(390, 90),
    at(352, 201)
  ]).toEqual([['b3', 'b2', 'b1'], ['b1'], ['b4'], [], ['b5'], [], ['b6']])
})

test('a line counts a little beside it', () => {
  expect([at(102, 50), at(104, 50)]).toEqual([['b1'], []])
})

test('clicking past the one that was taken goes through all that are there, round and round', () => {
  const taken: (string | undefined)[] = []
  let past: string | undefined
  for (let click = 0; click < 5; click++) taken.push((past = shapeAt(shapes, [30, 30], 3, past)?.id))
  expect(taken).toEqual(['b3', 'b2', 'b1', 'b3', 'b2'])
})

test('a marquee takes what lies in it whole, drawn from either corner', () => {
  const within = [
    shapesWithin(shapes, [110, 110], [-1, -1]),
    shapesWithin(shapes, [10, 10], [70, 70]),
    shapesWithin(shapes, [240, 140], [300, 270])
  ]
  expect(within.map(taken => taken.map(shape => shape.id))).toEqual([
    ['b1', 'b2', 'b3'],
    ['b2', 'b3'],
    ['b4']
  ])
})
