import { codePoint, type CodePoint, offsetsOf, utf16 } from '../kit/offsets.ts'
import { type Found, ofCharacters } from './allowed-characters.ts'
import type { Config, Segment } from './schema.ts'

/** Where a segment or a text breaks a rule of its team. */
export interface Finding {
  readonly rule: 'longest' | 'shortest' | 'empty' | 'speed' | Found['rule']
  /** A sentence that says what and why, without the segment's number. */
  readonly message: string
  /** The part of the text it is about, end exclusive. Absent: the segment as a whole. */
  readonly at?: { readonly start: CodePoint; readonly end: CodePoint }
  /** What could stand there instead. */
  readonly mend?: string
}

interface Known {
  readonly config: Config
  readonly findings: readonly Finding[]
}
const known = new WeakMap<Segment, Known>()

/** In order of place. Remembered: every keystroke asks for all segments, and changes one. */
export function findingsOf(segment: Segment, config: Config): readonly Finding[] {
  const before = known.get(segment)
  if (before?.config === config) return before.findings
  const findings = [...ofTimes(segment, config), ...findingsInText(segment.text, config)]
  known.set(segment, { config, findings })
  return findings
}

/** What the rules for texts find in one, that of a segment or of the whole recording. */
export function findingsInText(text: string, config: Config): readonly Finding[] {
  if (text === '') return []
  const found = [...ofSpaces(text, config), ...ofCharacters(text, config)]
  if (found.length === 0) return []
  const offsets = offsetsOf(text)
  return found
    .sort((a, b) => a.start - b.start)
    .map(({ start, end, ...finding }) => ({
      ...finding,
      at: { start: offsets.toCodePoint(utf16(start)), end: offsets.toCodePoint(utf16(end)) }
    }))
}

/** A text with what a finding offers in its place. The same text where it offers nothing. */
export function mended(text: string, { at, mend }: Finding): string {
  if (at === undefined || mend === undefined) return text
  const offsets = offsetsOf(text)
  return offsets.slice(codePoint(0), at.start) + mend + offsets.slice(at.end, offsets.length)
}

function* ofTimes({ start, end, kind, text }: Segment, { rules }: Config): Generator<Finding> {
  const long = end - start
  // A millisecond is the unit of what people set: 30.0000000001 is not too long.
  const { maxSegment = Infinity, minSegment = 0, maxCharactersPerSecond = Infinity } = rules
  if (long > maxSegment + 0.0005)
    yield {
      rule: 'longest',
      message: `It is ${inSeconds(long)} long; at most ${inSeconds(maxSegment)} is allowed.`
    }
  if (long < minSegment - 0.0005)
    yield {
      rule: 'shortest',
      message: `It is ${inSeconds(long)} long; at least ${inSeconds(minSegment)} is wanted.`
    }
  const written = text.trim()
  if (rules.empty && written === '' && kind === undefined) yield { rule: 'empty', message: 'It has no text.' }
  const speed = [...written].length / long
  if (speed > maxCharactersPerSecond)
    yield {
      rule: 'speed',
      message: `It has ${Math.ceil(speed)} characters a second, and nobody says more than ${maxCharactersPerSecond}: its times or its text are wrong.`
    }
}

const inSeconds = (value: number): string => `${Math.round(value * 1000) / 1000} s`

function* ofSpaces(text: string, { rules }: Config): Generator<Found> {
  if (!rules.spaces) return
  // The empty line between two paragraphs of a whole text is none of them.
  for (const match of text.matchAll(/^\s+|\s+$|[^\S\n]{2,}/gu)) {
    const [start, end] = [match.index, match.index + match[0].length]
    const message =
      start === 0
        ? 'There is a blank before the text.'
        : end === text.length
          ? 'There is a blank behind the text.'
          : 'There are two blanks in a row.'
    yield { rule: 'spaces', message, start, end, mend: start === 0 || end === text.length ? '' : ' ' }
  }
}
