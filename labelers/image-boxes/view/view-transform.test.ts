import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  closeUp,
  fitted,
  inSight,
  moved,
  revealing,
  toImage,
  toScreen,
  type View,
  zoomed
} from './view-transform.ts'

const side = fc.integer({ min: 1, max: 12_000 })
const size = fc.record({ width: side, height: side })
const canvas = fc.record({
  width: fc.integer({ min: 80, max: 3000 }),
  height: fc.integer({ min: 80, max: 3000 })
})
const place = fc.tuple(
  fc.double({ min: -5000, max: 15_000, noNaN: true }),
  fc.double({ min: -5000, max: 15_000, noNaN: true })
)
const view = fc.record({
  scale: fc.double({ min: 0.01, max: 40, noNaN: true }),
  x: fc.double({ min: -5000, max: 5000, noNaN: true }),
  y: fc.double({ min: -5000, max: 5000, noNaN: true })
})

test('a place of the image is found again from where it is on the screen', () => {
  fc.assert(
    fc.property(view, place, (view, [x, y]) => {
      const [backX, backY] = toImage(view, toScreen(view, [x, y]))
      expect(Math.hypot(backX - x, backY - y)).toBeLessThan(1e-6)
    })
  )
})

test('a fitted image is seen whole and in the middle', () => {
  fc.assert(
    fc.property(size, canvas, (image, canvas) => {
      const view = fitted(image, canvas)
      const { left, top, right, bottom } = inSight(view, canvas)
      const whole =
        left <= 0.001 && top <= 0.001 && right >= image.width - 0.001 && bottom >= image.height - 0.001
      expect({ whole, across: left + right - image.width, down: top + bottom - image.height }).toEqual({
        whole: true,
        across: expect.closeTo(0, 3),
        down: expect.closeTo(0, 3)
      })
    })
  )
})

test('zooming keeps the place under the pointer, and zooming back the view', () => {
  const image = { width: 4000, height: 3000 }
  const room = { width: 1000, height: 750 }
  const at = fc.tuple(fc.integer({ min: 200, max: 800 }), fc.integer({ min: 150, max: 600 }))
  fc.assert(
    fc.property(at, fc.double({ min: 1.05, max: 8, noNaN: true }), (at, factor) => {
      const before = fitted(image, room)
      const near = zoomed(before, factor, at, image, room)
      const [x, y] = toImage(before, at)
      const [nowX, nowY] = toImage(near, at)
      const back = zoomed(near, 1 / factor, at, image, room)
      expect(Math.hypot(nowX - x, nowY - y)).toBeLessThan(1e-6)
      expect(Math.hypot(back.x - before.x, back.y - before.y, back.scale - before.scale)).toBeLessThan(1e-6)
    })
  )
})

test('however it is moved and zoomed, some of the image stays in sight', () => {
  const step = fc.oneof(
    fc.tuple(
      fc.constant('move'),
      fc.integer({ min: -9000, max: 9000 }),
      fc.integer({ min: -9000, max: 9000 })
    ),
    fc.tuple(fc.constant('zoom'), fc.integer({ min: 0, max: 80 }), fc.integer({ min: 1, max: 400 }))
  )
  fc.assert(
    fc.property(size, canvas, fc.array(step, { maxLength: 12 }), (image, canvas, steps) => {
      let view: View = fitted(image, canvas)
      for (const [kind, a, b] of steps)
        view =
          kind === 'move' ? moved(view, a, b, image, canvas) : zoomed(view, b / 100, [a, a], image, canvas)
      const { left, top, right, bottom } = inSight(view, canvas)
      expect(left < image.width && top < image.height && right > 0 && bottom > 0).toBe(true)
    })
  )
})

test('a shape comes into sight with the least move, and none where it is in sight already', () => {
  const image = { width: 1000, height: 1000 }
  const canvas = { width: 400, height: 400 }
  const view = { scale: 1, x: 0, y: 0 }
  const part = (left: number, top: number) => ({ left, top, right: left + 50, bottom: top + 50 })
  expect([
    revealing(view, part(100, 100), image, canvas),
    revealing(view, part(500, 100), image, canvas),
    revealing(view, part(500, 900), image, canvas)
  ]).toEqual([view, { scale: 1, x: -174, y: 0 }, { scale: 1, x: -174, y: -574 }])
})

test('close up a shape fills a third of the canvas, and never less than when the image is fitted', () => {
  const image = { width: 1000, height: 1000 }
  const canvas = { width: 600, height: 600 }
  const scales = [50, 400, 1000].map(
    side => closeUp({ left: 0, top: 0, right: side, bottom: side }, image, canvas).scale
  )
  expect(scales).toEqual([4, fitted(image, canvas).scale, fitted(image, canvas).scale])
})
