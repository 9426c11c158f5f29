import type { Config } from './schema.ts'
import { spelledNumber } from './spelled-numbers.ts'

/** A part of a text that breaks a rule, in UTF-16. */
export interface Found {
  readonly rule: 'spaces' | 'characters' | 'digits'
  readonly message: string
  readonly mend?: string
  readonly start: number
  readonly end: number
}

const classes = {
  // The joiners are part of how Persian and the languages of India are spelled.
  letters: /^[\p{L}\p{M}\u200C\u200D]$/u,
  digits: /^\p{Nd}$/u,
  spaces: /^\s$/u,
  punctuation: /^\p{P}$/u
} as const

type Allowed = NonNullable<Config['rules']['allowed']>
const verdicts = new WeakMap<Allowed, Map<string, boolean>>()

/** Whether a character is allowed. Texts use few different ones, so each is looked up once. */
function admits(allowed: Allowed): (character: string) => boolean {
  const known = verdicts.get(allowed) ?? new Map<string, boolean>()
  verdicts.set(allowed, known)
  return character => {
    let is = known.get(character)
    if (is === undefined) {
      is =
        [...allowed.characters].includes(character) ||
        allowed.classes.some(name => classes[name].test(character))
      known.set(character, is)
    }
    return is
  }
}

/** Numbers, and runs of other characters, that are not allowed. What stands in marks is. */
export function* ofCharacters(text: string, { rules, marks, language }: Config): Generator<Found> {
  const { allowed } = rules
  if (allowed === undefined) return
  const isFine = admits(allowed)
  /** The run of other characters that is being read. */
  let from: number | undefined
  const told = function* (to: number): Generator<Found> {
    if (from !== undefined)
      yield { rule: 'characters', start: from, end: to, message: others(text.slice(from, to)) }
    from = undefined
  }
  for (let at = 0; at < text.length;) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
    const mark = marks.find(each => each.text.startsWith(character) && text.startsWith(each.text, at))?.text
    const fine = isFine(character)
    const number = !fine && classes.digits.test(character) ? numberAt(text, at) : undefined
    if (mark !== undefined || number !== undefined || fine) {
      if (from !== undefined) yield* told(at)
    } else from ??= at
    if (mark === undefined && number !== undefined)
      yield { start: at, end: at + number.length, ...ofNumber(text, at, number, language) }
    at += (mark ?? number ?? character).length
  }
  yield* told(text.length)
}

const number = /\p{Nd}+(?:[.,]\p{Nd}+)*/uy

function numberAt(text: string, at: number): string | undefined {
  number.lastIndex = at
  return number.exec(text)?.[0]
}

const clingsBefore = /[\p{L}\p{M}\p{S}\p{Pd}%/:#]$/u
const clingsBehind = /^[\p{L}\p{M}\p{S}\p{Pd}%/:#]/u

/** How it is said is offered only where it stands by itself: `£5`, `3rd` and `5-1` are said in ways of their own. */
function ofNumber(
  text: string,
  start: number,
  written: string,
  language: string | undefined
): Pick<Found, 'rule' | 'message' | 'mend'> {
  const end = start + written.length
  // A character is at most two long.
  const alone =
    !clingsBefore.test(text.slice(Math.max(0, start - 2), start)) &&
    !clingsBehind.test(text.slice(end, end + 2))
  const said = alone ? spelledNumber(written, language) : undefined
  const message = `Write “${written}” as it is said`
  if (said === undefined) return { rule: 'digits', message: `${message}.` }
  return { rule: 'digits', message: `${message}: “${said}”.`, mend: said }
}

function others(written: string): string {
  const codes = Array.from(
    written,
    character => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
  )
  // A blank of another width, or a control character, cannot be seen.
  const seen = /^[\p{L}\p{P}\p{S}\p{Nd}]+$/u.test(written) ? `“${written}”` : codes.slice(0, 3).join(' ')
  return `${seen} is not allowed in the text.`
}
