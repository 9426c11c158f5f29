import type { MonoBlock } from './pcm-source.ts'

/** Bins in a second. Each holds what its samples are at least, at most, and in the mean. */
export const BINS_PER_SECOND = 100

/** Half decibels above -128 dB. */
const LOUDEST = 255

/**
 * What is kept of a recording: for every hundredth of a second its lowest and highest sample and how loud it is. It is
 * filled from the start on; `count` bins are true.
 */
export class Bins {
  /** Samples of a bin: not always a whole number. */
  readonly width: number
  readonly total: number
  readonly #length: number
  /** Lowest and highest one after another; -127 to 127 is full scale. */
  readonly peaks: Int8Array
  /** Half decibels above -128 dB, without what stands still. */
  readonly levels: Uint8Array
  count = 0
  #at = 0
  #low = Infinity
  #high = -Infinity
  #sum = 0
  #squares = 0
  #held = 0

  constructor(sampleRate: number, length: number) {
    this.width = sampleRate / BINS_PER_SECOND
    this.#length = length
    this.total = Math.ceil(length / this.width)
    this.peaks = new Int8Array(this.total * 2)
    this.levels = new Uint8Array(this.total)
  }

  get whole(): boolean {
    return this.count === this.total
  }

  /** The samples behind those that were added before. What is more than the recording's length is left out. */
  add({ values, scale }: MonoBlock): void {
    const end = Math.min(values.length, this.#length - this.#at)
    let at = 0
    while (at < end) {
      const binEnd = Math.min(this.#length, Math.round((this.count + 1) * this.width))
      const until = Math.min(end, at + binEnd - this.#at)
      this.#take(values, at, until, scale)
      this.#at += until - at
      at = until
      if (this.#at === binEnd) this.#close()
    }
  }

  /** No more samples will come than were added: the rest is silent. */
  end(): void {
    if (this.#held > 0) this.#close()
    this.count = this.total
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
    const mean = this.#sum / this.#held
    this.peaks[2 * this.count] = toPeak(this.#low)
    this.peaks[2 * this.count + 1] = toPeak(this.#high)
    this.levels[this.count] = toLevel(this.#squares / this.#held - mean * mean)
    this.count++
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
