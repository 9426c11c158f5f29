import { describe, expect, it } from 'vitest'
import { describe as sentence } from '../../schemas/schema.ts'
import type { Context } from '../kit/labeler.ts'
import { check } from './check.ts'
import { example } from './example.ts'
import { choice } from './labeler.ts'
import { reduce } from './reduce.ts'
import type { Answer, Command, Config } from './schema.ts'

const [item] = example.items
if (item === undefined) throw new Error('an example item')
const context = (more: Partial<Config>, required = true): Context<Config> => ({
  item,
  field: 'text',
  required,
  config: { labels: example.config.labels, multiple: false, ...more }
})
const run = (at: Context<Config>, ...labels: readonly string[]) =>
  labels
    .map((label): Command => ({ type: 'choice.toggle', label }))
    .reduce((answer: Answer, command) => reduce(answer, command, at), { chosen: [] })
    .chosen.join(' ')

describe('choosing', () => {
  it('one replaces the one before; the same again takes it back', () => {
    const one = context({})
    expect([run(one, 'praise'), run(one, 'praise', 'question'), run(one, 'praise', 'praise')]).toEqual([
      'praise',
      'question',
      ''
    ])
  })

  it('several keeps the order of the label set', () => {
    const several = context({ multiple: true })
    expect([run(several, 'praise', 'question'), run(several, 'praise', 'question', 'praise')]).toEqual([
      'question praise',
      'question'
    ])
  })

  it('never takes a retired or unknown label, and lets an old one go', () => {
    const old: Answer = { chosen: ['spam', 'gone'] }
    const several = context({ multiple: true })
    expect([run(several, 'spam'), run(several, '__proto__')]).toEqual(['', ''])
    expect(reduce(old, { type: 'choice.toggle', label: 'spam' }, several)).toEqual({ chosen: ['gone'] })
    expect(reduce(old, { type: 'choice.toggle', label: 'praise' }, several)).toEqual({
      chosen: ['praise', 'spam', 'gone']
    })
  })
})

describe('what a choice needs to be complete', () => {
  const said = (chosen: string[], at: Context<Config>) => check({ chosen }, at).map(sentence)

  it('is said in a sentence', () => {
    const bounds = context({ multiple: true, min: 2, max: 3 })
    expect([
      said([], context({})),
      said([], context({}, false)),
      said([], context({ multiple: true })),
      said(['praise', 'question'], context({})),
      said(['praise'], bounds),
      said([], context({ multiple: true, min: 2 }, false)),
      said(['question', 'complaint', 'praise', 'spam'], bounds),
      said(['gone'], context({})),
      said(['spam'], context({}))
    ]).toEqual([
      ['/chosen: Choose one.'],
      [],
      ['/chosen: Choose at least one.'],
      ['/chosen: Only one can be chosen, and 2 are.'],
      ['/chosen: Choose at least 2; 1 is chosen.'],
      [],
      ['/chosen: Choose at most 3; 4 are chosen.'],
      ['/chosen/0: "gone" is not a label of this task.'],
      []
    ])
  })
})

describe('a config of a choice', () => {
  it('is told of bounds that nobody can meet', () => {
    const { labels } = example.config
    const said = (config: Omit<Config, 'labels'>) => choice.checkConfig({ labels, ...config }).map(sentence)
    expect([
      said({ multiple: false, min: 2 }),
      said({ multiple: true, min: 3, max: 2 }),
      said({ multiple: true, min: 4, autoAdvance: true }),
      said({ multiple: false, autoAdvance: true })
    ]).toEqual([
      ['/min: With "multiple": false nobody can choose 2.'],
      ['/min: At least 3 and at most 2 cannot both hold.'],
      [
        '/min: At least 4 must be chosen, and there are only 3 labels.',
        '/autoAdvance: Going on by itself works with a single choice only.'
      ],
      []
    ])
  })
})

describe('what a choice says of itself', () => {
  it('is names in order, classes by number, and agreement as shared labels', () => {
    const a: Answer = { chosen: ['question', 'praise'] }
    const b: Answer = { chosen: ['praise'] }
    const at = context({ multiple: true })
    expect({
      summary: choice.summary(a, at.config),
      categories: choice.categories?.(a, at.config),
      set: choice.categorySet?.(at.config),
      agreement: [
        choice.agreement.compare(a, b, at),
        choice.agreement.compare({ chosen: [] }, b, at),
        choice.agreement.compare({ chosen: [] }, { chosen: [] }, at)
      ]
    }).toEqual({
      summary: 'Question, Praise',
      categories: ['Question', 'Praise'],
      set: { names: ['Question', 'Praise', 'Complaint', 'Spam'], exclusive: false },
      agreement: [0.5, 0, 1]
    })
  })
})
