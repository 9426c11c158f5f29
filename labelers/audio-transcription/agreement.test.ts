import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Context } from '../kit/labeler.ts'
import { seconds } from '../kit/seconds.ts'
import {
  boundaryAgreement,
  characterErrorRate,
  compare,
  says,
  wordEdits,
  wordErrorRate
} from './agreement.ts'
import { example } from './example.ts'
import type { Answer, Config, Segment } from './schema.ts'
import { folded } from './words.ts'

const [item] = example.items
if (item === undefined) throw new Error('the example has no item')
const contextOf = (language: string): Context<Config> => ({
  config: { ...example.config, language },
  item,
  field: 'audio',
  required: false
})
const segment = (start: number, end: number, text = '', more: Partial<Segment> = {}): Segment => ({
  id: `g${Math.round(start * 1000) + 1}`,
  start: seconds(start),
  end: seconds(end),
  speaker: null,
  text,
  ...more
})
const answerOf = (...segments: Segment[]): Answer => ({ duration: null, segments })
const whole = (transcript: string): Answer => ({ duration: null, segments: [], transcript })

describe('the agreement of two transcriptions', () => {
  it('is of what is said, not of how it is written or cut', () => {
    const cut = answerOf(
      segment(0, 1, 'Yes, “she’s” got 3.5 —'),
      segment(1, 2, ' '),
      segment(1, 2, 'um, TWO days.')
    )
    const context = contextOf('en')
    expect([
      compare(cut, whole('yes shes got 3.5 um two days'), context),
      compare(cut, whole('yes she got 3.5 two days left of it'), context),
      compare(cut, answerOf(), context),
      compare(whole('痒いです'), whole('痒いでした'), contextOf('ja')),
      compare(answerOf(), { ...answerOf(), nothing: true }, context)
    ]).toEqual([1, 1 - 5 / 9, 0, 1 - 2 / 5, 1])
  })

  it('takes letters for the same however they are composed, and Ss for ß', () => {
    expect(['Cafe\u0301  STRASSE', 'well-known; 1,000.', "don't", 'ΟΔΟΣ', 'hello ?!'].map(folded)).toEqual([
      'café strasse',
      'well known 1,000',
      'dont',
      'οδος',
      'hello'
    ])
    expect(folded('Caf\u00e9 Straße')).toBe(folded('CAFE\u0301 STRASSE'))
  })

  it('is the same both ways, from 0 to 1, and 1 for the same text', () => {
    const text = fc
      .array(fc.constantFrom('no', 'swelling', 'Right', '🩺', '-', '38'), { maxLength: 9 })
      .map(all => all.join(' '))
    fc.assert(
      fc.property(text, text, (a, b) => {
        for (const rate of [wordErrorRate, characterErrorRate]) {
          expect(rate(a, b)).toBe(rate(b, a))
          expect(rate(a, b)).toBeGreaterThanOrEqual(0)
          expect(rate(a, b)).toBeLessThanOrEqual(1)
          expect(rate(a, a)).toBe(0)
        }
      })
    )
  })

  it('is of times where nobody wrote a word: edges within 0.2 s, each paired once', () => {
    const a = answerOf(segment(0, 1), segment(1.2, 3), segment(5, 6))
    const b = answerOf(segment(0.2, 1), segment(1, 3.3), segment(1.1, 3.1))
    expect([
      boundaryAgreement(a, b),
      boundaryAgreement(b, a),
      boundaryAgreement(a, a),
      compare(a, b, contextOf('en'))
    ]).toEqual([4 / 6, 4 / 6, 1, 4 / 6])
  })

  it('is shown word by word where the words stand', () => {
    const [was, is] = ['No, no swelling. She’s fine', 'no SWELLING at all she is fine']
    const { a, b, edits } = wordEdits(was, is)
    expect(
      edits.map(({ kind, aStart, aEnd, bStart, bEnd }) => [
        kind,
        was.slice(a[aStart]?.start, a[aEnd - 1]?.end ?? 0),
        is.slice(b[bStart]?.start, b[bEnd - 1]?.end ?? 0)
      ])
    ).toEqual([
      ['same', 'No,', 'no'],
      ['removed', 'no', ''],
      ['same', 'swelling.', 'SWELLING'],
      ['replaced', 'She’s', 'at'],
      ['added', '', 'all she is'],
      ['same', 'fine', 'fine']
    ])
  })

  it('is full only where times to a millisecond, speakers and every character are the same', () => {
    const one = answerOf(segment(0.1234, 1, 'Right.'))
    expect([
      says(one, answerOf(segment(0.1236, 1, 'Right.', { id: 'g7' }))),
      says(one, answerOf(segment(0.1236, 1, 'right.'))),
      says(one, answerOf(segment(0.125, 1, 'Right.'))),
      says(one, answerOf(segment(0.1234, 1, 'Right.', { speaker: 'nurse' }))),
      says(one, { ...one, nothing: true })
    ]).toEqual([true, false, false, false, false])
  })
})
