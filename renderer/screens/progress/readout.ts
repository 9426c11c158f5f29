import { plusDays } from '../../../schemas/calendar-day.ts'
import { dayName, daysInWords, shortMonth } from './day-names.ts'
import { activeTime, counted, rate } from './figures.ts'
import type { Step, TimeLine } from './time-line.ts'

export const stepNames: Readonly<Record<Step, string>> = { day: 'day', week: 'week', month: 'month' }

/** Speeds beyond these would not fit in a line; the table beside has them all. */
const MOST_SPEEDS = 4

/** How much was finished in one step: `12 June: 840 items in 3.1 h`. */
export function amountOf(line: TimeLine, day: string, today: string): string {
  const total = line.total.find(mark => mark.day === day)
  if (total === undefined) return ''
  return `${stepInWords(line.step, day, today)}: ${counted(total.finished, 'item')} in ${activeTime(total.activeMs)}`
}

/** How quickly everybody was in one step, the quickest first: `mk 262, jo 231`. */
export function speedsOf(line: TimeLine, day: string, nameOf: (annotator: string) => string): string {
  const speeds = line.series
    .flatMap(({ annotator, marks }) => {
      const perHour = marks.find(mark => mark.day === day)?.perHour ?? null
      return perHour === null ? [] : [{ annotator, perHour }]
    })
    .sort((a, b) => b.perHour - a.perHour)
  if (speeds.length === 0) return 'too little to say'
  const shown = speeds.slice(0, MOST_SPEEDS).map(one => `${nameOf(one.annotator)} ${rate(one.perHour)}`)
  return speeds.length > shown.length
    ? `${shown.join(', ')} and ${speeds.length - shown.length} more`
    : shown.join(', ')
}

function stepInWords(step: Step, day: string, today: string): string {
  if (step === 'day') return dayName(day, today)
  return step === 'week' ? daysInWords(day, plusDays(day, 6), today) : shortMonth(day)
}
