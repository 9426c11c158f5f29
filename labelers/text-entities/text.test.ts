import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codePoint, offsetsOf } from '../kit/offsets.ts'
import { example } from './example.ts'
import { laneCount, lanesBetween } from './lanes.ts'
import { matchesOf } from './matches.ts'
import type { Answer, Config } from './schema.ts'
import { overlapping, relation } from './spans.ts'
import { givenTokens, tokenize } from './tokenize.ts'
import {
  endOfWord,
  isCharacterEdge,
  nextCharacter,
  nextWord,
  previousCharacter,
  previousWord,
  snapToCharacters,
  snapToWords
} from './words.ts'

const texts = fc
  .array(
    fc.constantFrom(
      'Anna',
      ' ',
      '  ',
      '\n',
      '\r\n',
      '👨‍🚒',
      'e\u0301',
      'שלום',
      'مرحبا',
      '東京都',
      'ไทยแลนด์',
      "it's",
      '.',
      '🇳🇴',
      '\u00a0',
      '-',
      '\u200f',
      ' \u0301'
    )
  )
  .map(parts => parts.join(''))

describe('tokens', () => {
  const drawn = (text: string) =>
    tokenize(text)
      .map(token => offsetsOf(text).slice(token.start, token.end))
      .join('|')

  it('are words with their apostrophes, single signs, and single characters where scripts have no spaces', () => {
    expect(
      [
        "Don't stop: l’eau, 3.5 kg!",
        '東京へ行くno',
        'naïve e\u0301té',
        'שָׁלוֹם מרחבא',
        'a💩👨‍🚒b',
        ' \t\n',
        'mail@x.de #tag'
      ].map(drawn)
    ).toEqual([
      "Don't|stop|:|l’eau|,|3|.|5|kg|!",
      '東|京|へ|行|く|no',
      'naïve|e\u0301té',
      'שָׁלוֹם|מרחבא',
      'a|💩|👨|\u200d|🚒|b',
      '',
      'mail|@|x|.|de|#|tag'
    ])
  })

  it('hold every character but white space, once, in order', () => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: 'binary' })), text => {
        const offsets = offsetsOf(text)
        const tokens = tokenize(text)
        expect(tokens.map(token => offsets.slice(token.start, token.end)).join('')).toBe(
          text.replace(/\s/g, '')
        )
        expect(
          givenTokens(
            tokens.map(token => [token.start, token.end]),
            offsets.length
          )
        ).toEqual(tokens)
      })
    )
  })

  it('that came with the data are taken when they fit the text, else not', () => {
    expect([
      givenTokens(
        [
          [0, 2],
          [1, 3]
        ],
        5
      ),
      givenTokens([[0, 9]], 5),
      givenTokens([[2, 2]], 5),
      givenTokens(undefined, 5)
    ]).toEqual([undefined, undefined, undefined, undefined])
    expect(
      givenTokens(
        [
          [0, 2],
          [3, 5]
        ],
        5
      )
    ).toEqual([
      { start: 0, end: 2 },
      { start: 3, end: 5 }
    ])
  })
})

describe('a selection', () => {
  const snapped = (text: string, part: string, snap = snapToWords) => {
    const start = text.indexOf(part)
    const found = snap(text, start, start + part.length)
    return found === undefined ? undefined : text.slice(found.start, found.end)
  }

  it('grows to words and leaves white space at its edges', () => {
    const text = "The Museum of Lisbon, it's 東京国立博物館."
    expect([' useum'.trim(), 'm of L', ' Lis', 'n,', "t's", ' '].map(part => snapped(text, part))).toEqual([
      'Museum',
      'Museum of Lisbon',
      'Lisbon',
      'Lisbon,',
      "it's",
      undefined
    ])
  })

  it('of nothing is the word at the caret', () => {
    const at = (place: number) => {
      const found = snapToWords('one two ', place, place)
      return found === undefined ? undefined : 'one two '.slice(found.start, found.end)
    }
    expect([at(0), at(2), at(3), at(4), at(7), at(8)]).toEqual(['one', 'one', 'one', 'two', 'two', undefined])
  })

  it('by character takes whole characters as people see them', () => {
    const text = 'a👨‍🚒e\u0301b'
    expect([
      snapToCharacters(text, 2, 4),
      snapToCharacters(text, 6, 7),
      snapToCharacters(text, 3, 3)
    ]).toEqual([{ start: 1, end: 6 }, { start: 6, end: 8 }, undefined])
  })

  it('never splits a character, never begins or ends blank, and stays when it is snapped again', () => {
    fc.assert(
      fc.property(
        texts,
        fc.nat(60),
        fc.nat(60),
        fc.constantFrom(snapToWords, snapToCharacters),
        (text, a, b, snap) => {
          const found = snap(text, Math.min(a, text.length), Math.min(b, text.length))
          if (found === undefined) return
          const words = text.slice(found.start, found.end)
          expect(isCharacterEdge(text, found.start) && isCharacterEdge(text, found.end)).toBe(true)
          expect(words.replace(/\s\u0301/g, 'x').trim()).toBe(words.replace(/\s\u0301/g, 'x'))
          expect(snap(text, found.start, found.end)).toEqual(found)
        }
      )
    )
  })

  it('moves by word and by character to the end and back', () => {
    fc.assert(
      fc.property(texts, text => {
        for (const [forth, back] of [
          [nextWord, previousWord],
          [nextCharacter, previousCharacter],
          [endOfWord, previousWord]
        ] as const) {
          let at = 0
          for (let step = 0; at < text.length; step++) {
            const next = forth(text, at)
            expect(next).toBeGreaterThan(at)
            at = next
          }
          while (at > 0) {
            const before = back(text, at)
            expect(before).toBeLessThan(at)
            expect(isCharacterEdge(text, before)).toBe(true)
            at = before
          }
        }
      }),
      { numRuns: 40 }
    )
  })
})

describe('lanes', () => {
  const at = (start: number, end: number) => ({ start: codePoint(start), end: codePoint(end) })
  const sorted = (extents: ReturnType<typeof at>[]) =>
    extents.toSorted((a, b) => a.start - b.start || b.end - a.end)
  const drawn = (...extents: ReturnType<typeof at>[]) => {
    const lanes = lanesBetween(sorted(extents))
    return extents.map(each => lanes.get(each)).join(' ')
  }
  const any = fc
    .array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 20 })), { maxLength: 30 })
    .map(all => sorted(all.map(([start, length]) => at(start, start + length))))

  it('put inner spans nearer to the words, and crossing ones beside each other', () => {
    expect([
      drawn(at(0, 3), at(4, 6)),
      drawn(at(0, 10), at(2, 4), at(5, 9), at(6, 8)),
      drawn(at(0, 5), at(3, 9)),
      drawn(at(0, 5), at(3, 9), at(7, 12)),
      drawn(at(0, 4), at(0, 4))
    ]).toEqual(['0 0', '2 0 1 0', '0 1', '0 1 0', '0 1'])
  })

  it('never hold two spans over one character, and keep an outer span outside', () => {
    fc.assert(
      fc.property(any, spans => {
        const lanes = lanesBetween(spans)
        const laneOf = (each: ReturnType<typeof at>) => lanes.get(each) ?? -1
        expect(lanes.size).toBe(spans.length)
        for (const a of spans)
          for (const b of spans) {
            const lies = a === b ? 'apart' : relation(a, b)
            if (lies !== 'apart') expect(laneOf(a)).not.toBe(laneOf(b))
            if (lies === 'around') expect(laneOf(a)).toBeGreaterThan(laneOf(b))
          }
      })
    )
  })

  it('are the same for the visible part as for the whole', () => {
    fc.assert(
      fc.property(any, fc.nat(60), fc.nat(30), (spans, from, length) => {
        const whole = lanesBetween(spans)
        const part = lanesBetween(spans, from, from + length)
        const visible = spans.filter(span => span.start < from + length && span.end > from)
        expect(visible.map(span => part.get(span))).toEqual(visible.map(span => whole.get(span)))
        expect(laneCount(part, from, from + length)).toBe(
          Math.max(0, ...visible.map(span => (whole.get(span) ?? 0) + 1))
        )
      })
    )
  })

  it('are found from the spans that overlap a place', () => {
    fc.assert(
      fc.property(any, fc.nat(60), fc.nat(30), (spans, from, length) => {
        expect(overlapping(spans, from, from + length)).toEqual(
          spans.filter(span => span.start < from + length && span.end > from)
        )
      })
    )
  })
})

describe('every exact match', () => {
  const found = (
    text: string,
    words: string,
    overlap: Config['overlap'] = 'none',
    wholeWords = false,
    answer: Answer = { offsetUnit: 'codepoint', spans: [] }
  ) => {
    const [item] = example.items
    if (item === undefined) return ''
    const context = {
      item: { ...item, fields: { text } },
      field: 'text',
      required: false,
      config: { ...example.config, overlap }
    }
    return matchesOf(words, 'person', answer, context, wholeWords)
      .map(each => `${each.start}-${each.end}`)
      .join(' ')
  }

  it('is found by code point, apart, and never inside a character', () => {
    expect([
      found('💩Ana, Ana! ana', 'Ana'),
      found('aaaa', 'aa'),
      found('cafe\u0301 cafe', 'cafe'),
      found('👨‍🚒 👨', '👨'),
      found('a', '')
    ]).toEqual(['1-4 6-9', '0-2 2-4', '6-10', '4-5', ''])
  })

  it('leaves out parts of words when asked, but not where scripts have no spaces', () => {
    expect([
      found('Ana Anabel An', 'An', 'none', true),
      found('東京都', '京', 'none', true),
      found('x.Ana-', 'Ana', 'none', true)
    ]).toEqual(['11-13', '1-2', '2-5'])
  })

  it('leaves out places that are labelled so, or that the policy refuses', () => {
    const span = { id: 's1', start: codePoint(0), end: codePoint(3), label: 'person', text: 'Ana' }
    const answer: Answer = {
      offsetUnit: 'codepoint',
      spans: [
        span,
        { ...span, id: 's2', start: codePoint(4), end: codePoint(10), label: 'place', text: 'Ana Li' }
      ]
    }
    const text = 'Ana Ana Lima Ana'
    expect([found(text, 'Ana', 'none', false, answer), found(text, 'Ana', 'nested', false, answer)]).toEqual([
      '13-16',
      '4-7 13-16'
    ])
  })
})
