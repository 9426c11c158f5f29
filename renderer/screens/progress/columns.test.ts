import { expect, it } from 'vitest'
import { dealt } from './columns.ts'

const panels = [
  { panel: 'charts', height: 380 },
  { panel: 'annotators', height: 120 },
  { panel: 'entities', height: 300 },
  { panel: 'mood', height: 100 }
]

it('deals panels to where there is room, and makes no empty column', () => {
  expect([1, 2, 3, 6].map(columns => dealt(panels, columns))).toEqual([
    [['charts', 'annotators', 'entities', 'mood']],
    [
      ['charts', 'mood'],
      ['annotators', 'entities']
    ],
    [['charts'], ['annotators', 'mood'], ['entities']],
    [['charts'], ['annotators'], ['entities'], ['mood']]
  ])
})
