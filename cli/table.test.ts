import { expect, it } from 'vitest'
import { table } from './table.ts'

it('lines up columns by the cells of a terminal, numbers to the right', () => {
  const rows = [
    ['Good', '1'],
    ['悪い', '12'],
    ['Mu\u0308ll 🚀', '123']
  ]
  expect(table(['label', 'uses'], rows, new Set([1]))).toEqual([
    'label    uses',
    'Good        1',
    '悪い       12',
    'Mu\u0308ll 🚀   123'
  ])
})
