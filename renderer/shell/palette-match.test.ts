import { expect, it } from 'vitest'
import { matchOf } from './palette-match.ts'

const commands = [
  { title: 'Start of the line, then of the paragraph', also: 'Words' },
  { title: 'Show only items that are flagged', also: 'Queue' },
  { title: 'Flag this item', also: 'Item' },
  { title: 'Light or dark', also: 'Window theme' },
  { title: 'Label 6', also: 'Labels' },
  { title: 'Person', also: 'Labels' },
  { title: 'مكان', also: 'Labels' }
]
const found = (query: string) =>
  commands
    .map(command => ({ title: command.title, match: matchOf(command, query) }))
    .filter(({ match }) => match > 0)
    .sort((a, b) => b.match - a.match)
    .map(({ title }) => title)

it('finds commands by the beginnings of words, titles first, and never by scattered letters', () => {
  expect(
    Object.fromEntries(['flag', 'item flag', 'theme', 'label', 'erso', 'مك', 'sotl'].map(q => [q, found(q)]))
  ).toEqual({
    flag: ['Flag this item', 'Show only items that are flagged'],
    'item flag': ['Show only items that are flagged', 'Flag this item'],
    theme: ['Light or dark'],
    label: ['Label 6', 'Person', 'مكان'],
    erso: ['Person'],
    مك: ['مكان'],
    sotl: []
  })
})

it('lists everything while nothing is asked for', () => {
  expect(found('  ')).toEqual(commands.map(({ title }) => title))
})
