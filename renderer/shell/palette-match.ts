/** What the palette knows a command by. */
export interface Findable {
  readonly title: string
  /** Its heading and further words it is found under. */
  readonly also: string
}

const ofTitle = { whole: 1, start: 0.9, words: 0.8, inside: 0.6 }
const ofOther = 0.3

/**
 * How well a command answers a query, 0 (not at all) to 1. Each word of the query has to begin a word of the title or of its
 * other words, or to stand in the title as it is: letters scattered over a title are no match.
 */
export function matchOf({ title, also }: Findable, query: string): number {
  const wanted = wordsOf(query)
  if (wanted.length === 0) return 1
  const name = title.toLowerCase()
  const whole = wanted.join(' ')
  if (name === whole) return ofTitle.whole
  if (name.startsWith(whole)) return ofTitle.start
  const own = wordsOf(name)
  const others = wordsOf(also.toLowerCase())
  const begins = (words: readonly string[], part: string) => words.some(word => word.startsWith(part))
  if (wanted.every(part => begins(own, part))) return ofTitle.words
  if (wanted.every(part => begins(own, part) || name.includes(part))) return ofTitle.inside
  return wanted.every(part => begins(own, part) || name.includes(part) || begins(others, part)) ? ofOther : 0
}

const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[\s,;:.…()/]+/u)
    .filter(word => word !== '')
