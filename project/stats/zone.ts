/** What a moment is called in a calendar. */
export interface Zone {
  /** IANA name: `Europe/Berlin`, `UTC`. */
  readonly name: string
  /** The day of a moment, `2026-06-16`; null for what is no moment, or none of a year of four digits. */
  dayOf(moment: Date): string | null
}

export const utcZone: Zone = { name: 'UTC', dayOf: moment => utcDay(moment) }

/** The time zone this machine is set to. */
export function localZone(): Zone {
  return {
    name: Intl.DateTimeFormat().resolvedOptions().timeZone,
    dayOf(moment) {
      const local = new Date(0)
      local.setUTCFullYear(moment.getFullYear(), moment.getMonth(), moment.getDate())
      return utcDay(local)
    }
  }
}

function utcDay(moment: Date): string | null {
  if (Number.isNaN(moment.getTime())) return null
  const [day = ''] = moment.toISOString().split('T')
  return day.length === 10 ? day : null
}
