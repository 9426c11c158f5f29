import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { validate } from '../../schemas/validate.ts'
import type { Context } from '../kit/labeler.ts'
import { seconds } from '../kit/seconds.ts'
import { example } from './example.ts'
import { inConflict, SHORTEST } from './free-time.ts'
import { reduce } from './reduce.ts'
import {
  type Answer,
  answerSchema,
  type Command,
  type Config,
  type NewSegment,
  type Segment
} from './schema.ts'
import { bySegmentOrder } from './segments.ts'

const [item] = example.items
if (item === undefined) throw new Error('the example has no item')
const duration = 12.6
const empty: Answer = { duration: null, segments: [] }
const contextOf = (config: Partial<Config> = {}): Context<Config> => ({
  config: { ...example.config, ...config },
  item,
  field: 'audio',
  required: false
})

const id = fc.constantFrom('g1', 'g2', 'g3', 'g4', 'g5')
const ids = fc.array(fc.constantFrom('g1', 'g2', 'g3', 'g4', 'g99', '__proto__'), { maxLength: 3 })
const time = fc
  .oneof(
    { weight: 4, arbitrary: fc.integer({ min: -2000, max: 15_000 }).map(ms => ms / 1000) },
    { weight: 4, arbitrary: fc.integer({ min: 0, max: 12 }) },
    fc.double({ min: -20, max: 20, noNaN: true }),
    fc.constantFrom(0, -0, duration, Infinity, -Infinity, NaN, 1e308, 5e-324)
  )
  .map(seconds)
const speaker = fc.constantFrom('nurse', 'caller', 'operator', 'unknown', null)
const text = fc.constantFrom('', ' ', 'no', 'no  swelling ', '👩‍⚕️ 痒い', '__proto__')
const newSegment: fc.Arbitrary<NewSegment> = fc
  .record({ start: time, end: time, speaker, kind: fc.constantFrom(undefined, 'music', 'nope'), text })
  .map(({ kind, ...rest }) => (kind === undefined ? rest : { ...rest, kind }))
const newSegments = fc.array(newSegment, { maxLength: 5 })
const commands: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ type: fc.constant('segment.add' as const), segment: newSegment }),
  fc.record({ type: fc.constant('segments.add' as const), segments: newSegments }),
  fc.record({ type: fc.constant('segments.replace' as const), segments: newSegments }),
  fc.record({ type: fc.constant('segment.resize' as const), id, start: time, end: time }),
  fc.record({ type: fc.constant('boundary.move' as const), left: id, right: id, to: time }),
  fc.record({
    type: fc.constant('segment.split' as const),
    id,
    at: time,
    textAt: fc.constantFrom(0, 2, 3.5, -1, 99, NaN, Infinity)
  }),
  fc.record({ type: fc.constant('segments.merge' as const), ids }),
  fc.record({ type: fc.constant('segment.text' as const), id, text }),
  fc.record({ type: fc.constant('segments.speaker' as const), ids, speaker }),
  fc.record({
    type: fc.constant('segments.kind' as const),
    ids,
    kind: fc.constantFrom('music', 'phone', 'nope', null)
  }),
  fc.record({ type: fc.constant('segments.remove' as const), ids }),
  fc.record({ type: fc.constant('transcript.set' as const), text }),
  fc.constant({ type: 'nothing.toggle' as const })
)

const run = (walk: readonly Command[], from: Answer = empty, context = contextOf()): Answer =>
  walk.reduce((answer, command) => reduce(answer, command, context), from)

const segment = (id: string, start: number, end: number, more: Partial<Segment> = {}): Segment => ({
  id,
  start: seconds(start),
  end: seconds(end),
  speaker: 'nurse',
  text: '',
  ...more
})
const withSegments = (...segments: Segment[]): Answer => ({ duration: seconds(duration), segments })
const fresh = (start: number, end: number, speaker: string | null = 'nurse', text = ''): NewSegment => ({
  start: seconds(start),
  end: seconds(end),
  speaker,
  text
})
/** `g1 0-2.5 nurse "Hello"`, a line each. */
const drawn = ({ segments }: Answer): readonly string[] =>
  segments.map(
    ({ id, start, end, speaker, text }) =>
      `${id} ${start}-${end} ${speaker ?? 'nobody'}${text === '' ? '' : ` "${text}"`}`
  )

describe('an answer of segments', () => {
  for (const policy of ['none', 'speakers', 'any'] as const)
    it(`stays in the recording, in order, with length, under ids of their own, overlapping as "${policy}" says`, () => {
      const context = contextOf({ overlap: policy })
      fc.assert(
        fc.property(fc.array(commands, { maxLength: 30 }), walk => {
          let answer = empty
          for (const command of walk) {
            const next = reduce(answer, command, context)
            if (JSON.stringify(next) === JSON.stringify(answer)) expect(next).toBe(answer)
            answer = next
          }
          const { segments } = answer
          expect(validate(answerSchema, answer)).toEqual([])
          expect(JSON.parse(JSON.stringify(answer))).toEqual(answer)
          expect(
            segments.filter(({ start, end }) => start < 0 || end > duration || end - start < SHORTEST)
          ).toEqual([])
          expect([...segments].sort(bySegmentOrder)).toEqual(segments)
          expect(new Set(segments.map(({ id }) => id)).size).toBe(segments.length)
          expect(
            segments.filter((a, at) => segments.slice(at + 1).some(b => inConflict(a, b, context.config)))
          ).toEqual([])
          expect(answer.nothing === true && (segments.length > 0 || answer.transcript !== undefined)).toBe(
            false
          )
        }),
        { numRuns: 300 }
      )
    })

  it('gives both texts back where a merged segment is split again', () => {
    const words = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(words, words, fc.constantFrom('en', 'ja', undefined), (a, b, language) => {
        const { language: _, ...rest } = example.config
        const context = contextOf(rest)
        const its: Context<Config> = {
          ...context,
          config: language === undefined ? rest : { ...rest, language }
        }
        const before = withSegments(segment('g1', 0, 1, { text: a }), segment('g2', 1, 3, { text: b }))
        const merged = reduce(before, { type: 'segments.merge', ids: ['g2', 'g1'] }, its)
        const textAt = [...a].length
        const after = reduce(merged, { type: 'segment.split', id: 'g1', at: seconds(1), textAt }, its)
        expect(after).toEqual(before)
      })
    )
  })

  it('gives the text back where a segment that was split beside a blank is merged again', () => {
    const word = fc.stringMatching(/^[a-z👩🏽é]{1,5}$/u)
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 2, maxLength: 5 }),
        fc.nat(),
        fc.boolean(),
        (words, n, behind) => {
          const first = words.slice(0, 1 + (n % (words.length - 1))).join(' ')
          const before = withSegments(segment('g1', 0, 3, { text: words.join(' ') }))
          const textAt = [...first].length + (behind ? 1 : 0)
          const parts = reduce(
            before,
            { type: 'segment.split', id: 'g1', at: seconds(1), textAt },
            contextOf()
          )
          expect(parts.segments[0]?.text).toBe(first)
          expect(reduce(parts, { type: 'segments.merge', ids: ['g1', 'g2'] }, contextOf())).toEqual(before)
        }
      )
    )
  })

  it('cuts what is drawn to the longest time that is free', () => {
    const before = withSegments(segment('g1', 2, 3), segment('g2', 5, 6, { speaker: 'caller' }))
    const add = (wanted: NewSegment, overlap: Config['overlap']) =>
      drawn(run([{ type: 'segment.add', segment: wanted }], before, contextOf({ overlap })))
        .filter(line => line.startsWith('g3'))
        .join()
    expect([
      add(fresh(1, 7), 'none'),
      add(fresh(1, 7), 'speakers'),
      add(fresh(1, 7, 'caller'), 'speakers'),
      add(fresh(1, 7, null), 'speakers'),
      add(fresh(1, 7), 'any'),
      add(fresh(2.1, 2.9), 'none'),
      add(fresh(12, 20), 'none')
    ]).toEqual([
      'g3 3-5 nurse',
      'g3 3-7 nurse',
      'g3 1-5 caller',
      'g3 3-5 nobody',
      'g3 1-7 nurse',
      '',
      'g3 12-12.6 nurse'
    ])
  })

  it('stops an edge at a neighbour that may not be overlapped, and lets one go that overlaps already', () => {
    const before = withSegments(
      segment('g1', 1, 3),
      segment('g2', 4, 6),
      segment('g3', 5, 7, { speaker: 'caller' }),
      segment('g4', 5.5, 8)
    )
    const resize = (id: string, start: number, end: number) =>
      drawn(run([{ type: 'segment.resize', id, start: seconds(start), end: seconds(end) }], before)).find(
        line => line.startsWith(id)
      )
    expect([
      resize('g1', -5, 9),
      resize('g2', 0, 6.5),
      resize('g3', 0, 99),
      resize('g1', 4, 5),
      resize('g4', 6, 8)
    ]).toEqual(['g1 0-4 nurse', 'g2 3-6.5 nurse', 'g3 0-12.6 caller', 'g1 1-3 nurse', 'g4 6-8 nurse'])
  })

  it('moves the edge that two neighbours share, never past either of them or a third', () => {
    const before = withSegments(segment('g1', 1, 3), segment('g2', 3.01, 6), segment('g3', 8, 9))
    const move = (to: number, left = 'g1', right = 'g2') =>
      drawn(run([{ type: 'boundary.move', left, right, to: seconds(to) }], before)).slice(0, 2)
    expect([move(4), move(0), move(99), move(7, 'g2', 'g3'), move(4, 'g2', 'g1')]).toEqual([
      ['g1 1-4 nurse', 'g2 4-6 nurse'],
      ['g1 1-1.001 nurse', 'g2 1.001-6 nurse'],
      ['g1 1-5.999 nurse', 'g2 5.999-6 nurse'],
      ['g1 1-3 nurse', 'g2 3.01-7 nurse'],
      ['g1 1-3 nurse', 'g2 3.01-6 nurse']
    ])
  })

  it('splits a text at the caret, and joins texts as the language writes', () => {
    const before = withSegments(
      segment('g1', 0, 4, { text: 'No, 🩺 no swelling.', kind: 'phone' }),
      segment('g2', 4, 5, { text: '' }),
      segment('g3', 5, 6, { text: 'Fine.' })
    )
    const apart = run([{ type: 'segment.split', id: 'g1', at: seconds(1.5), textAt: 5 }], before)
    const whole = (language: string) =>
      drawn(run([{ type: 'segments.merge', ids: ['g1', 'g2', 'g3'] }], before, contextOf({ language })))
    expect([drawn(apart).slice(0, 2), apart.segments[1]?.kind, whole('en'), whole('ja-JP')]).toEqual([
      ['g1 0-1.5 nurse "No, 🩺"', 'g4 1.5-4 nurse "no swelling."'],
      'phone',
      ['g1 0-6 nurse "No, 🩺 no swelling. Fine."'],
      ['g1 0-6 nurse "No, 🩺 no swelling.Fine."']
    ])
  })

  it('merges over nobody, and gives nobody a speaker who speaks at that time already', () => {
    const before = withSegments(
      segment('g1', 0, 2),
      segment('g2', 1, 3, { speaker: 'caller' }),
      segment('g3', 3, 4),
      segment('g4', 4, 5)
    )
    const after = (command: Command) => drawn(run([command], before)).map(line => line.replace(/ "".*$/, ''))
    expect([
      after({ type: 'segments.merge', ids: ['g1', 'g4'] }),
      after({ type: 'segments.merge', ids: ['g3', 'g4', 'g99'] }),
      after({ type: 'segments.speaker', ids: ['g1', 'g3'], speaker: 'caller' }),
      after({ type: 'segments.speaker', ids: ['g2'], speaker: null })
    ]).toEqual([
      drawn(before),
      ['g1 0-2 nurse', 'g2 1-3 caller', 'g3 3-5 nurse'],
      ['g1 0-2 nurse', 'g2 1-3 caller', 'g3 3-4 caller', 'g4 4-5 nurse'],
      drawn(before)
    ])
  })

  it('gives an id that went to nobody else', () => {
    const before = withSegments(segment('g1', 0, 1), segment('g2', 2, 4), segment('g3', 5, 6))
    const after = run(
      [
        { type: 'segments.remove', ids: ['g1'] },
        { type: 'segment.split', id: 'g2', at: seconds(3), textAt: 0 },
        { type: 'segment.add', segment: fresh(8, 9) }
      ],
      before
    )
    expect(after.segments.map(({ id }) => id)).toEqual(['g2', 'g4', 'g3', 'g5'])
  })

  it('takes no segments where only the whole is asked for, and no transcript where only segments are', () => {
    const add: Command = { type: 'segment.add', segment: fresh(0, 1) }
    const set: Command = { type: 'transcript.set', text: 'Hello.' }
    const nobody: Answer = run([{ type: 'nothing.toggle' }])
    expect([
      run([add, set], nobody, contextOf({ mode: 'whole' })),
      run([set, add], nobody, contextOf({ mode: 'segments' })).transcript,
      run([{ type: 'nothing.toggle' }], nobody)
    ]).toEqual([{ duration, segments: [], transcript: 'Hello.' }, undefined, empty])
  })

  it('adds 20,000 segments that are found by a machine, and types into them, in no time', () => {
    const context = {
      ...contextOf({ overlap: 'none' }),
      item: { ...item, media: { audio: { duration: 100_000 } } }
    }
    const found = Array.from({ length: 20_000 }, (_, n) => fresh(n * 4, n * 4 + 5))
    const started = performance.now()
    let answer = run([{ type: 'segments.add', segments: found }], empty, context)
    for (let n = 0; n < 20; n++)
      answer = run([{ type: 'segment.text', id: 'g19999', text: `word ${n}` }], answer, context)
    const took = performance.now() - started
    expect([answer.segments.length, took < 1500]).toEqual([20_000, true])
  })
})
