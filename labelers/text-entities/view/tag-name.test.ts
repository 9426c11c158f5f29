import { expect, it } from 'vitest'
import { cutName } from './tag-name.ts'

it('cuts the name on a tag at its end, between characters, to the room and to what reads at a glance', () => {
  const names = ['Person', 'Organisation', '👩👧👦👩👧👦👩👧👦👩👧👦', 'x'.repeat(200)]
  expect(names.map(name => [cutName(name, 50), cutName(name, 1000).length])).toEqual([
    ['Person', 6],
    ['Organisat…', 12],
    ['👩👧👦👩👧👦👩👧👦…', 24],
    ['xxxxxxxxx…', 32]
  ])
})
