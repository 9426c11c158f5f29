const characters = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** The badge of a label: its key (`⇧1` for Shift and 1), else the first two characters of its name. */
export function badgeOf(name: string, key: string | undefined): string {
  if (key === undefined || key === '')
    return Array.from(characters.segment(name.trim()), each => each.segment)
      .slice(0, 2)
      .join('')
  const parts = key.split(/\+(?=.)/)
  return parts.map(part => (part === 'Shift' ? '⇧' : part.toUpperCase())).join('')
}
