import { expect, test } from 'vitest'
import { rangeOf } from './range.ts'

test('a range header asks for part of a file, or for nothing we serve', () => {
  const headers = [
    'bytes=0-',
    'bytes=2-5',
    'bytes=-3',
    'bytes=8-99',
    'bytes=10-',
    'bytes=5-2',
    'bytes=0-1,4-5',
    'x',
    ''
  ]
  expect(headers.map(header => [header, rangeOf(header, 10)])).toEqual([
    ['bytes=0-', { start: 0, end: 9 }],
    ['bytes=2-5', { start: 2, end: 5 }],
    ['bytes=-3', { start: 7, end: 9 }],
    ['bytes=8-99', { start: 8, end: 9 }],
    ['bytes=10-', 'unsatisfiable'],
    ['bytes=5-2', 'unsatisfiable'],
    ['bytes=0-1,4-5', null],
    ['x', null],
    ['', null]
  ])
})
