import type { Samples } from '../../../kit/sound.ts'
import { Fourier } from './fourier.ts'
import { hertzAt } from './mel.ts'

/** What is asked of a spectrogram: a stretch of time, in seconds, and the pixels for it. */
export interface PictureOf {
  readonly from: number
  readonly to: number
  readonly columns: number
  readonly rows: number
}

/** How strong each frequency is at each time, for drawing. */
export interface Picture extends PictureOf {
  /** Row after row from the highest frequency: 0 cannot be seen, 255 is as strong as the recording gets. */
  readonly levels: Uint8ClampedArray
  /** Hertz at the upper edge. */
  readonly top: number
  /** Decibels of the strongest that was seen yet: give it to the next picture, so that all look alike. */
  readonly loudest: number
}

/** Seconds. What is nearer to each other is one: long enough to part harmonics of a low voice, short enough for syllables. */
const PIECE = 0.032
/** Decibels between what cannot be seen and the strongest. */
const RANGE = 60
/** Decibels. Nothing weaker counts as the strongest, or else silence would look like noise. */
const SILENT = -60

/** Samples of a piece at a rate, a power of two. */
export function pieceSize(sampleRate: number): number {
  return Math.max(64, 2 ** Math.round(Math.log2(PIECE * sampleRate)))
}

/**
 * The spectrogram of a stretch. Samples before and behind it count where it begins and ends. It rests after every column,
 * so that whoever asks can let others work.
 */
export function* pictureOf(samples: Samples, wanted: PictureOf, loudest: number): Generator<void, Picture> {
  const { sampleRate, values } = samples
  const { from, to, columns, rows } = wanted
  const fourier = new Fourier(pieceSize(sampleRate))
  const bands = bandsOf(fourier, sampleRate, rows)
  const powers = new Float64Array(fourier.bins)
  const strongest = new Float64Array(fourier.bins)
  const decibels = new Float32Array(columns * rows)
  const hop = ((to - from) / columns) * sampleRate
  const pieces = Math.ceil(hop / fourier.size)
  let most = Math.max(loudest, SILENT)
  for (let column = 0; column < columns; column++) {
    const start = (from - samples.from) * sampleRate + column * hop
    strongest.fill(0)
    for (let piece = 0; piece < pieces; piece++) {
      const middle = start + ((piece + 0.5) * hop) / pieces
      fourier.powers(values, Math.round(middle - fourier.size / 2), powers)
      for (let bin = 0; bin < fourier.bins; bin++) strongest[bin] = Math.max(strongest[bin]!, powers[bin]!)
    }
    for (let row = 0; row < rows; row++) {
      const level = levelIn(strongest, bands[row]!)
      decibels[row * columns + column] = level
      most = Math.max(most, level)
    }
    yield
  }
  const levels = new Uint8ClampedArray(decibels.length)
  for (let at = 0; at < levels.length; at++) levels[at] = (1 + (decibels[at]! - most) / RANGE) * 255
  return { ...wanted, levels, top: sampleRate / 2, loudest: most }
}

/** The frequencies that one row shows. */
interface Band {
  /** Bins, not whole ones. */
  readonly low: number
  readonly high: number
  /** Decibels added: voices lose six an octave, and the eye would see nothing of an s. */
  readonly lift: number
}

function bandsOf({ size }: Fourier, sampleRate: number, rows: number): readonly Band[] {
  const top = sampleRate / 2
  return Array.from({ length: rows }, (_, row) => {
    const [low, high] = [hertzAt(1 - (row + 1) / rows, top), hertzAt(1 - row / rows, top)]
    return {
      low: (low / sampleRate) * size,
      high: (high / sampleRate) * size,
      lift: 20 * Math.log10(Math.max(200, (low + high) / 2) / 1000)
    }
  })
}

/** Decibels of the strongest frequency of a band; between two of them where it is narrower than one. */
function levelIn(powers: Float64Array, { low, high, lift }: Band): number {
  const first = Math.ceil(low)
  let power = 0
  for (let bin = first; bin <= high; bin++) power = Math.max(power, powers[bin] ?? 0)
  if (first > high) {
    const between = (low + high) / 2
    const below = Math.floor(between)
    const share = between - below
    power = (powers[below] ?? 0) * (1 - share) + (powers[below + 1] ?? 0) * share
  }
  return power === 0 ? -Infinity : 10 * Math.log10(power) + lift
}
