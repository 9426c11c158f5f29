import { expect, test } from 'vitest'
import { looksOf } from './looks.ts'

test('a label the task does not know is grey and called by its id', () => {
  const looks = looksOf([{ id: 'a', name: '__proto__', exportIndex: 0 }], ['1'])
  expect([looks('a'), looks('constructor')]).toEqual([
    { color: 1, badge: '1', name: '__proto__' },
    { color: 0, badge: '?', name: 'constructor' }
  ])
})
