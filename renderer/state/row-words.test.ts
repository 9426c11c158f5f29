import { expect, it } from 'vitest'
import type { QueueRow } from '../../electron/api/contract.ts'
import { rowName, secondLine } from './row-words.ts'

const bare: QueueRow = {
  position: 0,
  id: 'street/1.png',
  title: 'street/1.png',
  status: 'todo',
  marks: [],
  others: 0
}
const both = (part: Partial<QueueRow>) => {
  const row = { ...bare, ...part }
  return [rowName(row), secondLine(row)]
}

it('calls a row by its file or its words, and says what was answered, else what the file is', () => {
  const [picture, sound] = [
    { path: 'street/1.png', width: 1600, height: 1000 },
    { path: 'calls/7.wav', duration: 521.6 }
  ]
  expect([
    both({ media: picture }),
    both({ media: picture, said: '10 boxes' }),
    both({ media: picture, said: '', title: 'Morning' }),
    both({ media: { path: 'street/1.png', problem: 'This file is empty.' } }),
    both({ media: sound, id: '7', title: '7' }),
    both({ media: { ...sound, duration: 3723 }, said: '36 of 58 written', title: '7', id: '7' }),
    both({})
  ]).toEqual([
    ['1.png', '1600 × 1000'],
    ['1.png', '10 boxes'],
    ['Morning', '1600 × 1000'],
    ['1.png', 'This file is empty.'],
    ['7', '8:42'],
    ['7', '1:02:03 · 36 of 58 written'],
    ['street/1.png', '']
  ])
})
