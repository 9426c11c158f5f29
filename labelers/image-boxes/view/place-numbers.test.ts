import { expect, test } from 'vitest'
import type { Shape } from '../schema.ts'
import { placeNumbers, withNumber } from './place-numbers.ts'

const turned: Shape = {
  id: 'b1',
  kind: 'rotated',
  label: null,
  x: 5,
  y: 6,
  width: 30,
  height: 20,
  rotation: 45
}
const polygon: Shape = {
  id: 'b2',
  kind: 'polygon',
  label: null,
  points: [
    [10, 10],
    [30, 10],
    [10, 50]
  ]
}
const point: Shape = { id: 'b3', kind: 'point', label: null, points: [[7, 8]] }

test('each kind of shape has the numbers that place it', () => {
  const read = (shape: Shape) => placeNumbers(shape).map(({ name, value }) => `${name} ${value}`)
  expect([turned, polygon, point].map(read)).toEqual([
    ['x 5', 'y 6', 'w 30', 'h 20', '° 45'],
    ['x 10', 'y 10', 'w 20', 'h 40'],
    ['x 7', 'y 8']
  ])
})

test('a number moves, sizes or turns a shape; a polygon is stretched from its corner', () => {
  expect([
    withNumber(turned, 'x', 15),
    withNumber(turned, 'h', 10),
    withNumber(turned, '°', 400),
    withNumber(polygon, 'w', 40),
    withNumber(point, 'y', 0),
    withNumber(turned, 'w', 0),
    withNumber(turned, 'x', NaN)
  ]).toEqual([
    { type: 'shapes.move', ids: ['b1'], dx: 10, dy: 0 },
    { type: 'shape.resize', id: 'b1', x: 5, y: 6, width: 30, height: 10 },
    { type: 'shape.rotate', id: 'b1', rotation: 400 },
    {
      type: 'shape.points',
      id: 'b2',
      points: [
        [10, 10],
        [50, 10],
        [10, 50]
      ]
    },
    { type: 'shapes.move', ids: ['b3'], dx: 0, dy: -8 },
    undefined,
    undefined
  ])
})
