import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codePoint } from '../../../kit/offsets.ts'
import { carriedOver, linesOf, type Stretch, stretchesOf } from './underlined-lines.ts'

/** A text with its underlined parts in brackets. */
function shown(text: string, stretches: readonly Stretch[]): readonly string[] {
  return linesOf(text, stretches).map(line => {
    let at = 0
    let written = ''
    for (const { start, end } of line.underlined) {
      written += `${line.text.slice(at, start)}(${line.text.slice(start, end)})`
      at = end
    }
    return written + line.text.slice(at)
  })
}

test('what findings say is underlined in its line, once, also over the ends of lines', () => {
  const text = '🩺 38  is\n\nit\n 5'
  const at = (start: number, end: number) => ({
    rule: 'spaces' as const,
    message: '',
    at: { start: codePoint(start), end: codePoint(end) }
  })
  const stretches = stretchesOf(text, [
    at(2, 4),
    at(3, 6),
    at(8, 12),
    at(12, 15),
    { rule: 'empty', message: '' }
  ])
  expect(shown(text, stretches)).toEqual(['🩺 (38)(  )is', '', '(it)', '( 5)'])
})

test('a change moves what is behind it, and takes away what it touches', () => {
  const stretches = [
    { start: 0, end: 2 },
    { start: 3, end: 5 },
    { start: 6, end: 8 }
  ]
  expect([
    carriedOver(stretches, 'ab cd ef', 'ab cXd ef'),
    carriedOver(stretches, 'ab cd ef', 'ab cd ef'),
    carriedOver(stretches, 'ab cd ef', 'ab ef')
  ]).toEqual([
    [
      { start: 0, end: 2 },
      { start: 7, end: 9 }
    ],
    stretches,
    [{ start: 0, end: 2 }]
  ])
})

test('lines are the text, whatever is underlined', () => {
  const text = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '🩺'), maxLength: 30 })
  const parts = fc.array(fc.tuple(fc.nat(30), fc.nat(8)), { maxLength: 6 })
  fc.assert(
    fc.property(text, parts, (written, pairs) => {
      const stretches = pairs
        .map(([start, long]) => ({ start, end: start + long }))
        .sort((a, b) => a.start - b.start)
      const lines = linesOf(written, stretches)
      const apart = lines.every(({ text: line, underlined }) =>
        underlined.every(
          ({ start, end }, n) => start < end && end <= line.length && start >= (underlined[n - 1]?.end ?? 0)
        )
      )
      expect([lines.map(line => line.text).join('\n'), apart]).toEqual([written, true])
    })
  )
})
