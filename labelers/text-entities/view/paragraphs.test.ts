import fc from 'fast-check'
import { expect, test } from 'vitest'
import { paragraphsOf, placeOf } from './paragraphs.ts'

test('every kind of line end ends a paragraph and belongs to none', () => {
  expect(paragraphsOf('a\r\nb\n\nc\rd')).toEqual([
    { start: 0, text: 'a' },
    { start: 3, text: 'b' },
    { start: 5, text: '' },
    { start: 6, text: 'c' },
    { start: 8, text: 'd' }
  ])
})

test('an empty text is one empty paragraph', () => {
  expect(paragraphsOf('')).toEqual([{ start: 0, text: '' }])
})

const mixed = fc.string({
  unit: fc.constantFrom('a', ' ', '\n', '\r', '\r\n', '東', '👩‍👧', 'é', 'ש', 'ل'),
  maxLength: 60
})

test('paragraphs hold the text as it is, each where it says', () => {
  fc.assert(
    fc.property(mixed, text => {
      for (const { start, text: line } of paragraphsOf(text)) expect(text.startsWith(line, start)).toBe(true)
      expect(
        paragraphsOf(text)
          .map(paragraph => paragraph.text)
          .join('')
      ).toBe(text.replaceAll(/[\r\n]/g, ''))
    })
  )
})

test('an offset that is not in a line end is found again in its paragraph', () => {
  fc.assert(
    fc.property(mixed, fc.nat(80), (text, somewhere) => {
      const offset = Math.min(somewhere, text.length)
      const paragraphs = paragraphsOf(text)
      const { index, at } = placeOf(paragraphs, offset)
      const back = (paragraphs[index]?.start ?? NaN) + at
      const insideLineEnd = text[offset - 1] === '\r' && text[offset] === '\n'
      expect(back).toBe(insideLineEnd ? offset - 1 : offset)
    })
  )
})
