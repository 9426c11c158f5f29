/** Something with times in seconds. */
export interface Timed {
  readonly start: number
  readonly end: number
}

export interface WholeMilliseconds {
  readonly start: number
  readonly end: number
}

/**
 * Times to the nearest millisecond, for formats that have nothing finer. None gets zero length, and two that did not
 * overlap do not overlap afterwards. `timed` in order of start.
 */
export function wholeMilliseconds(timed: readonly Timed[]): readonly WholeMilliseconds[] {
  // Those that may still overlap what comes, with where their rounded ends are.
  let open: { readonly end: number; readonly rounded: number }[] = []
  let floor = 0
  return timed.map(({ start, end }) => {
    open = open.filter(each => {
      if (each.end > start) return true
      floor = Math.max(floor, each.rounded)
      return false
    })
    const from = Math.max(Math.round(start * 1000), floor)
    const to = Math.max(Math.round(end * 1000), from + 1)
    open.push({ end, rounded: to })
    return { start: from, end: to }
  })
}

/** `01:02:03.004`, hours as many digits as it takes. */
export function clock(milliseconds: number, point: '.' | ','): string {
  const pad = (value: number, digits: number) => String(value).padStart(digits, '0')
  const seconds = Math.floor(milliseconds / 1000)
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  return `${pad(hours, 2)}:${pad(minutes, 2)}:${pad(seconds % 60, 2)}${point}${pad(milliseconds % 1000, 3)}`
}

/** Seconds of hours, minutes, seconds and the digits behind the point, each as text or absent. */
export function secondsOf([hours, minutes, whole, fraction]: readonly (string | undefined)[]): number {
  const upTo = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(whole ?? 0)
  return (upTo * 1000 + Number((fraction ?? '').padEnd(3, '0'))) / 1000
}
