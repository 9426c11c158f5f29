import { expect, test } from 'vitest'
import { findAll } from './find-all.ts'

test('capital letters do not matter, places do not overlap, and there is a limit', () => {
  expect([findAll('Aa aA aaa', 'AA', 9), findAll('aaaa', 'a', 2), findAll('a', '', 9)]).toEqual([
    [0, 3, 6],
    [0, 1],
    []
  ])
})

test('a letter that grows when it is made small moves nothing', () => {
  expect(findAll('İİ Ankara', 'ankara', 9)).toEqual([3])
})

test('signs of patterns are only signs', () => {
  expect(findAll('a.c abc (', '.', 9)).toEqual([1])
})
