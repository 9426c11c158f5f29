import { offsetsOf } from '../../../kit/offsets.ts'
import type { Finding } from '../../findings.ts'
import { changeBetween } from '../change.ts'

/** A stretch of a text in UTF-16, end exclusive. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** Where findings stand, those about a place in the text. */
export function stretchesOf(text: string, findings: readonly Finding[]): readonly Stretch[] {
  if (findings.length === 0) return []
  const offsets = offsetsOf(text)
  return findings.flatMap(({ at }) =>
    at === undefined ? [] : [{ start: offsets.toUtf16(at.start), end: offsets.toUtf16(at.end) }]
  )
}

/** The same stretches after a text was changed: those that the change touches are gone until they are found again. */
export function carriedOver(
  stretches: readonly Stretch[],
  before: string,
  after: string
): readonly Stretch[] {
  const change = stretches.length === 0 ? undefined : changeBetween(before, after)
  if (change === undefined) return stretches
  const { at, gone, came } = change
  return stretches.flatMap(({ start, end }) => {
    if (end < at) return [{ start, end }]
    return start > at + gone ? [{ start: start + came - gone, end: end + came - gone }] : []
  })
}

export interface Line {
  readonly text: string
  /** What is underlined of it, in order and apart from each other, counted from its start. */
  readonly underlined: readonly Stretch[]
}

const none: readonly Stretch[] = []

/** The lines of a text, each with what is underlined in it. `stretches` in order of start. */
export function linesOf(text: string, stretches: readonly Stretch[]): readonly Line[] {
  let from = 0
  let next = 0
  let covered = 0
  return text.split('\n').map(line => {
    const end = from + line.length
    const underlined: Stretch[] = []
    for (let at = next; at < stretches.length && stretches[at]!.start <= end; at++) {
      const stretch = stretches[at]!
      if (at === next && stretch.end <= end + 1) next++
      const part = { start: Math.max(stretch.start, from, covered), end: Math.min(stretch.end, end) }
      if (part.start >= part.end) continue
      underlined.push({ start: part.start - from, end: part.end - from })
      covered = part.end
    }
    from = end + 1
    return { text: line, underlined: underlined.length === 0 ? none : underlined }
  })
}
