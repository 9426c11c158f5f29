import fc from 'fast-check'
import { expect, test } from 'vitest'
import { frequencyTicks, heightOf, hertzAt, toMel } from './mel.ts'

test('heights and frequencies are each other’s inverse', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(share, fc.integer({ min: 100, max: 96_000 }), (height, top) => {
      expect(heightOf(hertzAt(height, top), top)).toBeCloseTo(height, 9)
    })
  )
})

test('a thousand hertz are a thousand mel', () => {
  expect(toMel(1000)).toBeCloseTo(1000, 0)
})

test('the ruler shows round frequencies with room between them', () => {
  const texts = (top: number, apart: number) => frequencyTicks(top, apart).map(({ text }) => text)
  expect([texts(8000, 0.08), texts(8000, 0.2), texts(22_050, 0.12), texts(200, 0.1)]).toEqual([
    ['250', '500', '1k', '2k', '3k', '4k', '6k'],
    ['500', '2k', '4k'],
    ['500', '2k', '4k', '8k'],
    []
  ])
})
