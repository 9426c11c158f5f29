import fc from 'fast-check'
import { expect, test } from 'vitest'
import { outlineOf } from '../geometry.ts'
import type { RotatedShape, Shape } from '../schema.ts'
import { cursorOf, handleAt, handlesOf, resized, rotationTowards } from './handles.ts'

const whole = (min: number, max: number) => fc.integer({ min, max })
const turnedBox = fc.record({
  id: fc.constant('b1'),
  kind: fc.constant('rotated' as const),
  label: fc.constant(null),
  x: whole(-500, 500),
  y: whole(-500, 500),
  width: whole(1, 400),
  height: whole(1, 400),
  rotation: whole(0, 359)
})
const side = fc.constantFrom(
  ...([-1, 0, 1] as const).flatMap(x => ([-1, 0, 1] as const).map(y => ({ x, y })))
)

test('a corner of a turned box goes to the pointer, and the opposite one stays where it is', () => {
  const corner = fc.constantFrom(...([-1, 1] as const).flatMap(x => ([-1, 1] as const).map(y => ({ x, y }))))
  fc.assert(
    fc.property(turnedBox, corner, whole(-900, 900), whole(-900, 900), (box, side, x, y) => {
      const frame = resized(box, box.rotation, side, [x, y])
      const place = (shape: RotatedShape, at: { x: number; y: number }) =>
        outlineOf(shape)[at.y === -1 ? (at.x === -1 ? 0 : 1) : at.x === 1 ? 2 : 3] ?? [NaN, NaN]
      const after = { ...box, ...frame }
      const opposite = { x: -side.x, y: -side.y }
      const [oldX, oldY] = place(box, opposite)
      const [newX, newY] = place(after, opposite)
      const [toX, toY] = place(after, side)
      expect(Math.hypot(newX - oldX, newY - oldY)).toBeLessThan(1e-6)
      expect(Math.hypot(toX - x, toY - y)).toBeLessThan(1e-6)
    })
  )
})

test('dragging any side back to where it was gives the frame back', () => {
  fc.assert(
    fc.property(turnedBox, side, (box, side) => {
      const placed = handlesOf(box, 1).find(
        ({ handle }) => handle.kind === 'side' && handle.x === side.x && handle.y === side.y
      )
      fc.pre(placed !== undefined)
      const { x, y, width, height } = resized(box, box.rotation, side, placed.at)
      expect(Math.hypot(x - box.x, y - box.y, width - box.width, height - box.height)).toBeLessThan(1e-6)
    })
  )
})

test('each handle is found where it is drawn', () => {
  fc.assert(
    fc.property(turnedBox, fc.double({ min: 0.1, max: 20, noNaN: true }), (box, scale) => {
      for (const placed of handlesOf(box, scale))
        expect(handleAt(box, placed.at, 0.001, scale)?.at).toEqual(placed.at)
    })
  )
})

test('a locked shape and a point have no handles, a polygon has its corners and the middles of its edges', () => {
  const shapes: readonly Shape[] = [
    { id: 'b1', kind: 'box', label: null, x: 0, y: 0, width: 9, height: 9, locked: true },
    { id: 'b2', kind: 'point', label: null, points: [[1, 1]] },
    {
      id: 'b3',
      kind: 'polygon',
      label: null,
      points: [
        [0, 0],
        [4, 0],
        [4, 4]
      ]
    }
  ]
  const drawn = shapes.map(shape =>
    handlesOf(shape, 1).map(({ handle, at }) => `${handle.kind} ${at.join(' ')}`)
  )
  expect(drawn).toEqual([
    [],
    [],
    ['edge 2 0', 'edge 4 2', 'edge 2 2', 'corner 0 0', 'corner 4 0', 'corner 4 4']
  ])
})

test('a box turns towards the pointer clockwise from above it, in whole degrees or steps of 15', () => {
  const frame = { x: -10, y: -10, width: 20, height: 20 }
  const towards = (
    [
      [0, -50],
      [50, 0],
      [0, 50],
      [-50, 0],
      [10, -49]
    ] as const
  ).flatMap(to => [rotationTowards(frame, to, false), rotationTowards(frame, to, true)])
  expect(towards).toEqual([0, 0, 90, 90, 180, 180, 270, 270, 12, 15])
})

test('the pointer says which way a side goes, also of a turned box', () => {
  const box = { id: 'b1', kind: 'rotated', label: null, x: 0, y: 0, width: 9, height: 9 } as const
  const pointers = [0, 45, 90].map(rotation => cursorOf({ kind: 'side', x: 1, y: 0 }, { ...box, rotation }))
  expect(pointers).toEqual(['ew-resize', 'nwse-resize', 'ns-resize'])
})
