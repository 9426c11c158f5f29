import { daysFrom, mondayOf } from '../../../schemas/calendar-day.ts'
import { type AnnotatorStats, perHourOf } from '../../../schemas/stats.ts'

/** What one mark of a chart stands for. */
export type Step = 'day' | 'week' | 'month'

/** More marks than these are a smear. */
const MOST_MARKS = 62
const stepDays: Readonly<Record<Step, number>> = { day: 1, week: 7, month: 31 }
/** A line goes on over a weekend, and breaks where somebody was away for longer. */
const longestGap: Readonly<Record<Step, number>> = { day: 3, week: 7, month: 31 }

export interface Mark {
  /** First day of the step. */
  readonly day: string
  readonly finished: number
  readonly activeMs: number
  readonly perHour: number | null
}

/** One annotator's steps, in order; only those in which a label file of theirs was saved last. */
export interface Series {
  readonly annotator: string
  readonly marks: readonly Mark[]
}

export interface TimeLine {
  readonly step: Step
  /** Days a step has, a month counted as 31. */
  readonly stepDays: number
  /** First and last step. */
  readonly from: string
  readonly to: string
  readonly series: readonly Series[]
  /** Everybody together. */
  readonly total: readonly Mark[]
}

/** Days of work put together so that no chart has more marks than the eye can tell apart; null while there are none. */
export function timeLineOf(annotators: readonly AnnotatorStats[]): TimeLine | null {
  const days = annotators.flatMap(one => one.days)
  const [first, last] = ends(days.map(({ day }) => day))
  if (first === undefined || last === undefined) return null
  const span = daysFrom(first, last) + 1
  const step: Step = span <= MOST_MARKS ? 'day' : span <= MOST_MARKS * 7 ? 'week' : 'month'
  return {
    step,
    stepDays: stepDays[step],
    from: startOf(step, first),
    to: startOf(step, last),
    series: annotators.map(({ id, days: theirs }) => ({ annotator: id, marks: marksOf(step, theirs) })),
    total: marksOf(step, days)
  }
}

/** Marks that a line joins, in pieces: it breaks at a long pause and where nothing can be said of a speed. */
export function piecesOf(marks: readonly Mark[], step: Step): readonly (readonly Mark[])[] {
  const pieces: Mark[][] = []
  let last: Mark | undefined
  for (const mark of marks) {
    if (mark.perHour === null) continue
    const piece = pieces.at(-1)
    if (piece === undefined || last === undefined || daysFrom(last.day, mark.day) > longestGap[step])
      pieces.push([mark])
    else piece.push(mark)
    last = mark
  }
  return pieces
}

function marksOf(step: Step, days: AnnotatorStats['days']): readonly Mark[] {
  const sums = new Map<string, { finished: number; timed: number; activeMs: number }>()
  for (const { day, finished, timed, activeMs } of days) {
    const start = startOf(step, day)
    const sum = sums.get(start) ?? { finished: 0, timed: 0, activeMs: 0 }
    sums.set(start, {
      finished: sum.finished + finished,
      timed: sum.timed + timed,
      activeMs: sum.activeMs + activeMs
    })
  }
  return [...sums]
    .map(([day, { finished, timed, activeMs }]) => ({
      day,
      finished,
      activeMs,
      perHour: perHourOf(timed, activeMs)
    }))
    .sort((a, b) => (a.day < b.day ? -1 : 1))
}

function startOf(step: Step, day: string): string {
  if (step === 'day') return day
  return step === 'week' ? mondayOf(day) : `${day.slice(0, 7)}-01`
}

function ends(days: readonly string[]): readonly [first?: string, last?: string] {
  const sorted = [...days].sort()
  const [first, last] = [sorted[0], sorted.at(-1)]
  return first === undefined || last === undefined ? [] : [first, last]
}
