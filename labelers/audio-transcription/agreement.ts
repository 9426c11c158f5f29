import { editDistance } from '../kit/edit-distance.ts'
import { type Edit, edits } from '../kit/edits.ts'
import type { Context } from '../kit/labeler.ts'
import { joinerOf } from './joining.ts'
import type { Answer, Config } from './schema.ts'
import { folded, type Word, wordsOf } from './words.ts'

/** Of texts as `words.ts` folds them; of characters where the language writes no blanks; of times where neither wrote a word. */
export const metric = '1 − word error rate, edits over the longer text'

export function compare(a: Answer, b: Answer, { config }: Context<Config>): number {
  const [one, other] = [textOf(a, config), textOf(b, config)]
  if (folded(one) === '' && folded(other) === '') return boundaryAgreement(a, b)
  return 1 - (joinerOf(config.language) === '' ? characterErrorRate(one, other) : wordErrorRate(one, other))
}

/** What is said in a recording: the texts of its segments in order of time, else the text of the whole. */
export function textOf({ segments, transcript }: Answer, { language }: Config): string {
  const written = segments.map(({ text }) => text).filter(text => text.trim() !== '')
  return written.length > 0 ? written.join(joinerOf(language)) : (transcript ?? '')
}

/** Edits between the words of two texts, over those of the longer: 0 to 1, the same both ways, 0 for two empty ones. */
export function wordErrorRate(a: string, b: string): number {
  return errorRate(
    wordsOf(a).map(word => word.folded),
    wordsOf(b).map(word => word.folded)
  )
}

/** As `wordErrorRate`, of code points; blanks count where the texts have some. */
export function characterErrorRate(a: string, b: string): number {
  return errorRate([...folded(a)], [...folded(b)])
}

function errorRate(a: readonly string[], b: readonly string[]): number {
  const longer = Math.max(a.length, b.length)
  return longer === 0 ? 0 : editDistance(a, b) / longer
}

/** Seconds: two people who mark the same edge are seldom further apart. */
export const BOUNDARY_TOLERANCE = 0.2

/**
 * F1 of the edges of segments, starts with starts and ends with ends, each paired with one at most 0.2 s away. Two answers
 * without segments agree.
 */
export function boundaryAgreement(a: Answer, b: Answer): number {
  const all = a.segments.length + b.segments.length
  if (all === 0) return 1
  const pairs = (['start', 'end'] as const).map(edge =>
    pairsWithin(
      a.segments.map(segment => segment[edge]),
      b.segments.map(segment => segment[edge])
    )
  )
  return pairs.reduce((sum, count) => sum + count, 0) / all
}

/** The most pairs there can be: in order of time the first that fits is never a loss. */
function pairsWithin(a: number[], b: number[]): number {
  a.sort((one, other) => one - other)
  b.sort((one, other) => one - other)
  let pairs = 0
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const apart = (a[i] ?? 0) - (b[j] ?? 0)
    // 0.2 in binary is not what 1.2 - 1 is.
    if (Math.abs(apart) <= BOUNDARY_TOLERANCE + 1e-9) {
      pairs++
      i++
      j++
    } else if (apart < 0) i++
    else j++
  }
  return pairs
}

/** Two texts word by word, for a view to draw side by side. */
export interface WordEdits {
  readonly a: readonly Word[]
  readonly b: readonly Word[]
  /** Places in `a` and `b`. */
  readonly edits: readonly Edit[]
}

export function wordEdits(a: string, b: string): WordEdits {
  const [one, other] = [wordsOf(a), wordsOf(b)]
  return {
    a: one,
    b: other,
    edits: edits(
      one.map(word => word.folded),
      other.map(word => word.folded)
    )
  }
}

/** Whether two answers say the very same: times to a millisecond, speakers, kinds and every character. Ids do not count. */
export function says(a: Answer, b: Answer): boolean {
  return (
    (a.nothing === true) === (b.nothing === true) &&
    a.transcript === b.transcript &&
    a.segments.length === b.segments.length &&
    a.segments.every((one, at) => {
      const other = b.segments[at]
      return (
        other !== undefined &&
        sameTime(one.start, other.start) &&
        sameTime(one.end, other.end) &&
        one.speaker === other.speaker &&
        one.kind === other.kind &&
        one.text === other.text
      )
    })
  )
}

/** Most formats write three decimals. */
const sameTime = (a: number, b: number): boolean => Math.abs(a - b) < 0.001
