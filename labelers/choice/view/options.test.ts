import { expect, test } from 'vitest'
import { labelSet } from '../../../schemas/label-set.ts'
import { inColumns, matching, optionsOf, segmented } from './options.ts'

const config = { labels: labelSet(['Book a table', 'Play music', '=1+1', '__proto__']), multiple: false }

test('what an old answer holds stays in sight, offered or not', () => {
  const [first, second, ...rest] = config.labels
  const retired = {
    ...config,
    labels: [{ ...first!, retired: true }, { ...second!, retired: true }, ...rest]
  }
  const options = optionsOf(retired, { chosen: [first!.id, 'gone'] })
  expect(options.map(option => option.name)).toEqual(['Book a table', '=1+1', '__proto__', 'gone'])
})

test('a search keeps the options with all its words, in their own order', () => {
  expect(matching(config.labels, ' A  b ').map(option => option.name)).toEqual(['Book a table'])
})

test('options stand side by side where their names fit in a row, at most four', () => {
  const side = [
    ['Negative', 'Neutral', 'Positive'],
    ['Displeased', 'Neutral', 'Pleased'],
    ['Symptoms', 'Prescription', 'Appointment', 'Other'],
    ['a', 'b', 'c', 'd', 'e']
  ].map(names => segmented(labelSet(names)))
  expect(side).toEqual([true, true, false, false])
})

test('options stand in two columns where their names fit, shorter ones where they are more than twelve', () => {
  const named = (count: number, name: string) =>
    labelSet(Array.from({ length: count }, (_, at) => `${name} ${at + 1}`))
  expect([
    inColumns(named(2, 'Topic')),
    inColumns(named(5, 'Topic')),
    inColumns(named(12, 'A name that is far too long')),
    inColumns(named(13, 'Topic')),
    inColumns(named(13, 'Option number'))
  ]).toEqual([false, true, false, true, false])
})
