import type { Bins } from './bins.ts'
import { toPeak } from './bins.ts'

/** Columns of a picture: the samples `from` to `to`, in `count` columns of the same width. */
export interface Columns {
  readonly from: number
  readonly to: number
  readonly count: number
}

const widthOf = ({ from, to, count }: Columns) => (to - from) / count

/** Lowest and highest of each column, from samples that begin at `start`. Columns without samples stay as they are. */
export function columnsOfSamples(
  columns: Columns,
  start: number,
  samples: Float32Array,
  into: Int8Array
): void {
  const width = widthOf(columns)
  for (let column = 0; column < columns.count; column++) {
    const first = Math.floor(columns.from + column * width) - start
    // Narrower than a sample: the one it lies in.
    const last = Math.max(first + 1, Math.ceil(columns.from + (column + 1) * width) - start)
    put(into, column, samples, Math.max(0, first), Math.min(samples.length, last))
  }
}

/** The same from bins, those that a column touches; only columns that lie in the bins that are true. Their number. */
export function columnsOfBins(columns: Columns, bins: Bins, into: Int8Array): number {
  const width = widthOf(columns)
  const { peaks, count } = bins
  const known = bins.whole ? Infinity : count * bins.width
  for (let column = 0; column < columns.count; column++) {
    const from = columns.from + column * width
    if (from + width > known) return column
    const first = Math.floor(from / bins.width)
    const last = Math.min(count, Math.max(first + 1, Math.ceil((from + width) / bins.width)))
    let low = 127
    let high = -127
    for (let bin = Math.max(0, first); bin < last; bin++) {
      low = Math.min(low, peaks[2 * bin]!)
      high = Math.max(high, peaks[2 * bin + 1]!)
    }
    if (low > high) continue
    into[2 * column] = low
    into[2 * column + 1] = high
  }
  return columns.count
}

function put(into: Int8Array, column: number, samples: Float32Array, first: number, last: number): void {
  let low = Infinity
  let high = -Infinity
  for (let at = first; at < last; at++) {
    const value = samples[at]!
    if (value < low) low = value
    if (value > high) high = value
  }
  if (low > high) return
  into[2 * column] = toPeak(low)
  into[2 * column + 1] = toPeak(high)
}

/** One column from a few of its samples. */
export function columnOfSome(into: Int8Array, column: number, samples: Float32Array): void {
  put(into, column, samples, 0, samples.length)
}
