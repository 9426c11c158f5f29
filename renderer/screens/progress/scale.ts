import { daysFrom } from '../../../schemas/calendar-day.ts'
import { shortDay, shortMonth } from './day-names.ts'
import type { TimeLine } from './time-line.ts'

/** Room for the name of a day, in pixels. */
const NAME_WIDTH = 72

/** Round numbers from 0 to at least `most`, four or five steps, for an axis. */
export function ticksTo(most: number): readonly number[] {
  const rough = Math.max(most, 4) / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 2.5, 5, 10].find(factor => factor * power >= rough) ?? 10) * power
  const whole = Math.max(1, Math.round(step))
  return Array.from({ length: Math.ceil(most / whole) + 1 || 1 }, (_, place) => place * whole)
}

export interface Place {
  readonly left: number
  readonly width: number
}

/** Where the middle of a step stands, in pixels. Half a step is left free at both ends. */
export function across(line: TimeLine, { left, width }: Place): (day: string) => number {
  const steps = daysFrom(line.from, line.to) / line.stepDays + 1
  return day => left + ((daysFrom(line.from, day) / line.stepDays + 0.5) / steps) * width
}

export interface DayTick {
  readonly day: string
  readonly text: string
}

/** Steps to name under a chart: the last one, because it is now, and before it as many as fit. */
export function dayTicks(line: TimeLine, x: (day: string) => number): readonly DayTick[] {
  const ticks: DayTick[] = []
  let next = Infinity
  for (const { day } of [...line.total].reverse()) {
    if (next - x(day) < NAME_WIDTH) continue
    next = x(day)
    ticks.unshift({ day, text: line.step === 'month' ? shortMonth(day) : shortDay(day) })
  }
  return ticks
}

/** Heights for names at the ends of lines: as near to the line as the one above lets them. */
export function apart(heights: readonly number[], least: number): readonly number[] {
  const order = heights.map((height, place) => ({ height, place })).sort((a, b) => a.height - b.height)
  const set = [...heights]
  let above = -Infinity
  for (const { height, place } of order) {
    above = Math.max(height, above + least)
    set[place] = above
  }
  return set
}
