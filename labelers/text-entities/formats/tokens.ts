import type { Item } from '../../../schemas/item.ts'
import { isBlank } from '../../kit/blanks.ts'
import { fieldOffsets, fieldText } from '../../kit/field-text.ts'
import { type Offsets, codePoint } from '../../kit/offsets.ts'
import type { Extent } from '../schema.ts'
import { givenTokens, tokenize } from '../tokenize.ts'

/** The tokens that came with the item, else those of our tokenizer. */
export function tokensOf(item: Item, field: string): readonly Extent[] {
  return givenTokens(item.tokens, fieldOffsets(item, field).length) ?? tokenize(fieldText(item, field))
}

/** Tokens cut at white space, for formats whose tokens may hold none. Tokens of white space alone are gone. */
export function withoutBlanks(tokens: readonly Extent[], offsets: Offsets): readonly Extent[] {
  return tokens.flatMap(token => {
    const parts: Extent[] = []
    let start = token.start as number
    let at = start
    const close = () => {
      if (at > start) parts.push({ start: codePoint(start), end: codePoint(at) })
    }
    for (const character of offsets.slice(token.start, token.end)) {
      if (isBlank(character)) {
        close()
        start = at + 1
      }
      at++
    }
    close()
    return parts
  })
}
