import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Shape } from '../schema.ts'
import { emptyOverlay } from './overlay.ts'
import { patchOf } from './patch.ts'

const view = { scale: 0.5, x: 10, y: 20 }
const canvas = { width: 1000, height: 700 }
const box = (x: number, y: number): Shape => ({
  id: 'b1',
  kind: 'box',
  label: null,
  x,
  y,
  width: 40,
  height: 40
})
const patch = (x: number, y: number) => patchOf({ ...emptyOverlay, selected: [box(x, y)] }, view, canvas)

test('one box takes a small part of the canvas, nothing and what is out of sight none', () => {
  expect({
    inTheMiddle: patch(900, 600),
    atTheCorner: patch(0, 0),
    outOfSight: patch(9000, 0),
    nothing: patchOf(emptyOverlay, view, canvas)
  }).toEqual({
    inTheMiddle: { left: 244, top: 276, width: 512, height: 128 },
    atTheCorner: { left: 0, top: 0, width: 256, height: 128 },
    outOfSight: undefined,
    nothing: undefined
  })
})

test('a tag and the handles of a box lie in its part of the canvas, wherever it is', () => {
  const place = fc.integer({ min: -500, max: 2500 })
  fc.assert(
    fc.property(place, place, (x, y) => {
      const part = patch(x, y)
      if (part === undefined) return
      const [left, top] = [x * view.scale + view.x, y * view.scale + view.y]
      const within = (from: number, to: number, start: number, length: number, room: number) =>
        Math.max(from, 0) >= start && Math.min(to, room) <= start + length
      expect([
        within(left - 200, left + 220, part.left, part.width, canvas.width),
        within(top - 40, top + 60, part.top, part.height, canvas.height)
      ]).toEqual([true, true])
    })
  )
})
