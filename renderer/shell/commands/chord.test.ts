import { describe, expect, it } from 'vitest'
import { actsWhileTyping, chordsOf, type KeyPress, normalChord } from './chord.ts'

const press = (key: string, code: string, held = '', altGr = false): KeyPress => ({
  key,
  code,
  ctrlKey: held.includes('c'),
  metaKey: held.includes('m'),
  altKey: held.includes('a'),
  shiftKey: held.includes('s'),
  getModifierState: name => altGr && name === 'AltGraph'
})

describe('the chords of a key press', () => {
  it.each([
    ['a letter', press('d', 'KeyD'), 'd'],
    ['a letter with Shift', press('D', 'KeyD', 's'), 'Shift+d'],
    ['a letter with Caps Lock on', press('D', 'KeyD'), 'd'],
    ['the command key of a Mac', press('k', 'KeyK', 'm'), 'Ctrl+k'],
    ['Enter with Ctrl', press('Enter', 'Enter', 'c'), 'Ctrl+Enter'],
    ['the space bar', press(' ', 'Space'), 'Space'],
    ['a digit of the number pad', press('1', 'Numpad1'), '1'],
    ['Shift and a digit key: the symbol, then the place', press('!', 'Digit1', 's'), '! Shift+1'],
    ['a digit key of AZERTY: the symbol, then the place', press('&', 'Digit1'), '& 1'],
    ['a digit AZERTY types with Shift', press('1', 'Digit1', 's'), 'Shift+1'],
    ['Alt and a digit on a Mac', press('¡', 'Digit1', 'a'), 'Alt+¡ Alt+1'],
    ['Cyrillic: the letter, then the place', press('ф', 'KeyA'), 'ф a'],
    ['AZERTY: the letter typed, not its place', press('a', 'KeyQ'), 'a'],
    ['a brace', press('{', 'BracketLeft', 's'), '{'],
    ['a brace that needs AltGr', press('{', 'Digit7', 'ca', true), '{ 7'],
    ['Ctrl and a brace', press('{', 'BracketLeft', 'cs'), 'Ctrl+{'],
    ['a modifier alone', press('Shift', 'ShiftLeft', 's'), ''],
    ['a dead key', press('Dead', 'Quote'), '']
  ])('%s', (_name, event, chords) => {
    expect(chordsOf(event).join(' ')).toBe(chords)
  })
})

it('writes a key in one form however a person wrote it', () => {
  const written = ['D', 'Shift+D', 'shift+ctrl+F', ' ', '+', 'Ctrl++', 'cmd+Enter', 'Alt+ArrowLeft', '{', 'É']
  expect(written.map(normalChord)).toEqual([
    'd',
    'Shift+d',
    'Ctrl+Shift+f',
    'Space',
    '+',
    'Ctrl++',
    'Ctrl+Enter',
    'Alt+ArrowLeft',
    '{',
    'é'
  ])
})

it('leaves editing keys and plain keys to a text field', () => {
  const chords = [
    'd',
    'Shift+d',
    'Enter',
    'Ctrl+z',
    'Ctrl+ArrowRight',
    'Ctrl+Enter',
    'Ctrl+k',
    'F2',
    'Alt+ArrowDown',
    'Alt+Home',
    'Alt+1',
    'Alt+Backspace'
  ]
  expect(chords.filter(actsWhileTyping)).toEqual(['Ctrl+Enter', 'Ctrl+k', 'F2', 'Alt+ArrowDown', 'Alt+Home'])
})
