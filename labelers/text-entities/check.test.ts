import { describe, expect, it } from 'vitest'
import { describe as sentence } from '../../schemas/schema.ts'
import type { Context } from '../kit/labeler.ts'
import { codePoint } from '../kit/offsets.ts'
import { compare } from './agreement.ts'
import { check } from './check.ts'
import { example } from './example.ts'
import type { Answer, Config, Span } from './schema.ts'

const [item] = example.items
if (item === undefined) throw new Error('an example item')
const context = (required: boolean, overlap: Config['overlap']): Context<Config> => ({
  item,
  field: 'text',
  required,
  config: { ...example.config, overlap }
})
const span = (id: string, start: number, end: number, label: string, text: string): Span => ({
  id,
  start: codePoint(start),
  end: codePoint(end),
  label,
  text
})
const answer = (...spans: Span[]): Answer => ({ offsetUnit: 'codepoint', spans })
const ana = span('s1', 0, 8, 'person', 'Ana Lima')

describe('what keeps an answer from being complete', () => {
  it('is nothing when it is true, retired labels included', () => {
    expect(check(answer(ana, span('s2', 9, 13, 'period', 'runs')), context(true, 'none'))).toEqual([])
  })

  it('is having no span where one is required, and only there', () => {
    expect([
      check(answer(), context(false, 'none')),
      check(answer(), context(true, 'none')).map(sentence)
    ]).toEqual([[], ['/spans: Label at least one span.']])
  })

  it('is every untruth, at its place', () => {
    const false_ = answer(
      ana,
      span('s2', 0, 8, 'person', 'Ana Lima'),
      span('s3', 4, 13, 'place', 'Lima runs'),
      span('s3', 14, 17, 'gone', 'the'),
      span('s5', 18, 24, 'place', 'Museo'),
      span('s6', 40, 99, 'place', 'x')
    )
    expect(check(false_, context(false, 'nested')).map(sentence)).toEqual([
      '/spans/1/start: "Ana Lima": These words are labelled Person already.',
      '/spans/2/start: "Lima runs": This crosses "Ana Lima" (Person); in this task one span must lie inside the other.',
      '/spans/3/id: Two spans have the id "s3".',
      '/spans/3/label: "the" has the label "gone", which this task does not have.',
      '/spans/4/text: The span quotes "Museo", and the text at 18 to 24 is "Museum".',
      '/spans/5/end: "x" is at 40 to 99, outside the text of 48 characters.'
    ])
  })
})

describe('agreement', () => {
  it('is the F1 of spans that match in start, end and label', () => {
    const two = answer(ana, span('s2', 9, 13, 'place', 'runs'))
    expect([
      compare(answer(), answer()),
      compare(answer(ana), answer({ ...ana, id: 's9' })),
      compare(answer(ana), two),
      compare(answer(ana), answer({ ...ana, label: 'place' })),
      compare(answer(), two)
    ]).toEqual([1, 1, 2 / 3, 0, 0])
  })
})
