import fc from 'fast-check'
import { expect, test } from 'vitest'
import { paintBoxes, pixelOf } from './box-pixels.ts'

const everywhere = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity }

/** What a canvas shows, one character for each pixel. */
function painted(
  boxes: readonly (readonly number[])[],
  { width = 14, height = 9, scale = 1, x = 0, y = 0, ratio = 1 } = {}
): readonly string[] {
  const words = new Uint32Array(width * height)
  for (const [place, box] of boxes.entries())
    paintBoxes(
      { width, height, words },
      Float64Array.from(box),
      { scale, x, y },
      everywhere,
      ratio,
      place + 1
    )
  return Array.from({ length: height }, (_, row) =>
    [...words.subarray(row * width, (row + 1) * width)]
      .map(word => (word === 0 ? '.' : String(word)))
      .join('')
  )
}

test('lines are two pixels wide around the edge of a box, and a later box lies over an earlier one', () => {
  expect(
    painted([
      [2, 2, 6, 4],
      [5, 4, 20, 20]
    ])
  ).toEqual([
    '..............',
    '.11111111.....',
    '.11111111.....',
    '.11.2222222222',
    '.11.2222222222',
    '.11122111.....',
    '.11122111.....',
    '....22........',
    '....22........'
  ])
})

test('whatever the view, exactly the pixels that a stroke on whole pixels covers are painted', () => {
  const side = fc.integer({ min: -40, max: 60 })
  const length = fc.integer({ min: 0, max: 60 })
  fc.assert(
    fc.property(
      fc.array(fc.tuple(side, side, length, length), { maxLength: 3 }),
      fc.record({
        scale: fc.double({ min: 0.1, max: 3, noNaN: true }),
        x: fc.double({ min: -30, max: 30, noNaN: true }),
        y: fc.double({ min: -30, max: 30, noNaN: true }),
        ratio: fc.constantFrom(1, 2)
      }),
      (boxes, view) => {
        const { scale, x: left, y: top, ratio } = view
        const covers = ([x = 0, y = 0, width = 0, height = 0]: readonly number[], px: number, py: number) => {
          const on = (place: number, off: number) => Math.round(place * scale + off) * ratio
          const [x0, x1, y0, y1] = [on(x, left), on(x + width, left), on(y, top), on(y + height, top)]
          const within = (grown: number) =>
            px >= x0 - grown && px < x1 + grown && py >= y0 - grown && py < y1 + grown
          return within(ratio) && !within(-ratio)
        }
        const expected = Array.from({ length: 30 }, (_, row) =>
          Array.from({ length: 40 }, (_, column) => {
            const over = boxes.findLastIndex(box => covers(box, column, row))
            return over === -1 ? '.' : String(over + 1)
          }).join('')
        )
        expect(painted(boxes, { width: 40, height: 30, ...view })).toEqual(expected)
      }
    )
  )
})

test('a colour is a pixel that nothing shines through', () => {
  const bytes = new Uint8ClampedArray(Uint32Array.of(pixelOf('#7debd5'), pixelOf('#ffffff')).buffer)
  expect([...bytes]).toEqual([0x7d, 0xeb, 0xd5, 0xff, 0xff, 0xff, 0xff, 0xff])
})
