import { codePoint, offsetsOf } from '../kit/offsets.ts'

/** Languages whose words stand without blanks between them: Chinese, Japanese, Thai, Lao, Khmer, Burmese, Tibetan. */
const withoutBlanks: ReadonlySet<string> = new Set(['zh', 'ja', 'th', 'lo', 'km', 'my', 'bo', 'yue', 'wuu'])

/** What stands between the texts of two segments that become one. `language` is a BCP 47 tag. */
export function joinerOf(language: string | undefined): '' | ' ' {
  const [primary = ''] = (language ?? '').toLowerCase().split('-')
  return withoutBlanks.has(primary) ? '' : ' '
}

/** The texts as one. Empty ones leave no trace. */
export function joined(texts: readonly string[], language: string | undefined): string {
  return texts.filter(text => text !== '').join(joinerOf(language))
}

/**
 * A text in two, `at` a code point. Of blanks at that place one is left out, which `joined` puts back: the one behind,
 * else the one before it.
 */
export function parted(
  text: string,
  at: number,
  language: string | undefined
): readonly [before: string, after: string] {
  const offsets = offsetsOf(text)
  const place = codePoint(Math.max(0, Math.min(Math.trunc(at), offsets.length)))
  const before = offsets.slice(codePoint(0), place)
  const after = offsets.slice(place, offsets.length)
  if (joinerOf(language) === '' || before === '' || after === '') return [before, after]
  if (after.startsWith(' ')) return [before, after.slice(1)]
  return before.endsWith(' ') ? [before.slice(0, -1), after] : [before, after]
}
