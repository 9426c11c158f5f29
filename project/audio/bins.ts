import type { MonoBlock } from './pcm-source.ts'

/** Bins in a second. Each holds what its samples are at least, at most, and in the mean. */
export const BINS_PER_SECOND = 100

/** Half decibels above -128 dB. */
const LOUDEST = 255

/** Some bins of a recording. */
export interface BinsPart {
  readonly first: number
  /** Lowest and highest one after another; -127 to 127 is full scale. */
  readonly peaks: Int8Array
  /** Half decibels above -128 dB, without what stands still. */
  readonly levels: Uint8Array
}

/**
 * What is kept of a recording: for every hundredth of a second its lowest and highest sample and how loud it is. `count`
 * bins from the start on are true.
 */
export class Bins implements BinsPart {
  readonly first = 0
  /** Samples of a bin: not always a whole number. */
  readonly width: number
  readonly total: number
  readonly peaks: Int8Array
  readonly levels: Uint8Array
  /** From where to where bins are true that others before them are not. */
  readonly #ahead: [from: number, to: number][] = []
  #count = 0

  constructor(sampleRate: number, length: number) {
    this.width = sampleRate / BINS_PER_SECOND
    this.total = Math.ceil(length / this.width)
    this.peaks = new Int8Array(this.total * 2)
    this.levels = new Uint8Array(this.total)
  }

  get count(): number {
    return this.#count
  }

  get whole(): boolean {
    return this.#count === this.total
  }

  /** The first sample of a bin. */
  start(bin: number): number {
    return Math.round(bin * this.width)
  }

  /** Takes over bins that were made elsewhere. */
  put({ first, peaks, levels }: BinsPart): void {
    this.peaks.set(peaks, 2 * first)
    this.levels.set(levels, first)
    this.made(first, first + levels.length)
  }

  /** These bins are true from now on. */
  made(from: number, to: number): void {
    this.#ahead.push([from, to])
    this.#ahead.sort((a, b) => a[0] - b[0])
    for (let next = this.#ahead[0]; next !== undefined && next[0] <= this.#count; next = this.#ahead[0]) {
      this.#count = Math.max(this.#count, next[1])
      this.#ahead.shift()
    }
  }
}

/** Makes the bins `from` to `to` of their samples, which are given in order from the first sample of `from` on. */
export class BinMaker {
  readonly #bins: Bins
  readonly #to: number
  readonly #length: number
  #bin: number
  #at: number
  #low = Infinity
  #high = -Infinity
  #sum = 0
  #squares = 0
  #held = 0

  constructor(bins: Bins, length: number, from: number, to: number) {
    this.#bins = bins
    this.#length = length
    this.#to = to
    this.#bin = from
    this.#at = bins.start(from)
  }

  get ended(): boolean {
    return this.#bin === this.#to
  }

  add({ values, scale }: MonoBlock): void {
    const before = this.#bin
    for (let at = 0; at < values.length && !this.ended;) {
      const binEnd = Math.min(this.#length, this.#bins.start(this.#bin + 1))
      const until = Math.min(values.length, at + binEnd - this.#at)
      this.#take(values, at, until, scale)
      this.#at += until - at
      at = until
      if (this.#at === binEnd) this.#close()
    }
    if (this.#bin > before) this.#bins.made(before, this.#bin)
  }

  /** No more samples will come: the rest is silent. */
  end(): void {
    const before = this.#bin
    if (this.#held > 0) this.#close()
    if (before < this.#to) this.#bins.made(before, this.#to)
    this.#bin = this.#to
  }

  #take(values: Int16Array | Float32Array, from: number, to: number, scale: number): void {
    let low = Infinity
    let high = -Infinity
    let sum = 0
    let squares = 0
    for (let at = from; at < to; at++) {
      const value = values[at]!
      if (value < low) low = value
      if (value > high) high = value
      sum += value
      squares += value * value
    }
    this.#low = Math.min(this.#low, low * scale)
    this.#high = Math.max(this.#high, high * scale)
    this.#sum += sum * scale
    this.#squares += squares * scale * scale
    this.#held += to - from
  }

  #close(): void {
    const { peaks, levels } = this.#bins
    const mean = this.#sum / this.#held
    peaks[2 * this.#bin] = toPeak(this.#low)
    peaks[2 * this.#bin + 1] = toPeak(this.#high)
    levels[this.#bin] = toLevel(this.#squares / this.#held - mean * mean)
    this.#bin++
    this.#low = Infinity
    this.#high = -Infinity
    this.#sum = this.#squares = this.#held = 0
  }
}

export const toPeak = (value: number) => Math.max(-127, Math.min(127, Math.round(value * 127)))

function toLevel(power: number): number {
  if (!(power > 0)) return 0
  return Math.max(0, Math.min(LOUDEST, Math.round(2 * (128 + 10 * Math.log10(power)))))
}
