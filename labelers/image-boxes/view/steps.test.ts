import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Shape } from '../schema.ts'
import { cornerAdded, cornerRemoved, shapeBeside, sideMoved, ways } from './steps.ts'

const box = (id: string, label: string | null): Shape => ({
  id,
  kind: 'box',
  label,
  x: 10,
  y: 10,
  width: 20,
  height: 20
})

test('an arrow moves the side it names, and the same number back gives the box back', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...ways),
      fc.integer({ min: 1, max: 15 }),
      fc.integer({ min: 0, max: 359 }),
      (way, by, rotation) => {
        const start: Shape = {
          id: 'b1',
          kind: 'rotated',
          label: null,
          x: 5,
          y: 6,
          width: 40,
          height: 30,
          rotation
        }
        const grown = sideMoved(start, way, by)
        if (grown?.type !== 'shape.resize') throw new Error('a box can grow')
        const { type: _type, ...frame } = grown
        const back = sideMoved({ ...start, ...frame }, way, -by)
        if (back?.type !== 'shape.resize') throw new Error('and shrink')
        expect([back.x, back.y, back.width, back.height].map(value => Math.round(value * 1e6) / 1e6)).toEqual(
          [5, 6, 40, 30]
        )
      }
    )
  )
  expect(sideMoved(box('b1', null), 'left', 2)).toMatchObject({ x: 8, y: 10, width: 22, height: 20 })
})

test('a polygon keeps at least three corners, and a new one stands in the middle of its edge', () => {
  const square: Shape = {
    id: 'b1',
    kind: 'polygon',
    label: null,
    points: [
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 10]
    ]
  }
  const fewer = cornerRemoved(square, 1)
  expect([
    fewer,
    cornerRemoved({ ...square, points: square.points.slice(1) }, 0),
    cornerAdded(square, 3)
  ]).toEqual([
    {
      type: 'shape.points',
      id: 'b1',
      points: [
        [0, 0],
        [10, 10],
        [0, 10]
      ]
    },
    undefined,
    {
      type: 'shape.points',
      id: 'b1',
      points: [
        [0, 0],
        [10, 0],
        [10, 10],
        [0, 10],
        [0, 5]
      ]
    }
  ])
})

test('going from shape to shape begins at what has no label, and ends at the ends or goes round', () => {
  const [a, b, c] = [box('b1', 'x'), box('b2', null), box('b3', 'x')]
  const all = [a, b, c]
  const ids = [
    shapeBeside(all, [], 1, false),
    shapeBeside([a, c], [], 1, false),
    shapeBeside([a, c], [], -1, false),
    shapeBeside(all, [b], 1, false),
    shapeBeside(all, [c], 1, false),
    shapeBeside(all, [c], 1, true),
    shapeBeside(all, [a], -1, true)
  ].map(shape => shape?.id)
  expect(ids).toEqual(['b2', 'b1', 'b3', 'b3', undefined, 'b1', 'b3'])
})
