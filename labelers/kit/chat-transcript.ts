import type { TranscriptTurn } from './turn.ts'

/**
 * Roles at the start of a line, in any case; `Q` and `A` as capitals only. A number may follow: `Speaker 2:`.
 * Other names are not taken for roles: a message may well have a line `Note: …`.
 */
const marker =
  /^(human|user|assistant|(?:chat)?bot|ai|model|(?:chat)?gpt|system|tool|function|customer|client|caller|agent|operator|support|advisor|patient|doctor|teacher|student|interviewer|interviewee|speaker|person|question|answer|q|a)( ?\d{1,3})?:[ \t]?/gim

/** Undefined when no line begins with a role. What stands before the first one is a turn without a role. */
export function turnsOfTranscript(text: string): readonly TranscriptTurn[] | undefined {
  const marks = marksIn(text)
  const [first] = marks
  if (first === undefined) return undefined
  const turns: TranscriptTurn[] = []
  const before = text.slice(0, first.start)
  const blank = before.trim() === ''
  if (!blank)
    turns.push({ role: '', lead: '', text: text.slice(0, leadFrom(text, first.start, 0)), kind: 'message' })
  for (const [place, mark] of marks.entries()) {
    const next = marks[place + 1]
    const said = place === 0 && blank ? 0 : leadFrom(text, mark.start, marks[place - 1]?.end ?? 0)
    const end = next === undefined ? text.length : leadFrom(text, next.start, mark.end)
    const kind = /^system/i.test(mark.role)
      ? 'system'
      : /^(tool|function)/i.test(mark.role)
        ? 'result'
        : 'message'
    turns.push({ role: mark.role, lead: text.slice(said, mark.end), text: text.slice(mark.end, end), kind })
  }
  return turns
}

interface Mark {
  readonly start: number
  /** Where the text begins. */
  readonly end: number
  readonly role: string
}

function marksIn(text: string): readonly Mark[] {
  return [...text.matchAll(marker)].flatMap(match => {
    const [whole, name = ''] = match
    if (name === 'q' || name === 'a') return []
    const role = whole.slice(0, whole.indexOf(':'))
    return [{ start: match.index, end: match.index + whole.length, role }]
  })
}

/** The line ends before a role separate, and belong to neither text. */
function leadFrom(text: string, start: number, least: number): number {
  let from = start
  while (from > least && /[\r\n\u2028\u2029]/.test(text.charAt(from - 1))) from--
  return from
}
