import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changeBetween, TypingSteps } from './change.ts'

const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '🩺'), maxLength: 12 })

test('a change, carried out, makes the one text of the other', () => {
  fc.assert(
    fc.property(text, text, fc.nat(12), (before, after, caret) => {
      const { at, gone, came } = changeBetween(before, after, { after: caret }) ?? { at: 0, gone: 0, came: 0 }
      expect(before.slice(0, at) + after.slice(at, at + came) + before.slice(at + gone)).toBe(after)
    })
  )
})

test('beside the same letter the caret tells which came or went', () => {
  expect([
    changeBetween('a  b', 'a   b', { after: 2 }),
    changeBetween('one two three', 'one three', { before: 8 }),
    changeBetween('one three', 'one two three', { before: 4 })
  ]).toEqual([
    { at: 1, gone: 0, came: 1 },
    { at: 4, gone: 4, came: 0 },
    { at: 4, gone: 0, came: 4 }
  ])
})

/** The texts after each step of undo, given all texts one after another. */
function stepsOf(texts: readonly string[]): readonly string[] {
  const steps = new TypingSteps()
  const last = new Map<number, string>()
  let before = ''
  for (const after of texts) {
    const change = changeBetween(before, after)
    if (change !== undefined) last.set(steps.of(change, after), after)
    before = after
  }
  return [...last.values()]
}

const typed = (words: string, start = '') => Array.from(words, (_, n) => start + words.slice(0, n + 1))

test('a word with the blank behind it is one step, and what is taken away another', () => {
  const texts = [...typed('No, no swe'), 'No, no sw', 'No, no s', ...typed('ound. Yes', 'No, no s')]
  expect(stepsOf(texts)).toEqual([
    'No, ',
    'No, no ',
    'No, no swe',
    'No, no s',
    'No, no sound. ',
    'No, no sound. Yes'
  ])
})

test('typing elsewhere, and pasting, are steps of their own', () => {
  expect(stepsOf(['b', 'bc', 'abc', 'abcd', 'abcd pasted words', 'abcd pasted wordss'])).toEqual([
    'bc',
    'abc',
    'abcd',
    'abcd pasted words',
    'abcd pasted wordss'
  ])
})
