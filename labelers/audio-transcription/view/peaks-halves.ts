import type { Peaks } from '../../kit/sound.ts'

/** Upper and lower half of a waveform as wavesurfer takes them: two channels of 0 to 1. */
export function halvesOf({ values }: Pick<Peaks, 'values'>): [Float32Array, Float32Array] {
  const columns = values.length >> 1
  const [upper, lower] = [new Float32Array(columns), new Float32Array(columns)]
  for (let column = 0; column < columns; column++) {
    lower[column] = Math.max(0, -(values[column * 2] ?? 0)) / 127
    upper[column] = Math.max(0, values[column * 2 + 1] ?? 0) / 127
  }
  return [upper, lower]
}

/** What fills the height: quiet recordings are drawn larger, silence is not. */
export function loudestOf(halves: readonly Float32Array[]): number {
  let loudest = 0.1
  for (const half of halves) for (const value of half) if (value > loudest) loudest = value
  return Math.min(1, loudest)
}
