/** One measured figure beside its floor: what the simplest thing that could work costs in the same run on the same machine. */
export interface BenchRow {
  readonly name: string
  readonly unit: 'ms' | 'frames' | 'MB' | 'per s' | '%'
  readonly ours: number
  readonly floor: number
  /** `ours / floor`, or whatever ratio the bar speaks of. */
  readonly ratio: number
  /** The largest ratio that passes. */
  readonly bar: number
}

/** What a `*.bench.ts` file exports. */
export interface Bench {
  readonly measure: () => Promise<readonly BenchRow[]>
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)

/** The value below which the share `q` of the values lies, by the nearest rank. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(q * sorted.length) - 1))] ?? NaN
}
