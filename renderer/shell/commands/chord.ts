/*
 * A chord is a key with its modifiers as one string: `Ctrl+Enter`, `Shift+d`, `{`, `Space`.
 * Letters are lower case, symbols stand for themselves without Shift, named keys are the DOM's.
 */

/** What of a keyboard event decides its chord. */
export interface KeyPress {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  getModifierState?(name: string): boolean
}

const modifierKeys = new Set([
  'Control',
  'Shift',
  'Alt',
  'Meta',
  'AltGraph',
  'CapsLock',
  'NumLock',
  'Fn',
  'OS'
])
const modifierOrder = ['Ctrl', 'Alt', 'Shift']

/** A key as people and schemas write it, in the one form the registry compares: `shift+D` and `Shift+d` are one. */
export function normalChord(written: string): string {
  const parts = written === '+' || written === ' ' ? [written] : written.split(/\+(?=.)/)
  const key = parts.at(-1) ?? ''
  const held = new Set(parts.slice(0, -1).map(part => canonicalModifier(part)))
  return [...modifierOrder.filter(name => held.has(name)), canonicalKey(key)].join('+')
}

function canonicalModifier(name: string): string {
  const lower = name.toLowerCase()
  if (lower === 'control' || lower === 'cmd' || lower === 'meta' || lower === 'mod') return 'Ctrl'
  return lower.charAt(0).toUpperCase() + lower.slice(1)
}

function canonicalKey(key: string): string {
  if (key === ' ') return 'Space'
  return [...key].length === 1 ? key.toLowerCase() : key
}

/**
 * The chords a key press may mean, the likeliest first. Letters and digits are what the layout types; where it types
 * neither (Cyrillic, AZERTY's top row) the place on the keyboard decides. Empty for a modifier alone.
 */
export function chordsOf(press: KeyPress): readonly string[] {
  const { key, code } = press
  if (modifierKeys.has(key) || key === 'Dead' || key === 'Process' || key === 'Unidentified') return []
  const typedWithAltGr = press.getModifierState?.('AltGraph') === true && [...key].length === 1
  const ctrl = !typedWithAltGr && (press.ctrlKey || press.metaKey)
  const alt = !typedWithAltGr && press.altKey
  const chord = (name: string, shift: boolean) =>
    [ctrl && 'Ctrl', alt && 'Alt', shift && 'Shift', name].filter(part => part !== false).join('+')

  const name = canonicalKey(key)
  if ([...name].length > 1 || /^[a-z0-9]$/.test(name)) return [chord(name, press.shiftKey)]
  const place = /^(?:Key([A-Z])|Digit([0-9]))$/.exec(code)
  const byPlace = place === null ? [] : [chord((place[1] ?? place[2] ?? '').toLowerCase(), press.shiftKey)]
  const isLetter = /^\p{L}$/u.test(name)
  return isLetter ? [chord(name, press.shiftKey), ...byPlace] : [chord(name, false), ...byPlace]
}

/** A letter alone: acts from every task of an item. */
export function isSingleLetter(chord: string): boolean {
  return /^\p{L}$/u.test(chord)
}

/** A key that puts a character or a line into a text field. */
export function writes(chord: string): boolean {
  const [, key = ''] = /^(?:Shift\+)?(.+)$/.exec(chord) ?? []
  return [...key].length === 1 || key === 'Space' || key === 'Enter'
}

const fieldEditing = new Set(
  [
    'a',
    'c',
    'v',
    'x',
    'z',
    'y',
    'Shift+z',
    'Shift+v',
    'ArrowLeft',
    'ArrowRight',
    'ArrowUp',
    'ArrowDown',
    'Home',
    'End'
  ]
    .concat(['Backspace', 'Delete', 'Shift+ArrowLeft', 'Shift+ArrowRight', 'Shift+Home', 'Shift+End'])
    .map(key => `Ctrl+${key}`)
)

/** Whether a chord is a command even while a text field is typed in; all others are the field's own. */
export function actsWhileTyping(chord: string): boolean {
  if (chord.startsWith('Ctrl+')) return !fieldEditing.has(chord)
  return /^(?:Shift\+)?F\d+$/.test(chord) || /^Alt\+(?:Arrow\w+|Home|End|PageUp|PageDown)$/.test(chord)
}
