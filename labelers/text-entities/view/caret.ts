import {
  endOfWord,
  nextCharacter,
  previousCharacter,
  previousWord,
  snapToWords,
  type Stretch
} from '../words.ts'

/** A selection in a text, UTF-16. `head` is the end that moves; where both are equal it is a caret. */
export interface Selection {
  readonly anchor: number
  readonly head: number
}

export type Unit = 'word' | 'character'
export type Direction = 'back' | 'forward'

const caretAt = (at: number): Selection => ({ anchor: at, head: at })

/** The word a caret has in hand: the one it stands in or at the end of, else the one it stands before. */
export function wordAt(text: string, at: number): Stretch | undefined {
  return wordOver(text, previousCharacter(text, at), at) ?? wordOver(text, at, nextCharacter(text, at))
}

/** The first word that ends after an offset. Marks of punctuation are no words; emoji and signs are. */
export function wordAfter(text: string, at: number): Stretch | undefined {
  for (let from = at; from < text.length;) {
    const end = endOfWord(text, from)
    const word = wordOver(text, previousCharacter(text, end), end)
    if (word !== undefined && word.end > at) return word
    from = Math.max(end, from + 1)
  }
  return undefined
}

/** The last word that starts before an offset. */
export function wordBefore(text: string, at: number): Stretch | undefined {
  for (let from = at; from > 0;) {
    const start = previousWord(text, from)
    const word = wordOver(text, start, nextCharacter(text, start))
    if (word !== undefined && word.start < at) return word
    from = Math.min(start, from - 1)
  }
  return undefined
}

function wordOver(text: string, start: number, end: number): Stretch | undefined {
  const word = start < end ? snapToWords(text, start, end) : undefined
  return word !== undefined &&
    /[\p{L}\p{N}\p{S}\p{Extended_Pictographic}]/u.test(text.slice(word.start, word.end))
    ? word
    : undefined
}

/**
 * One step with an arrow key. By word the caret goes from word to word and stands at the end of each; extending starts with
 * the word in hand, so that two presses give two words. By character it goes by characters as people see them.
 */
export function moved(
  text: string,
  from: Selection,
  unit: Unit,
  direction: Direction,
  extend: boolean
): Selection {
  if (unit === 'character') {
    const head = direction === 'back' ? previousCharacter(text, from.head) : nextCharacter(text, from.head)
    if (extend) return { anchor: from.anchor, head }
    if (from.anchor === from.head) return caretAt(head)
    return caretAt(direction === 'back' ? Math.min(from.anchor, from.head) : Math.max(from.anchor, from.head))
  }
  return extend ? extended(text, from, direction) : steppedByWord(text, from.head, direction)
}

function steppedByWord(text: string, head: number, direction: Direction): Selection {
  if (direction === 'forward') return caretAt(wordAfter(text, head)?.end ?? head)
  const before = wordBefore(text, wordAt(text, head)?.start ?? head)
  return before === undefined ? caretAt(wordAt(text, head)?.start ?? head) : caretAt(before.end)
}

function extended(text: string, from: Selection, direction: Direction): Selection {
  const { anchor, head } = from
  const hand = anchor === head ? wordAt(text, head) : undefined
  if (direction === 'forward') {
    if (head < anchor) {
      const next = wordAfter(text, wordAfter(text, head)?.end ?? anchor)
      return next !== undefined && next.start < anchor
        ? { anchor, head: next.start }
        : { anchor, head: anchor }
    }
    const next = wordAfter(text, head)
    return { anchor: hand?.start ?? anchor, head: next?.end ?? head }
  }
  if (head > anchor) {
    const last = wordBefore(text, head)
    const before = wordBefore(text, last?.start ?? head)
    return before !== undefined && before.end > anchor
      ? { anchor, head: before.end }
      : { anchor, head: anchor }
  }
  const before = wordBefore(text, hand?.start ?? head)
  return { anchor: hand?.end ?? anchor, head: before?.start ?? head }
}

export type Edge = 'start' | 'end'

/** A span with one edge moved by a word or character, never past the other edge; undefined when it cannot move. */
export function edgeMoved(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  edge: Edge,
  unit: Unit,
  direction: Direction
): { start: number; end: number } | undefined {
  const from = edge === 'start' ? start : end
  const to =
    unit === 'character' ? characterStep(text, from, edge, direction) : wordStep(text, from, edge, direction)
  if (to === undefined || to === from) return undefined
  const next = edge === 'start' ? { start: to, end } : { start, end: to }
  return next.start < next.end ? next : undefined
}

/** Over white space in one go: a span never begins or ends with it. */
function characterStep(text: string, from: number, edge: Edge, direction: Direction): number | undefined {
  for (let at = from; ;) {
    const to = direction === 'back' ? previousCharacter(text, at) : nextCharacter(text, at)
    if (to === at) return undefined
    const inside =
      edge === 'start' ? text.slice(to, nextCharacter(text, to)) : text.slice(previousCharacter(text, to), to)
    if (inside.trim() !== '') return to
    at = to
  }
}

function wordStep(text: string, from: number, edge: Edge, direction: Direction): number | undefined {
  if (direction === 'forward') {
    const next = wordAfter(text, from)
    if (next === undefined || edge === 'end') return next?.end
    return next.start > from ? next.start : wordAfter(text, next.end)?.start
  }
  const before = wordBefore(text, from)
  if (before === undefined || edge === 'start') return before?.start
  return before.end < from ? before.end : wordBefore(text, before.start)?.end
}
