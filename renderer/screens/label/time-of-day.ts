/** `10:42:16`, in the person's own time zone. */
export function timeOfDay(iso: string): string {
  const time = new Date(iso)
  return Number.isNaN(time.getTime()) ? '' : time.toLocaleTimeString('en-GB')
}

/** `00:00:52`. */
export function duration(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return parts.map(part => String(part).padStart(2, '0')).join(':')
}

/** `23 Nov 2026, 10:42:16`, in the person's own time zone. */
export function dayAndTime(iso: string): string {
  const time = new Date(iso)
  if (Number.isNaN(time.getTime())) return iso
  const day = time.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })
  return `${day}, ${timeOfDay(iso)}`
}
