/** What `folded` does to a text before two are compared, for people to read. */
export const normaliser = 'NFC, case folded, apostrophes out, other punctuation and blanks as one blank'

/**
 * A text as it is compared: how it is written does not count, what is said does. Numbers keep their points and commas
 * inside. Never what is stored.
 */
export function folded(text: string): string {
  return (
    text
      .normalize('NFC')
      // Upper case first: that is how `ß` meets `SS`.
      .toUpperCase()
      .toLowerCase()
      .normalize('NFC')
      .replace(/[\u0027\u2019\u2018\u02BC\uFF07]/gu, '')
      .replace(/(?<!\p{Nd})[.,]|[.,](?!\p{Nd})|(?![.,])\p{P}/gu, ' ')
      .replace(/\s+/gu, ' ')
      .trim()
  )
}

/** A word where it stands in a text, in UTF-16, and as it is compared. */
export interface Word {
  readonly start: number
  readonly end: number
  readonly folded: string
}

/** The words of a text as it is written, in order: what a difference of two texts is drawn from. */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = []
  for (const match of text.matchAll(/\S+/gu)) {
    const start = match.index
    const end = start + match[0].length
    const said = folded(match[0])
    // `well-known` is compared as two words, and stands in the text as one.
    if (said !== '') for (const part of said.split(' ')) words.push({ start, end, folded: part })
  }
  return words
}
