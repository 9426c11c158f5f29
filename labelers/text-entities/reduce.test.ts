import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Item } from '../../schemas/item.ts'
import type { Context } from '../kit/labeler.ts'
import { codePoint } from '../kit/offsets.ts'
import { check } from './check.ts'
import { reduce } from './reduce.ts'
import { refusal } from './refusal.ts'
import type { Answer, Command, Config } from './schema.ts'
import { relation } from './spans.ts'

const text = 'Ana 💩 Lima runs the Museum of Lisbon.'
const policies = ['none', 'nested', 'any'] as const

function contextOf(overlap: Config['overlap'], of = text): Context<Config> {
  const item: Item = { id: 'a', source: 'a.txt', fingerprint: '', fields: { text: of }, meta: {} }
  const labels = [
    { id: 'per', name: 'Person', exportIndex: 0 },
    { id: 'org', name: 'Organisation', exportIndex: 1 },
    { id: 'old', name: 'Old', exportIndex: 2, retired: true }
  ]
  return { item, field: 'text', required: false, config: { labels, granularity: 'word', overlap } }
}

const empty: Answer = { offsetUnit: 'codepoint', spans: [] }
const at = (start: number, end: number) => ({ start: codePoint(start), end: codePoint(end) })
const add = (start: number, end: number, label = 'per'): Command => ({
  type: 'span.add',
  ...at(start, end),
  label
})
const run = (context: Context<Config>, ...commands: readonly Command[]) =>
  commands.reduce((answer, command) => reduce(answer, command, context), empty)
const drawn = (answer: Answer) =>
  answer.spans.map(span => `${span.id} ${span.start}-${span.end} ${span.label} ${span.text}`)

describe('labelling words', () => {
  it('keeps spans sorted, numbers them in the order of making and quotes them by code point', () => {
    const answer = run(contextOf('nested'), add(30, 36), add(0, 10), add(20, 36, 'org'), add(4, 5, 'org'))
    expect(drawn(answer)).toEqual([
      's2 0-10 per Ana 💩 Lima',
      's4 4-5 org 💩',
      's3 20-36 org Museum of Lisbon',
      's1 30-36 per Lisbon'
    ])
  })

  it('never uses a number again while a higher one is there', () => {
    const context = contextOf('none')
    const answer = run(context, add(0, 3), add(4, 5), { type: 'span.remove', id: 's1' }, add(6, 10))
    expect(drawn(answer)).toEqual(['s2 4-5 per 💩', 's3 6-10 per Lima'])
  })

  it('relabels, resizes with a new quote, and removes', () => {
    const context = contextOf('none')
    const answer = run(
      context,
      add(0, 3),
      add(20, 26),
      { type: 'span.relabel', id: 's1', label: 'org' },
      { type: 'span.resize', id: 's2', ...at(11, 26) },
      { type: 'span.resize', id: 's1', ...at(4, 10) }
    )
    expect(drawn(answer)).toEqual(['s1 4-10 org 💩 Lima', 's2 11-26 per runs the Museum'])
    expect(drawn(reduce(answer, { type: 'span.remove', id: 's1' }, context))).toEqual([
      's2 11-26 per runs the Museum'
    ])
  })

  it('refuses, with the same answer, what cannot be; and says why', () => {
    const context = contextOf('nested')
    const answer = run(context, add(0, 10), add(20, 36, 'org'))
    const why = (start: number, end: number, label: string) => refusal(answer, at(start, end), label, context)
    const refused: readonly [number, number, string][] = [
      [0, 10, 'per'],
      [6, 15, 'org'],
      [5, 5, 'per'],
      [9, 4, 'per'],
      [30, 99, 'per'],
      [0.5, 2, 'per'],
      [11, 15, 'old'],
      [11, 15, '__proto__']
    ]
    expect(refused.map(args => reduce(answer, add(...args), context) === answer)).toEqual(
      refused.map(() => true)
    )
    expect(refused.map(args => why(...args))).toEqual([
      'These words are labelled Person already.',
      'This crosses "Ana 💩 Lima" (Person); in this task one span must lie inside the other.',
      'A span needs at least one character.',
      'A span needs at least one character.',
      'The span 30 to 99 lies outside the text, which has 37 characters.',
      'A span needs whole numbers for its start and end.',
      'The label "Old" is retired and takes no new spans.',
      'There is no label "__proto__" in this task.'
    ])
    expect(why(4, 10, 'per')).toBeUndefined()
  })

  it('adds all matches as one step and leaves out those that are refused', () => {
    const answer = run(contextOf('none'), add(4, 5, 'org'), {
      type: 'spans.add',
      extents: [at(30, 36), at(0, 3), at(2, 6), at(0, 3), at(3, 5)],
      label: 'per'
    })
    expect(drawn(answer)).toEqual(['s2 0-3 per Ana', 's1 4-5 org 💩', 's3 30-36 per Lisbon'])
  })

  it('holds every policy through any walk: sorted, quoted, unique, and like a plain model', () => {
    const extent = fc.tuple(fc.integer({ min: -1, max: 12 }), fc.integer({ min: 0, max: 12 }))
    const label = fc.constantFrom('per', 'org', 'old', 'none')
    const id = fc.integer({ min: 1, max: 6 }).map(n => `s${n}`)
    const step = fc.oneof(
      fc.record({ type: fc.constant('span.add' as const), extent, label }),
      fc.record({ type: fc.constant('span.resize' as const), id, extent }),
      fc.record({ type: fc.constant('span.relabel' as const), id, label }),
      fc.record({ type: fc.constant('span.remove' as const), id }),
      fc.record({ type: fc.constant('spans.add' as const), extents: fc.array(extent), label })
    )
    fc.assert(
      fc.property(fc.constantFrom(...policies), fc.array(step, { maxLength: 25 }), (overlap, steps) => {
        const context = contextOf(overlap, 'a💩c e\u0301 שלום!')
        const commands = steps.map((each): Command => {
          if (each.type === 'spans.add') return { ...each, extents: each.extents.map(([a, b]) => at(a, b)) }
          return 'extent' in each ? { ...each, ...at(...each.extent) } : each
        })
        for (const [place, command] of commands.entries()) {
          const before = run(context, ...commands.slice(0, place))
          const after = reduce(before, command, context)
          expect(check(after, context)).toEqual([])
          expect(
            after.spans.toSorted(
              (a, b) => a.start - b.start || b.end - a.end || Number(a.id.slice(1)) - Number(b.id.slice(1))
            )
          ).toEqual(after.spans)
          if (command.type === 'span.add') expect(after !== before).toBe(allowed(before, command, overlap))
        }
      })
    )
  })
})

/** The policy in one line per rule, against every other span. */
function allowed(
  answer: Answer,
  command: Extract<Command, { type: 'span.add' }>,
  overlap: Config['overlap']
): boolean {
  const length = Array.from('a💩c e\u0301 שלום!').length
  if (command.label === 'old' || command.label === 'none') return false
  if (command.start < 0 || command.start >= command.end || command.end > length) return false
  return answer.spans.every(span => {
    const lies = relation(command, span)
    if (lies === 'same' && span.label === command.label) return false
    return lies === 'apart' || overlap === 'any' || (overlap === 'nested' && lies !== 'crossing')
  })
}

describe('a text of megabytes with many spans', () => {
  it('takes one more span for a time that grows with the list, and not with its pairs', () => {
    const words = 'word'.padEnd(10).repeat(200_000)
    for (const overlap of policies) {
      const context = contextOf(overlap, words)
      const holding = (count: number) => {
        const extents = Array.from({ length: count }, (_, n) => at(n * 100, n * 100 + 8))
        return reduce(empty, { type: 'spans.add', extents, label: 'per' }, context)
      }
      const cost = (full: Answer) => {
        let answer = full
        let place = 50
        const least = best(() => {
          answer = reduce(answer, add(place, place + 4), context)
          place += 100
        })
        return { least, added: answer.spans.length - full.spans.length }
      }
      const [few, many] = [cost(holding(2_500)), cost(holding(20_000))]
      expect([few.added, many.added]).toEqual([TURNS, TURNS])
      // Eight times the list: 8 times the time, or 64 with pairs. Least times of the same work, so a busy machine changes little.
      expect(many.least / few.least).toBeLessThan(32)
    }
  })
})

const TURNS = 24

function best(work: () => void): number {
  let least = Infinity
  for (let turn = 0; turn < TURNS; turn++) {
    const from = performance.now()
    work()
    least = Math.min(least, performance.now() - from)
  }
  return least
}
