import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isCharacterEdge } from '../words.ts'
import { edgeMoved, moved, type Selection, wordAt } from './caret.ts'

/** A text with its selection drawn in it: `[` the anchor, `|` the head, `|` alone a caret. */
function parse(drawn: string): { text: string; at: Selection } {
  const text = drawn.replaceAll(/[[|]/g, '')
  const head =
    drawn.indexOf('|') - (drawn.indexOf('[') !== -1 && drawn.indexOf('[') < drawn.indexOf('|') ? 1 : 0)
  const anchor = drawn.includes('[')
    ? drawn.indexOf('[') - (drawn.indexOf('|') < drawn.indexOf('[') ? 1 : 0)
    : head
  return { text, at: { anchor, head } }
}
function draw(text: string, { anchor, head }: Selection): string {
  if (anchor === head) return `${text.slice(0, head)}|${text.slice(head)}`
  const marks = anchor < head ? (['[', '|'] as const) : (['|', '['] as const)
  const [low, high] = [Math.min(anchor, head), Math.max(anchor, head)]
  return text.slice(0, low) + marks[0] + text.slice(low, high) + marks[1] + text.slice(high)
}
const step = (
  drawn: string,
  ...by: Parameters<typeof moved> extends [unknown, unknown, ...infer Rest] ? Rest : never
) => {
  const { text, at } = parse(drawn)
  return draw(text, moved(text, at, ...by))
}

test.each([
  ['|turn it up.', 'forward', 'turn| it up.'],
  ['turn| it up.', 'forward', 'turn it| up.'],
  ['turn it up|.', 'forward', 'turn it up|.'],
  ['turn it up.|', 'back', 'turn it up|.'],
  ['turn it up|.', 'back', 'turn it| up.'],
  ['turn i|t up.', 'back', 'turn| it up.'],
  ['turn| it up.', 'back', '|turn it up.'],
  ['one|\n\ntwo', 'forward', 'one\n\ntwo|'],
  ['|東京に行く', 'forward', '東京|に行く'],
  ['go |🎉 now', 'forward', 'go 🎉| now']
] as const)('by word: %j and %s gives %j', (from, direction, to) => {
  expect(step(from, 'word', direction, false)).toBe(to)
})

test.each([
  ['turn it| up.', 'forward', 'turn [it up|.'],
  ['turn [it up|.', 'back', 'turn [it| up.'],
  ['turn it| up.', 'back', '|turn it[ up.'],
  ['|turn it[ up.', 'forward', 'turn |it[ up.'],
  ['turn |it[ up.', 'forward', 'turn it| up.']
] as const)('extending by word: %j and %s gives %j', (from, direction, to) => {
  expect(step(from, 'word', direction, true)).toBe(to)
})

test('by character a family, a flag and an accent are one step each', () => {
  const text = '👨‍👩‍👧🇵🇹e\u0301x'
  const stops: number[] = []
  for (let at: Selection = { anchor: 0, head: 0 }; stops.at(-1) !== text.length;) {
    at = moved(text, at, 'character', 'forward', false)
    stops.push(at.head)
  }
  expect(stops).toEqual([8, 12, 14, 15])
})

const mixed = fc.string({
  unit: fc.constantFrom('a', 'b', ' ', '.', '\n', '東', '京', '👨‍👩‍👧', 'e\u0301', 'ש', 'ل', '🇵🇹'),
  maxLength: 40
})

test('no step ever stops inside a character or moves the wrong way', () => {
  fc.assert(
    fc.property(
      mixed,
      fc.array(
        fc.tuple(fc.constantFrom('word', 'character'), fc.constantFrom('back', 'forward'), fc.boolean()),
        { maxLength: 12 }
      ),
      (text, steps) => {
        let at: Selection = { anchor: 0, head: 0 }
        for (const [unit, direction, extend] of steps) {
          const next = moved(text, at, unit, direction, extend)
          expect(isCharacterEdge(text, next.head) && isCharacterEdge(text, next.anchor)).toBe(true)
          if (unit === 'word' || at.anchor === at.head || extend)
            expect(direction === 'back' ? next.head <= at.head : next.head >= at.head).toBe(true)
          at = next
        }
      }
    )
  )
})

test('going forward by word visits every word once', () => {
  const text = 'Move it, please: 東京 👍 now.'
  const seen: string[] = []
  for (let at: Selection = { anchor: 0, head: 0 }; ;) {
    const next = moved(text, at, 'word', 'forward', false)
    if (next.head === at.head) break
    const word = wordAt(text, next.head)
    seen.push(word === undefined ? '' : text.slice(word.start, word.end))
    at = next
  }
  expect(seen).toEqual(['Move', 'it', 'please', '東京', '👍', 'now'])
})

test.each([
  ['start', 'word', 'back', 'call [Dr. Lena] now'],
  ['start', 'word', 'forward', undefined],
  ['end', 'word', 'forward', 'call Dr. [Lena now]'],
  ['end', 'character', 'back', 'call Dr. [Len]a now'],
  ['end', 'character', 'forward', 'call Dr. [Lena n]ow'],
  ['start', 'character', 'back', 'call Dr[. Lena] now']
] as const)('the %s edge of a span by %s %s', (edge, unit, direction, to) => {
  const text = 'call Dr. Lena now'
  const next = edgeMoved(text, { start: 9, end: 13 }, edge, unit, direction)
  const drawn =
    next && `${text.slice(0, next.start)}[${text.slice(next.start, next.end)}]${text.slice(next.end)}`
  expect(drawn).toBe(to)
})

test('a moved edge never leaves white space in the span or turns it inside out', () => {
  fc.assert(
    fc.property(
      mixed,
      fc.nat(40),
      fc.constantFrom('start', 'end'),
      fc.constantFrom('word', 'character'),
      fc.constantFrom('back', 'forward'),
      (text, somewhere, edge, unit, direction) => {
        const word = wordAt(text, Math.min(somewhere, text.length))
        fc.pre(word !== undefined)
        const next = edgeMoved(text, word, edge, unit, direction)
        if (next === undefined) return
        const covered = text.slice(next.start, next.end)
        expect([covered === '', covered.trim() === covered]).toEqual([false, true])
      }
    )
  )
})
