/** The words of a text for formats with blanks between columns: parts between white space. */
export const wordsOfText = (text: string): readonly string[] =>
  text.split(/[\s\u0000-\u001f\u0085]+/u).filter(word => word !== '')

export interface TimedWord {
  readonly word: string
  /** Seconds. */
  readonly start: number
  readonly end: number
}

/**
 * Where the words of a segment would be if every character took the same time: nobody marked where they are. To the
 * millisecond where the segment has one for each word; they follow each other and fill the segment.
 */
export function sharedOut(words: readonly string[], start: number, end: number): readonly TimedWord[] {
  const lengths = words.map(word => [...word].length)
  const all = lengths.reduce((sum, length) => sum + length, 0)
  const coarse = (end - start) * 1000 >= words.length * 2
  const at = (characters: number) => {
    const exact = start + ((end - start) * characters) / all
    return coarse ? Math.round(exact * 1000) / 1000 : exact
  }
  let before = 0
  let from = start
  return words.map((word, n) => {
    before += lengths[n] ?? 0
    const to = n === words.length - 1 ? end : Math.min(end, at(before))
    const timed = { word, start: from, end: to }
    from = to
    return timed
  })
}
