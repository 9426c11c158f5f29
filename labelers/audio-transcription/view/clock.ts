/** `06:27.84`, from an hour on `1:02:03.45`. `decimals` of a second, cut off and not rounded: a clock shows what has passed. */
export function clockTime(seconds: number, decimals = 2): string {
  const factor = 10 ** decimals
  // 0.29 × 100 is 28.999999999999996.
  const ticks = Math.max(0, Math.floor(seconds * factor + 1e-6))
  const whole = Math.floor(ticks / factor)
  const fraction = decimals === 0 ? '' : `.${String(ticks % factor).padStart(decimals, '0')}`
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  const two = (value: number) => String(value).padStart(2, '0')
  return `${hours > 0 ? `${hours}:` : ''}${two(minutes)}:${two(rest)}${fraction}`
}

/** `1:30`, `12:00`, `1:02:03.5`, `75`, `75,25`: seconds, with what stands before them. Undefined: that is no time. */
export function timeTyped(written: string): number | undefined {
  const match = /^\s*(?:(?:(\d+):)?(\d{1,2}):)?(\d+(?:[.,]\d+)?)\s*$/.exec(written)
  if (match === null) return undefined
  const [, hours = '0', minutes = '0', rest = ''] = match
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(rest.replace(',', '.'))
}
