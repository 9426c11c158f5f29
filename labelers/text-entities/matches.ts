import { fieldOffsets, fieldText } from '../kit/field-text.ts'
import type { Context } from '../kit/labeler.ts'
import { utf16 } from '../kit/offsets.ts'
import { refusal } from './refusal.ts'
import type { Answer, Config, Extent } from './schema.ts'
import { isCharacterEdge } from './words.ts'

/**
 * Every place of the item's text that reads exactly `words` and can take the label: not labelled so already, not
 * against the overlap policy. Places do not overlap each other and never split a character.
 * @param wholeWords leaves out places inside a longer word, in scripts that put spaces between words
 */
export function matchesOf(
  words: string,
  label: string,
  answer: Answer,
  context: Context<Config>,
  wholeWords = false
): readonly Extent[] {
  if (words === '') return []
  const text = fieldText(context.item, context.field)
  const offsets = fieldOffsets(context.item, context.field)
  const found: Extent[] = []
  for (let at = text.indexOf(words); at !== -1;) {
    const end = at + words.length
    const fits =
      isCharacterEdge(text, at) &&
      isCharacterEdge(text, end) &&
      (!wholeWords || (!joined(text, at) && !joined(text, end)))
    const extent = { start: offsets.toCodePoint(utf16(at)), end: offsets.toCodePoint(utf16(end)) }
    const taken = fits && refusal(answer, extent, label, context) === undefined
    if (taken) found.push(extent)
    at = text.indexOf(words, taken ? end : at + 1)
  }
  return found
}

const spaced =
  /(?![\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}])[\p{L}\p{M}\p{N}_]/u

/** Whether letters of one word stand on both sides of an offset. */
function joined(text: string, at: number): boolean {
  const before = characterBefore(text, at)
  const after = text.codePointAt(at)
  return (
    before !== '' && after !== undefined && spaced.test(before) && spaced.test(String.fromCodePoint(after))
  )
}

function characterBefore(text: string, at: number): string {
  const pair = text.slice(Math.max(0, at - 2), at)
  const code = pair.length === 2 ? (pair.codePointAt(0) ?? 0) : 0
  return code > 0xffff ? pair : pair.slice(-1)
}
