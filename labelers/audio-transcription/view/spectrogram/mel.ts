/** The mel scale, on which steps that sound alike are alike (O'Shaughnessy, Speech Communication, 1987). */
export function toMel(hertz: number): number {
  return 2595 * Math.log10(1 + hertz / 700)
}

/** The inverse of `toMel`. */
export function toHertz(mel: number): number {
  return 700 * (10 ** (mel / 2595) - 1)
}

/** Where a frequency stands on an axis up to `top`: 0 at its lower end, 1 at its upper. */
export function heightOf(hertz: number, top: number): number {
  return toMel(hertz) / toMel(top)
}

/** The frequency at a height, the inverse of `heightOf`. */
export function hertzAt(height: number, top: number): number {
  return toHertz(height * toMel(top))
}

export interface FrequencyTick {
  /** 0 at the lower end of the axis, 1 at the upper. */
  readonly height: number
  /** `500`, `2k`. */
  readonly text: string
}

const round = [250, 500, 1000, 2000, 3000, 4000, 6000, 8000, 12_000, 16_000]

/** The round frequencies below `top` that leave each other, and the upper end, `apart` of the axis. */
export function frequencyTicks(top: number, apart: number): readonly FrequencyTick[] {
  const ticks: FrequencyTick[] = []
  let last = 0
  for (const hertz of round) {
    const height = heightOf(hertz, top)
    if (height < last + apart || height > 1 - apart) continue
    ticks.push({ height, text: hertz < 1000 ? String(hertz) : `${hertz / 1000}k` })
    last = height
  }
  return ticks
}
