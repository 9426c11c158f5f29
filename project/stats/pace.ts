import { daysFrom, plusDays } from '../../schemas/calendar-day.ts'
import type { Pace } from '../../schemas/stats.ts'

/** Days of work a pace is taken from. */
const MOST_DAYS = 5
const FEWEST_DAYS = 3
/** How far back work is of today's pace. */
const RECENT_DAYS = 28
/** An end further away than ten years is not an estimate. */
const FURTHEST_DAYS = 3653
const LOW = 0.1
const HIGH = 0.9

/**
 * When the last item will be done, if work goes on as it did. `finished`: items first finished by day, those with known
 * time only, because an import is no pace. Today is left out, because it is not over.
 *
 * The days of work needed are `left` divided by the mean of the last (3 to) 5 days of work. They are stretched by the days
 * of rest between, as often as there were in the last 28 days. The interval is a bootstrap, complete and so without chance:
 * all k^k ways to draw k days from the k days, their means in order, the 10th and the 90th in a hundred.
 */
export function paceOf(finished: ReadonlyMap<string, number>, left: number, today: string): Pace {
  const before = [...finished].filter(([day]) => day < today).sort(([a], [b]) => (a < b ? -1 : 1))
  const recent = before.filter(([day]) => daysFrom(day, today) <= RECENT_DAYS)
  const days = recent.slice(-MOST_DAYS).map(([day, items]) => ({ day, items }))
  const none = (why: Pace['why'], perDay: number | null) => ({ days, perDay, end: null, why })
  const counts = days.map(({ items }) => items)
  const enough = days.length >= FEWEST_DAYS
  const perDay = enough ? mean(counts) : null
  if (left === 0) return none('done', perDay)
  if (perDay === null) return none(before.length >= FEWEST_DAYS ? 'too-long-ago' : 'too-few-days', null)

  const first = recent[0]?.[0] ?? today
  const rest = daysFrom(first, today) / recent.length
  const daysAt = (pace: number) => Math.ceil((left / pace) * rest)
  const means = redrawnMeans(counts)
  const at = (part: number) => means[Math.round(part * (means.length - 1))] ?? perDay
  const [slow, quick] = [Math.min(at(LOW), perDay), Math.max(at(HIGH), perDay)]
  if (daysAt(slow) > FURTHEST_DAYS) return none('too-far', perDay)
  const end = (pace: number) => plusDays(today, daysAt(pace))
  return { days, perDay, end: { day: end(perDay), from: end(quick), to: end(slow) }, why: null }
}

const mean = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0) / counts.length

/** The mean of every way to draw as many days as there are, with repetition, in order. */
function redrawnMeans(counts: readonly number[]): readonly number[] {
  let sums = [0]
  for (let draw = 0; draw < counts.length; draw++)
    sums = sums.flatMap(sum => counts.map(count => sum + count))
  return sums.map(sum => sum / counts.length).sort((a, b) => a - b)
}
