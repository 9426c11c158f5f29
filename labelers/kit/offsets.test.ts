import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codePoint, offsetsOf, utf16 } from './offsets.ts'

const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc
    .array(fc.constantFrom('a', '💩', '👨‍🚒', 'é', 'e\u0301', 'ש', '漢', '\ud83d', '\ude92', '\r\n'))
    .map(parts => parts.join(''))
)

describe('offsets of a text', () => {
  it('count code points as Array.from does, and come back', () => {
    fc.assert(
      fc.property(texts, text => {
        const points = Array.from(text)
        const offsets = offsetsOf(text)
        expect(offsets.length).toBe(points.length)
        for (let at = 0; at <= points.length; at++) {
          const unit = points.slice(0, at).join('').length
          expect(offsets.toUtf16(codePoint(at))).toBe(unit)
          expect(offsets.toCodePoint(utf16(unit))).toBe(at)
        }
      })
    )
  })

  it('cut the same words as an array of code points', () => {
    fc.assert(
      fc.property(texts, fc.nat(40), fc.nat(40), (text, a, b) => {
        const [start, end] = a < b ? [a, b] : [b, a]
        const points = Array.from(text)
        fc.pre(end <= points.length)
        expect(offsetsOf(text).slice(codePoint(start), codePoint(end))).toBe(
          points.slice(start, end).join('')
        )
      })
    )
  })

  it('give an offset inside a surrogate pair to the code point it splits', () => {
    const offsets = offsetsOf('a💩b')
    expect([0, 1, 2, 3, 4].map(at => offsets.toCodePoint(utf16(at)))).toEqual([0, 1, 1, 2, 3])
  })

  it('hold to the ends of the text whatever is asked', () => {
    expect(
      [offsetsOf('ab'), offsetsOf('💩')].map(o => [
        o.toUtf16(codePoint(9)),
        o.toCodePoint(utf16(9)),
        o.toUtf16(codePoint(-1))
      ])
    ).toEqual([
      [2, 2, 0],
      [2, 1, 0]
    ])
  })
})
