export type TimeUnit = 'MILLIS' | 'MICROS' | 'NANOS'

const perSecond: Readonly<Record<TimeUnit, bigint>> = {
  MILLIS: 1000n,
  MICROS: 1_000_000n,
  NANOS: 1_000_000_000n
}
const DAY = 86_400

/** `2024-02-29`; days count from 1970. Beyond the years a date can have, the count itself. */
export function dateText(days: number): string {
  const date = new Date(days * DAY * 1000)
  return Number.isNaN(date.getTime()) ? `${days} days` : (date.toISOString().split('T')[0] ?? '')
}

/** ISO 8601 with every digit of the fraction that is not zero. `utc` adds the Z. */
export function timestampText(value: bigint, unit: TimeUnit, utc: boolean): string {
  const per = perSecond[unit]
  const fractions = ((value % per) + per) % per
  const seconds = Number((value - fractions) / per)
  const date = new Date(seconds * 1000)
  if (Number.isNaN(date.getTime())) return `${value} ${unit.toLowerCase()}`
  return `${date.toISOString().slice(0, -5)}${fractionText(fractions, per)}${utc ? 'Z' : ''}`
}

/** `13:05:00.25` of a time of day. */
export function timeText(value: bigint, unit: TimeUnit): string {
  const per = perSecond[unit]
  const seconds = Number(value / per)
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return `${parts.map(part => String(part).padStart(2, '0')).join(':')}${fractionText(value % per, per)}`
}

function fractionText(fractions: bigint, per: bigint): string {
  if (fractions === 0n) return ''
  const digits = fractions.toString().padStart(per.toString().length - 1, '0')
  return `.${digits.replace(/0+$/, '')}`
}
