import { expect, test } from 'vitest'
import { badgeOf, looksOf } from './looks.ts'

test('a badge shows the key as on the cap, else how the name begins', () => {
  const badges = [
    badgeOf('Person', 'p'),
    badgeOf('Law', 'Shift+1'),
    badgeOf('Mu\u0308ll', ''),
    badgeOf('👩‍🚀 crew', undefined)
  ]
  expect(badges).toEqual(['P', '⇧1', 'Mu\u0308', '👩‍🚀 '])
})

test('a label the task does not know is grey and called by its id', () => {
  const looks = looksOf([{ id: 'a', name: '__proto__', exportIndex: 0 }], ['1'])
  expect([looks('a'), looks('constructor')]).toEqual([
    { color: 1, badge: '1', name: '__proto__' },
    { color: 0, badge: '?', name: 'constructor' }
  ])
})
