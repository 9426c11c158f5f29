/*
 * How Praat reads a text file: it takes texts in quotes, numbers that stand by themselves and `<flags>`, and reads over
 * everything else, up to comments after `!`. So the long and the short form are one.
 */

export type PraatToken =
  | { readonly line: number; readonly text: string }
  | { readonly line: number; readonly number: number }
  | { readonly line: number; readonly flag: string }

const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?%?$/i

export function* praatTokens(source: string): Generator<PraatToken> {
  let line = 1
  let at = 0
  const length = source.length
  while (at < length) {
    const character = source[at] ?? ''
    if (character === '\n') {
      line++
      at++
    } else if (/\s/.test(character)) at++
    else if (character === '"') {
      const first = line
      let text = ''
      at++
      for (;;) {
        const end = source.indexOf('"', at)
        const part = source.slice(at, end === -1 ? length : end)
        text += part
        for (const each of part) if (each === '\n') line++
        at = end === -1 ? length : end + 1
        if (end === -1 || source[at] !== '"') break
        text += '"'
        at++
      }
      yield { line: first, text }
    } else if (character === '!') {
      const end = source.indexOf('\n', at)
      at = end === -1 ? length : end
    } else {
      const from = at
      while (at < length && !/[\s"]/.test(source[at] ?? '')) at++
      const word = source.slice(from, at)
      if (/^<.*>$/.test(word)) yield { line, flag: word.slice(1, -1) }
      else if (number.test(word)) yield { line, number: Number(word.replace('%', '')) }
    }
  }
}
