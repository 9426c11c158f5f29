import { type Seconds, seconds } from '../../labelers/kit/seconds.ts'
import type { SpeechPiece, SpeechSettings } from '../../labelers/kit/sound.ts'
import { BINS_PER_SECOND } from './bins.ts'

/** Levels are half decibels above -128 dB. */
const decibels = (value: number) => 2 * value

/** What is heard around a moment, half a minute each way, says how loud silence and speech are there. */
const AROUND = 30 * BINS_PER_SECOND
const QUIET_SHARE = 0.1
const LOUD_SHARE = 0.95
/** Below this all is silence, as between the words of a made voice. */
const SILENCE = 2 * (128 - 70)
/** Speech far from the microphone is at most this much quieter than the loudest of the recording. */
const FAINTEST = decibels(15)
/** Speech stands out of what is around it at least this much. */
const LEAST_RISE = decibels(4)
/** A piece that has begun goes on down to this much less. */
const HOLD = decibels(3)

/**
 * Pieces of speech by how loud every hundredth of a second is: louder than a share of the way from silence to speech, both
 * measured around each moment. The same levels and settings give the same pieces.
 */
export function findSpeech(levels: Uint8Array, duration: Seconds, settings: SpeechSettings): SpeechPiece[] {
  const bins = (length: Seconds) => Math.round(length * BINS_PER_SECOND)
  const joined = join(loud(smooth(levels), settings.sensitivity), bins(settings.minSilence))
  const least = Math.max(1, bins(settings.minSpeech))
  const kept = joined.filter(([from, to]) => to - from >= least)
  return padded(kept, bins(settings.padding), levels.length).map(([from, to]) => ({
    start: seconds(from / BINS_PER_SECOND),
    end: seconds(Math.min(duration, to / BINS_PER_SECOND))
  }))
}

type Span = readonly [from: number, to: number]

/** The mean of five: a click is no speech, and a stop within a word no silence. */
function smooth(levels: Uint8Array): Float32Array {
  return Float32Array.from(levels, (_, at) => {
    const around = levels.subarray(Math.max(0, at - 2), at + 3)
    return around.reduce((sum, level) => sum + level, 0) / around.length
  })
}

function loud(levels: Float32Array, sensitivity: number): Span[] {
  const share = 0.45 - 0.4 * sensitivity
  const thresholds = thresholdsOf(levels, share)
  const spans: Span[] = []
  let from = -1
  levels.forEach((level, at) => {
    const threshold = thresholds[Math.floor(at / BINS_PER_SECOND)] ?? Infinity
    if (from < 0 && level >= threshold) from = at
    else if (from >= 0 && level < threshold - HOLD) {
      spans.push([from, at])
      from = -1
    }
  })
  if (from >= 0) spans.push([from, levels.length])
  return spans
}

/** For each second, from a count of the levels around it that moves along. */
function thresholdsOf(levels: Float32Array, share: number): number[] {
  const loudest = Math.max(SILENCE, quantile(counted(levels, 0, levels.length), levels.length, LOUD_SHARE))
  const counts = new Uint32Array(256)
  let [from, to] = [0, 0]
  return Array.from({ length: Math.ceil(levels.length / BINS_PER_SECOND) }, (_, second) => {
    const middle = (second + 0.5) * BINS_PER_SECOND
    for (const end = Math.min(levels.length, middle + AROUND); to < end; to++)
      counts[Math.round(levels[to]!)]!++
    for (const begin = Math.max(0, middle - AROUND); from < begin; from++)
      counts[Math.round(levels[from]!)]!--
    const quiet = Math.max(SILENCE, quantile(counts, to - from, QUIET_SHARE))
    const speech = Math.max(quantile(counts, to - from, LOUD_SHARE), loudest - FAINTEST)
    return quiet + Math.max(LEAST_RISE, share * (speech - quiet))
  })
}

function counted(levels: Float32Array, from: number, to: number): Uint32Array {
  const counts = new Uint32Array(256)
  for (let at = from; at < to; at++) counts[Math.round(levels[at]!)]!++
  return counts
}

/** The level that this share of them does not reach. */
function quantile(counts: Uint32Array, total: number, share: number): number {
  let below = 0
  for (let level = 0; level < counts.length; level++) {
    below += counts[level]!
    if (below > share * total) return level
  }
  return counts.length - 1
}

function join(spans: readonly Span[], leastSilence: number): Span[] {
  const joined: Span[] = []
  for (const span of spans) {
    const last = joined.at(-1)
    if (last !== undefined && span[0] - last[1] < leastSilence) joined[joined.length - 1] = [last[0], span[1]]
    else joined.push(span)
  }
  return joined
}

/** Where two would meet, each gets half of what is between them, less a hundredth of a second. */
function padded(spans: readonly Span[], padding: number, end: number): Span[] {
  const room = (gap: number) => Math.max(0, Math.min(padding, Math.floor((gap - 1) / 2)))
  return spans.map(([from, to], number) => {
    const before = spans[number - 1]?.[1]
    const behind = spans[number + 1]?.[0]
    return [
      from - (before === undefined ? Math.min(padding, from) : room(from - before)),
      to + (behind === undefined ? Math.min(padding, end - to) : room(behind - to))
    ]
  })
}
