import { expect, test } from 'vitest'
import { offsetsOf, utf16 } from '../../kit/offsets.ts'
import type { Span } from '../schema.ts'
import { groupsOf } from './groups.ts'
import { paragraphsOf } from './paragraphs.ts'

const text = 'one 👩 two\n\nthree four\nfive'
const offsets = offsetsOf(text)
const span = (id: string, words: string): Span => {
  const at = text.indexOf(words)
  const [start, end] = [offsets.toCodePoint(utf16(at)), offsets.toCodePoint(utf16(at + words.length))]
  return { id, start, end, label: 'a', text: words }
}
const spans = [span('s1', '👩 two'), span('s2', 'two'), span('s3', 'four\nfive')]

test('a span is in every paragraph it touches, and a paragraph is as deep as its lanes', () => {
  const groups = groupsOf(spans, paragraphsOf(text), offsets, new Map())
  expect([...groups].map(([index, group]) => [index, group.spans.map(each => each.id), group.depth])).toEqual(
    [
      [0, ['s1', 's2'], 2],
      [2, ['s3'], 1],
      [3, ['s3'], 1]
    ]
  )
})

test('a paragraph whose spans did not change keeps its very group', () => {
  const before = groupsOf(spans, paragraphsOf(text), offsets, new Map())
  const after = groupsOf([...spans, span('s4', 'five')], paragraphsOf(text), offsets, before)
  expect([0, 2, 3].map(index => after.get(index) === before.get(index))).toEqual([true, true, false])
})
