import { codePoint, utf16 } from '../kit/offsets.ts'
import { offsetsOf } from '../kit/offsets.ts'
import type { Extent } from './schema.ts'

/** Named in export manifests: the same name means the same tokens. */
export const TOKENIZER = 'goldset-words/1'

/*
 * A run of letters, marks and digits, with apostrophes inside it (it's, l'eau); one character of a script that
 * writes without spaces; any other visible character by itself.
 * Not Intl.Segmenter: it differs between versions of Node and Electron, and exports must not.
 */
const token =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]\p{M}*|(?:(?![\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}])[\p{L}\p{M}\p{N}])+(?:['’](?:(?![\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}])[\p{L}\p{M}])+)*|\S\p{M}*/gu

/** The tokens of a text, in order. White space belongs to none; every other character belongs to one. */
export function tokenize(text: string): readonly Extent[] {
  const offsets = offsetsOf(text)
  const tokens: Extent[] = []
  for (const match of text.matchAll(token)) {
    tokens.push({
      start: offsets.toCodePoint(utf16(match.index)),
      end: offsets.toCodePoint(utf16(match.index + match[0].length))
    })
  }
  return tokens
}

/** Tokens that came with the item, if they fit the text: in order, apart, not empty. */
export function givenTokens(
  tokens: readonly (readonly [number, number])[] | undefined,
  length: number
): readonly Extent[] | undefined {
  if (tokens === undefined) return undefined
  let last = 0
  for (const [start, end] of tokens) {
    if (start < last || end <= start || end > length) return undefined
    last = end
  }
  return tokens.map(([start, end]) => ({ start: codePoint(start), end: codePoint(end) }))
}
