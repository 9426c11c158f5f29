import { expect, it } from 'vitest'
import type { Item } from '../../schemas/item.ts'
import { emptyAnswers } from './missing.ts'
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
