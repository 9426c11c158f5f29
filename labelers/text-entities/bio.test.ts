import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codePoint } from '../kit/offsets.ts'
import { decode, encode, isTag, misalignments, type Scheme, schemes, tagsOf, type TokenSpan } from './bio.ts'
import { tokenize } from './tokenize.ts'

const never = (): never => {
  throw new Error('not a tag')
}
const spansOf = (tags: string) =>
  decode(tags.split(' '), never).map(span => `${span.from}-${span.to} ${span.label}`)

/** Disjoint spans over ten tokens, often touching. */
const spans = fc
  .array(
    fc.tuple(
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 0, max: 2 }),
      fc.constantFrom('A', 'B-C', 'O')
    ),
    { maxLength: 6 }
  )
  .map(parts => {
    let at = 0
    return parts.map(([length, gap, label]): TokenSpan => {
      const from = at + gap
      at = from + length
      return { from, to: at, label }
    })
  })

describe('tags', () => {
  it('come back as the same spans, in every scheme', () => {
    fc.assert(
      fc.property(spans, fc.constantFrom(...schemes), (given, scheme) => {
        const tags = tagsOf(given, 40, scheme)
        expect(tags.filter(tag => !isTag(tag))).toEqual([])
        expect(decode(tags, never)).toEqual(given)
      })
    )
  })

  it('read as the books have them', () => {
    const given: TokenSpan[] = [
      { from: 0, to: 2, label: 'PER' },
      { from: 2, to: 3, label: 'PER' },
      { from: 4, to: 7, label: 'ORG' }
    ]
    const table = schemes.map((scheme: Scheme) => `${scheme}: ${tagsOf(given, 8, scheme).join(' ')}`)
    expect(table).toEqual([
      'BIO: B-PER I-PER B-PER O B-ORG I-ORG I-ORG O',
      'IOB1: I-PER I-PER B-PER O I-ORG I-ORG I-ORG O',
      'BIOES: B-PER E-PER S-PER O B-ORG I-ORG E-ORG O',
      'BILUO: B-PER L-PER U-PER O B-ORG I-ORG L-ORG O'
    ])
  })

  it('are read kindly where a tool broke the rules', () => {
    expect(
      ['I-A I-A O', 'B-A I-B I-B', 'O E-A', 'B-A S-A I-A', 'B-A B-A', 'I-A L-A L-A'].map(spansOf)
    ).toEqual([
      ['0-2 A'],
      ['0-1 A', '1-3 B'],
      ['1-2 A'],
      ['0-1 A', '1-2 A', '2-3 A'],
      ['0-1 A', '1-2 A'],
      ['0-2 A', '2-3 A']
    ])
  })

  it('that are none are named, and end the span before them', () => {
    const unread: string[] = []
    const found = decode(['B-A', 'I-A', 'what', '', 'I-A'], (at, tag) => unread.push(`${at} ${tag}`))
    expect({ found, unread }).toEqual({
      found: [
        { from: 0, to: 2, label: 'A' },
        { from: 4, to: 5, label: 'A' }
      ],
      unread: ['2 what', '3 ']
    })
  })
})

describe('spans made into tags', () => {
  const tokens = tokenize('New York-based firms grow')
  const span = (start: number, end: number, label: string) => ({
    start: codePoint(start),
    end: codePoint(end),
    label
  })
  const written = (misaligned: (typeof misalignments)[number], ...given: ReturnType<typeof span>[]) => {
    const refused: string[] = []
    const tags = encode(tokens, given, 'BIO', misaligned, (each, reason) =>
      refused.push(`${each.start}-${each.end} ${reason}`)
    )
    return `${tags.join(' ')} | ${refused.join(', ')}`
  }

  it('keep the outer one where they share a token, and say which they left out', () => {
    expect(written('drop', span(0, 14, 'X'), span(0, 8, 'LOC'), span(15, 20, 'ORG'))).toBe(
      'B-X I-X I-X I-X B-ORG O | 0-8 overlaps another span (X), and tags hold one span for each token'
    )
  })

  it('that are not made of whole tokens are dropped, grown or cut, as asked', () => {
    const half = span(2, 8, 'LOC')
    expect(misalignments.map(each => `${each}: ${written(each, half, span(21, 23, 'Y'))}`)).toEqual([
      'drop: O O O O O O | 2-8 does not begin and end with a token, 21-23 does not begin and end with a token',
      'expand: B-LOC I-LOC O O O B-Y | ',
      'contract: O B-LOC O O O O | 21-23 does not begin and end with a token'
    ])
  })
})
