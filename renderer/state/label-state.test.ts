import { expect, it } from 'vitest'
import type { Item } from '../../schemas/item.ts'
import { emptyAnswers, missingOf, missingSentence } from './missing.ts'
import { submitted, untouched, withAnswer } from './label-state.ts'

const task = (id: string, labeler: string) => ({
  id,
  title: id,
  labeler,
  labelerVersion: 1,
  field: 'text',
  config: { labels: [], multiple: true }
})
const tasks = [task('entities', 'text-entities'), task('__proto__', 'choice'), task('wheel', 'emotion-wheel')]
const item: Item = {
  id: 'u1',
  source: 'a.csv',
  fingerprint: `sha256:${'0'.repeat(64)}`,
  fields: { text: 'so' },
  meta: {}
}

it('answers every task on submit: with what was given, else with nothing at all', () => {
  const empty = emptyAnswers(tasks, item)
  const chosen = withAnswer(untouched, '__proto__', { chosen: ['kind'] }, false)
  const noSpans = '"entities":{"offsetUnit":"codepoint","spans":[]}'
  expect(
    [submitted(untouched, empty), submitted(chosen, empty)].map(after => JSON.stringify(after.answers))
  ).toEqual([`{${noSpans},"__proto__":{"chosen":[]}}`, `{${noSpans},"__proto__":{"chosen":["kind"]}}`])
})

it('says what is missing as people do', () => {
  const asked = (...titles: string[]) =>
    titles.map(title => ({ ...task(title, 'choice'), title, required: true, config: sides }))
  const sides = { labels: [{ id: 'up', name: 'Up', exportIndex: 0 }], multiple: true, min: 2 }
  const said = (titles: readonly string[], chosen: readonly string[] = []) => {
    const questions = asked(...titles)
    const state = { ...untouched, answers: Object.fromEntries(chosen.map(id => [id, { chosen: ['up'] }])) }
    const sentence = missingSentence(missingOf(questions, item, state), item, state)
    return sentence === null ? null : `${sentence.text} ${sentence.task?.title ?? '-'} +${sentence.more}`
  }
  expect([
    said(['Sentiment']),
    said(['Intent', 'Sentiment', 'URL']),
    said(['Intent', 'Sentiment'], ['Intent']),
    said([])
  ]).toEqual([
    'Sentiment is missing: Sentiment +0',
    'Intent, sentiment and URL are missing - +0',
    'Intent: Choose at least 2; 1 is chosen. - +1',
    null
  ])
})
