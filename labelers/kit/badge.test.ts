import { expect, test } from 'vitest'
import { badgeOf } from './badge.ts'

test('a badge shows the key as on the cap, else how the name begins', () => {
  const badges = [
    badgeOf('Person', 'p'),
    badgeOf('Law', 'Shift+1'),
    badgeOf('Mu\u0308ll', ''),
    badgeOf('👩‍🚀 crew', undefined)
  ]
  expect(badges).toEqual(['P', '⇧1', 'Mu\u0308', '👩‍🚀 '])
})
