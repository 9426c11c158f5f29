import { type Utf16, utf16 } from '../kit/offsets.ts'

/*
 * Where words and characters (grapheme clusters) begin and end, for selections. Uses the segmenter of the machine, which
 * knows scripts without spaces; exports use `tokenize.ts`, which gives the same answer everywhere.
 * Offsets are UTF-16, as the DOM counts. Only the neighbourhood of an offset is looked at, however long the text.
 */

export interface Stretch {
  readonly start: Utf16
  readonly end: Utf16
}

const NEIGHBOURHOOD = 512
const words = new Intl.Segmenter(undefined, { granularity: 'word' })
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/**
 * A selection grown to whole words, without the white space at its edges.
 * An empty selection gives the word it stands in or at the end of. Undefined where there is no word.
 */
export function snapToWords(text: string, start: number, end: number): Stretch | undefined {
  const inside = start === end ? characterBeside(text, start) : trimmed(text, start, end)
  if (inside === undefined) return undefined
  // A word may carry white space before a mark that cannot be seen, so what has grown is trimmed again.
  return trimmed(text, segmentAt(words, text, inside.start).start, segmentAt(words, text, inside.end - 1).end)
}

/** A selection grown to whole characters as people see them, without the white space at its edges. */
export function snapToCharacters(text: string, start: number, end: number): Stretch | undefined {
  return start === end ? undefined : trimmed(text, start, end)
}

/** The start of the next word after an offset, or the end of the text. White space is no word. */
export function nextWord(text: string, from: number): Utf16 {
  let at = Math.max(0, from)
  if (at < text.length) at = segmentAt(words, text, at).end
  while (at < text.length && isBlank(text, at)) at = segmentAt(graphemes, text, at).end
  return utf16(Math.min(at, text.length))
}

/** The start of the word before an offset, or 0. Inside a word, its own start. */
export function previousWord(text: string, from: number): Utf16 {
  let at = Math.min(from, text.length)
  while (at > 0 && isBlank(text, at - 1)) at = segmentAt(graphemes, text, at - 1).start
  return at === 0 ? utf16(0) : segmentAt(words, text, at - 1).start
}

/** The end of the word at or after an offset. */
export function endOfWord(text: string, from: number): Utf16 {
  let at = Math.max(0, from)
  while (at < text.length && isBlank(text, at)) at = segmentAt(graphemes, text, at).end
  return at >= text.length ? utf16(text.length) : segmentAt(words, text, at).end
}

export function nextCharacter(text: string, from: number): Utf16 {
  return from >= text.length ? utf16(text.length) : segmentAt(graphemes, text, Math.max(0, from)).end
}

export function previousCharacter(text: string, from: number): Utf16 {
  return from <= 0 ? utf16(0) : segmentAt(graphemes, text, Math.min(from, text.length) - 1).start
}

/** Whether a character as people see it begins here; the end of the text counts. */
export function isCharacterEdge(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return true
  const before = text.charCodeAt(at - 1)
  const after = text.charCodeAt(at)
  // Below U+0300 nothing combines, save the pair of a line end.
  if (before < 0x300 && after < 0x300) return !(before === 13 && after === 10)
  return segmentAt(graphemes, text, at).start === at
}

/** The segment that holds the code unit at an offset. */
function segmentAt(segmenter: Intl.Segmenter, text: string, at: number): Stretch {
  const from = windowEdge(text, at - NEIGHBOURHOOD)
  const to = windowEdge(text, at + NEIGHBOURHOOD)
  const segment = segmenter.segment(text.slice(from, to)).containing(at - from)
  if (segment === undefined) return { start: utf16(at), end: utf16(Math.min(at + 1, text.length)) }
  const start = from + segment.index
  return { start: utf16(start), end: utf16(start + segment.segment.length) }
}

/** Within the text, and not between the halves of a surrogate pair. */
function windowEdge(text: string, at: number): number {
  if (at <= 0) return 0
  if (at >= text.length) return text.length
  const splits = /[\udc00-\udfff]/.test(text.charAt(at)) && /[\ud800-\udbff]/.test(text.charAt(at - 1))
  return splits ? at - 1 : at
}

function trimmed(text: string, from: number, to: number): Stretch | undefined {
  const [low, high] = from <= to ? [from, to] : [to, from]
  let start = Math.max(0, low)
  let end = Math.min(high, text.length)
  if (start >= end) return undefined
  if (!isCharacterEdge(text, start)) start = segmentAt(graphemes, text, start).start
  if (!isCharacterEdge(text, end)) end = segmentAt(graphemes, text, end).end
  while (start < end && isBlank(text, start)) start = segmentAt(graphemes, text, start).end
  while (start < end && isBlank(text, end - 1)) end = segmentAt(graphemes, text, end - 1).start
  return start < end ? { start: utf16(start), end: utf16(end) } : undefined
}

function characterBeside(text: string, at: number): Stretch | undefined {
  const place =
    at < text.length && !isBlank(text, at) ? at : at > 0 && !isBlank(text, at - 1) ? at - 1 : undefined
  return place === undefined ? undefined : segmentAt(graphemes, text, place)
}

/** Whether the whole character at an offset is white space: a space that carries an accent is not. */
function isBlank(text: string, at: number): boolean {
  if (!/\s/.test(text.charAt(at))) return false
  const { start, end } = segmentAt(graphemes, text, at)
  return text.slice(start, end).trim() === ''
}
