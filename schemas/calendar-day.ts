import { Type } from './schema.ts'

/** A day of the calendar as statistics write it: `2026-06-16`. Such days sort as text. */
export const CalendarDay = Type.String({
  pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$',
  description: 'Day in the time zone of the document, ISO 8601'
})

const DAY_MS = 86_400_000
const timeOf = (day: string) => Date.parse(`${day}T00:00:00Z`)

/** The day so many days later, or earlier for a negative number. */
export function plusDays(day: string, days: number): string {
  return new Date(timeOf(day) + days * DAY_MS).toISOString().slice(0, 10)
}

/** How many days `to` is after `from`; negative when it is before. */
export function daysFrom(from: string, to: string): number {
  return Math.round((timeOf(to) - timeOf(from)) / DAY_MS)
}

/** The Monday of the week a day is in. */
export function mondayOf(day: string): string {
  return plusDays(day, -((new Date(timeOf(day)).getUTCDay() + 6) % 7))
}
