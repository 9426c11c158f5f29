import { wordsOfText } from './words-of-text.ts'

/**
 * The words of a text as NIST's sclite takes them: no braces, in which it looks for alternatives. What is left out is said.
 * https://github.com/usnistgov/SCTK (doc/infmts.htm)
 */
export function scoredWords(
  text: string,
  segment: string,
  drop: (reason: string) => void
): readonly string[] {
  const words = wordsOfText(text.replace(/[{}]/g, ' '))
  if (/[{}]/.test(text))
    drop(`The braces in the text of segment ${segment} were taken out: sclite reads alternatives in them.`)
  return words
}
