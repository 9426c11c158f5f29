const named = (day: string, options: Intl.DateTimeFormatOptions) =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', { timeZone: 'UTC', ...options })

const yearOf = (day: string) => day.slice(0, 4)
const monthOf = (day: string) => day.slice(0, 7)

/** `16 June`, with its year where that is not `today`'s. */
export function dayName(day: string, today: string): string {
  const year = yearOf(day) === yearOf(today) ? {} : ({ year: 'numeric' } as const)
  return named(day, { day: 'numeric', month: 'long', ...year })
}

/** `16 Jun`. */
export function shortDay(day: string): string {
  return named(day, { day: 'numeric', month: 'short' })
}

/** `Jun 2026`. */
export function shortMonth(day: string): string {
  return named(day, { month: 'short', year: 'numeric' })
}

/** `1 to 16 June`, `28 May to 3 June`: days from one to another, saying no month or year twice. */
export function daysInWords(from: string, to: string, today: string): string {
  if (from === to) return dayName(to, today)
  if (monthOf(from) === monthOf(to)) return `${Number(from.slice(8))} to ${dayName(to, today)}`
  const sameYear = yearOf(from) === yearOf(to)
  return `${dayName(from, sameYear ? from : today)} to ${dayName(to, today)}`
}
