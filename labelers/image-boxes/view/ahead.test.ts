import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aheadOf, type Drawn, grown, nothingAhead, shiftTo } from './ahead.ts'
import { emptyScene } from './scene.ts'
import { toScreen } from './view-transform.ts'

const canvas = { width: 800, height: 600 }
const drawnAt = (
  x: number,
  y: number,
  scale: number,
  ahead = aheadOf(canvas, view(0, 0, 1), view(9, 0, 1))
) => ({ scene: emptyScene, view: view(x, y, scale), ahead, isTagged: false }) satisfies Drawn
const view = (x: number, y: number, scale: number) => ({ x, y, scale })

test('a quarter is drawn ahead of a moved view, an eighth of one that goes away, nothing of one that comes nearer', () => {
  const from = view(0, 0, 1)
  expect([view(5, 5, 1), view(0, 0, 0.9), view(0, 0, 1.1)].map(to => aheadOf(canvas, from, to))).toEqual([
    { width: 200, height: 150 },
    { width: 100, height: 75 },
    nothingAhead
  ])
})

test('what is drawn is moved by whole pixels of the screen as far as it reaches, and stretched a little', () => {
  const moves = [
    view(12.3, -7.8, 1),
    view(200, 150, 1),
    view(202, 0, 1),
    view(0, -152, 1),
    view(-40, -30, 1.1),
    view(0, 0, 1.2)
  ]
  expect(moves.map(to => shiftTo(drawnAt(0, 0, 1), to, canvas, 2))).toEqual([
    { x: 12.5, y: -8, scale: 1 },
    { x: 200, y: 150, scale: 1 },
    undefined,
    undefined,
    { x: -40, y: -30, scale: 1.1 },
    undefined
  ])
})

test('every place that was drawn stands where the view has it, and nothing of the canvas is left empty', () => {
  const place = fc.double({ min: -300, max: 300, noNaN: true })
  const scale = fc.double({ min: 0.8, max: 1.25, noNaN: true })
  fc.assert(
    fc.property(place, place, scale, place, place, scale, (x0, y0, s0, x1, y1, s1) => {
      const drawn = drawnAt(x0, y0, s0)
      const to = view(x1, y1, s1)
      const shift = shiftTo(drawn, to, canvas, 1)
      if (shift === undefined) return
      const all = grown(canvas, drawn.ahead)
      const [left, top] = [
        shift.x - drawn.ahead.width * shift.scale,
        shift.y - drawn.ahead.height * shift.scale
      ]
      const [right, bottom] = [left + all.width * shift.scale, top + all.height * shift.scale]
      expect([left < 1, top < 1, right > 799, bottom > 599]).toEqual([true, true, true, true])
      for (const where of [
        [0, 0],
        [123, 456]
      ] as const) {
        const [drawnX, drawnY] = toScreen(drawn.view, where)
        const [x, y] = toScreen(to, where)
        expect(Math.abs(drawnX * shift.scale + shift.x - x)).toBeLessThanOrEqual(0.5 + 1e-6)
        expect(Math.abs(drawnY * shift.scale + shift.y - y)).toBeLessThanOrEqual(0.5 + 1e-6)
      }
    })
  )
})
