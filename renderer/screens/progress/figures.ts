import { inThousands } from '../../shell/place-names.ts'

/** `34.3 %`; what is not nothing is never `0.0 %`, and what is not all never `100.0 %`. */
export function percent(part: number): string {
  if (part > 0 && part < 0.0005) return '< 0.1 %'
  if (part < 1 && part >= 0.9995) return '> 99.9 %'
  return `${(part * 100).toFixed(1)} %`
}

/** `6.5 h`, `12 min`. */
export function activeTime(ms: number): string {
  return ms < 3_600_000 ? `${Math.round(ms / 60_000)} min` : `${(ms / 3_600_000).toFixed(1)} h`
}

/** `1 item`, `4,102 items`. */
export function counted(count: number, noun: string): string {
  return `${inThousands(count)} ${noun}${count === 1 ? '' : 's'}`
}

/** `268`, or a dash where too little was done to say. */
export function rate(perHour: number | null): string {
  return perHour === null ? '–' : inThousands(Math.round(perHour))
}
