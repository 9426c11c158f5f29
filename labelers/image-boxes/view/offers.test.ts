import { expect, test } from 'vitest'
import type { Attribute } from '../schema.ts'
import { offerFor, offersOf } from './offers.ts'

const choice = (id: string, count: number): Attribute => ({
  id,
  name: id,
  kind: 'choice',
  values: Array.from({ length: count }, (_, at) => `v${at + 1}`)
})
const cut: Attribute = { id: 'cut', name: 'Cut', kind: 'boolean' }
const note: Attribute = { id: 'note', name: 'Note', kind: 'text' }
const drawn = (attributes: readonly Attribute[]) =>
  offersOf(attributes).map(({ attribute, value, digit }) => `${digit ?? '-'} ${attribute.id} ${value}`)

test('digits count through all attributes while nine are enough', () => {
  expect(drawn([choice('part', 3), note, cut])).toEqual(['1 part v1', '2 part v2', '3 part v3', '4 cut true'])
})

test('with more, each attribute begins at one and the digit means the one that has the keys', () => {
  const part = choice('part', 10)
  const offers = offersOf([part, cut])
  expect(drawn([part, cut]).slice(-3)).toEqual(['9 part v9', '- part v10', '1 cut true'])
  const meant = [offerFor(offers, '1', part), offerFor(offers, '1', cut), offerFor(offers, '1', undefined)]
  expect(meant.map(offer => offer?.attribute.id)).toEqual(['part', 'cut', undefined])
})
