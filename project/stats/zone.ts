/** What a moment is called in a calendar. */
export interface Zone {
  /** IANA name: `Europe/Berlin`, `UTC`. */
  readonly name: string
  /** The day of a moment, `2026-06-16`; null for what is no moment, or none of a year of four digits. */
  dayOf(moment: Date): string | null
}

export const utcZone: Zone = {
  name: 'UTC',
  dayOf: moment => written(moment.getUTCFullYear(), moment.getUTCMonth(), moment.getUTCDate())
}

/** The time zone this machine is set to. */
export function localZone(): Zone {
  return {
    name: Intl.DateTimeFormat().resolvedOptions().timeZone,
    dayOf: moment => written(moment.getFullYear(), moment.getMonth(), moment.getDate())
  }
}

/** Asked for every label file, so without a second date. Null for what is no moment. */
function written(year: number, month: number, day: number): string | null {
  // Not "less than": NaN is neither.
  if (!(year >= 1000 && year <= 9999)) return null
  return `${year}-${month < 9 ? '0' : ''}${month + 1}-${day < 10 ? '0' : ''}${day}`
}
