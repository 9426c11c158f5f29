const words = new Map([
  ['Shift', '⇧'],
  ['Enter', '↵'],
  ['ArrowLeft', '←'],
  ['ArrowRight', '→'],
  ['ArrowUp', '↑'],
  ['ArrowDown', '↓'],
  ['Escape', 'Esc'],
  ['Delete', 'Del'],
  ['Backspace', '⌫'],
  ['PageUp', 'PgUp'],
  ['PageDown', 'PgDn']
])
const spoken = new Map([
  ['⇧', 'Shift'],
  ['↵', 'Enter'],
  ['←', 'Left'],
  ['→', 'Right'],
  ['↑', 'Up'],
  ['↓', 'Down'],
  ['⌫', 'Backspace']
])

/** The parts of a key as the registry writes it, as caps show them: `Ctrl+Shift+f` gives `Ctrl`, `⇧`, `F`. */
export function capParts(keys: string): readonly string[] {
  const parts = keys === '+' ? ['+'] : keys.split(/\+(?=.)/)
  return parts.map(part => words.get(part) ?? (part.length === 1 ? part.toUpperCase() : part))
}

/** A key in words, for screen readers and tooltips: `Ctrl+Shift+F`. */
export function keyInWords(keys: string): string {
  return capParts(keys)
    .map(part => spoken.get(part) ?? part)
    .join('+')
}
