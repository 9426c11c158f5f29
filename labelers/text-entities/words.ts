/*
 * Words and characters as a person sees them, in any script. Offsets are UTF-16 into the text given, which should be one
 * paragraph: segmenting costs about a microsecond per character.
 */

export interface Stretch {
  readonly start: number
  readonly end: number
}

const words = new Intl.Segmenter('en', { granularity: 'word' })
const characters = new Intl.Segmenter('en', { granularity: 'grapheme' })

const remembered = new Map<string, readonly Stretch[]>()

/** The words of a paragraph in order: what the dictionary of its script calls words, and symbols such as emoji. */
export function wordsOf(text: string): readonly Stretch[] {
  const known = remembered.get(text)
  if (known !== undefined) return known
  const found: Stretch[] = []
  for (const { segment, index, isWordLike } of words.segment(text))
    if (isWordLike === true || /[\p{L}\p{N}\p{S}\p{Extended_Pictographic}]/u.test(segment))
      found.push({ start: index, end: index + segment.length })
  if (remembered.size >= 32) remembered.delete(remembered.keys().next().value ?? '')
  remembered.set(text, found)
  return found
}

/** The word around an offset; between two words that touch, the one before. */
export function wordAt(text: string, at: number): Stretch | undefined {
  return (
    wordsOf(text).find(word => word.start < at && at <= word.end) ??
    wordsOf(text).find(word => word.start === at)
  )
}

/** The first word that ends after an offset. */
export function wordAfter(text: string, at: number): Stretch | undefined {
  return wordsOf(text).find(word => word.end > at)
}

/** The last word that starts before an offset. */
export function wordBefore(text: string, at: number): Stretch | undefined {
  return wordsOf(text).findLast(word => word.start < at)
}

/** Where the character that holds or follows an offset ends; the end of the text stays. */
export function characterEnd(text: string, at: number): number {
  if (at >= text.length) return text.length
  const character = characters.segment(text).containing(Math.max(0, at))
  return character === undefined ? text.length : character.index + character.segment.length
}

/** Where the character before an offset starts; 0 stays. */
export function characterStart(text: string, at: number): number {
  return at <= 0 ? 0 : (characters.segment(text).containing(Math.min(at, text.length) - 1)?.index ?? 0)
}

/** A selection's start, moved out to the word or character it cuts. */
export function snapStart(text: string, at: number, by: 'word' | 'character'): number {
  const whole = by === 'word' ? wordsOf(text).find(word => word.start < at && at < word.end) : undefined
  if (whole !== undefined) return whole.start
  return at >= text.length ? text.length : (characters.segment(text).containing(Math.max(0, at))?.index ?? at)
}

/** A selection's end, moved out to the word or character it cuts. */
export function snapEnd(text: string, at: number, by: 'word' | 'character'): number {
  const whole = by === 'word' ? wordsOf(text).find(word => word.start < at && at < word.end) : undefined
  if (whole !== undefined) return whole.end
  return at <= 0 ? 0 : characterEnd(text, Math.min(at, text.length) - 1)
}
