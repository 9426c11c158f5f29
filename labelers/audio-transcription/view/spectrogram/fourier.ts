/**
 * What is in a short piece of sound, by frequency: a fast Fourier transform (radix 2, in place) under a Hann window. One
 * of these is made for a size and used for every piece.
 */
export class Fourier {
  /** Samples of a piece, a power of two. */
  readonly size: number
  /** Frequencies told apart: from 0 to half the sample rate, both counted. */
  readonly bins: number
  readonly #hann: Float64Array
  readonly #cos: Float64Array
  readonly #sin: Float64Array
  readonly #mirrored: Uint16Array
  readonly #real: Float64Array
  readonly #imaginary: Float64Array

  constructor(size: number) {
    this.size = size
    this.bins = size / 2 + 1
    const turn = (n: number) => (2 * Math.PI * n) / size
    this.#hann = Float64Array.from({ length: size }, (_, n) => 0.5 - 0.5 * Math.cos(turn(n)))
    this.#cos = Float64Array.from({ length: size / 2 }, (_, n) => Math.cos(turn(n)))
    this.#sin = Float64Array.from({ length: size / 2 }, (_, n) => -Math.sin(turn(n)))
    this.#mirrored = mirroredIndices(size)
    this.#real = new Float64Array(size)
    this.#imaginary = new Float64Array(size)
  }

  /**
   * Power of each frequency of the piece that begins at sample `first`, into `powers`. 1 is a sine of full scale in the
   * middle of a frequency. What lies outside of the samples is silence.
   */
  powers(samples: Float32Array, first: number, powers: Float64Array): void {
    const [real, imaginary] = [this.#real, this.#imaginary]
    imaginary.fill(0)
    for (let n = 0; n < this.size; n++) {
      real[this.#mirrored[n]!] = (samples[first + n] ?? 0) * this.#hann[n]!
    }
    for (let half = 1; half < this.size; half *= 2) this.#joinHalves(half)
    // The window lets half of a sine through, and half of that stands at the negative frequency.
    const scale = (4 / this.size) ** 2
    for (let bin = 0; bin < this.bins; bin++) {
      powers[bin] = (real[bin]! ** 2 + imaginary[bin]! ** 2) * scale
    }
  }

  /** Makes transforms of twice `half` of every two neighbouring ones of `half`. */
  #joinHalves(half: number): void {
    const [real, imaginary] = [this.#real, this.#imaginary]
    const step = this.size / (2 * half)
    for (let start = 0; start < this.size; start += 2 * half)
      for (let n = 0; n < half; n++) {
        const [low, high] = [start + n, start + n + half]
        const [cos, sin] = [this.#cos[n * step]!, this.#sin[n * step]!]
        const turnedReal = real[high]! * cos - imaginary[high]! * sin
        const turnedImaginary = real[high]! * sin + imaginary[high]! * cos
        real[high] = real[low]! - turnedReal
        imaginary[high] = imaginary[low]! - turnedImaginary
        real[low]! += turnedReal
        imaginary[low]! += turnedImaginary
      }
  }
}

/** Every index below `size` with its bits in the opposite order. */
function mirroredIndices(size: number): Uint16Array {
  const mirrored = new Uint16Array(size)
  for (let n = 1; n < size; n++) mirrored[n] = (mirrored[n >> 1]! >> 1) | (n & 1 ? size / 2 : 0)
  return mirrored
}
