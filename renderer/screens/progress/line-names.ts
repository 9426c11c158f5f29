const LONGEST = 12
const LETTER = 6.5

/** A name as it stands at the end of a line: a long one loses its middle, because numbered names differ at their end. */
export function nameAtLine(name: string): string {
  const letters = [...name]
  if (letters.length <= LONGEST) return name
  return `${letters.slice(0, 6).join('')}…${letters.slice(-5).join('')}`
}

/** Room for the widest of these names behind a line, in pixels. */
export function roomForNames(names: readonly string[]): number {
  const longest = Math.max(0, ...names.map(name => [...nameAtLine(name)].length))
  return 16 + Math.ceil(longest * LETTER)
}
