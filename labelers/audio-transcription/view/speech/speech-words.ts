import type { SoundState, SpeechPiece, SpeechSettings } from '../../../kit/sound.ts'
import type { Segment } from '../../schema.ts'
import { spoken } from './pieces.ts'

/** `0.8 s`, `48 s`, `3 min 12 s`, `1 h 4 min`. */
export function longTime(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`
  const whole = Math.round(seconds)
  if (whole < 60) return `${whole} s`
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`
  return `${Math.floor(whole / 3600)} h ${Math.round((whole % 3600) / 60)} min`
}

/** `1 segment`, `58 segments`. */
export function segmentCount(count: number): string {
  return `${count.toLocaleString('en')} ${count === 1 ? 'segment' : 'segments'}`
}

/** `58 segments, 6 min 2 s of speech (69 %)`. */
export function foundText(pieces: readonly SpeechPiece[], state: SoundState): string {
  const long = spoken(pieces)
  const all = 'head' in state ? state.head.duration : null
  const share = all === null ? '' : ` (${Math.round((long / all) * 100)} %)`
  return `${segmentCount(pieces.length)}, ${longTime(long)} of speech${share}`
}

/** Why there may be nothing, and what to do. */
export function nothingFoundText({ sensitivity, minSpeech }: SpeechSettings): string {
  if (sensitivity < 1)
    return 'No speech found. Raise the sensitivity: quiet voices are taken for silence now.'
  if (minSpeech > 0.05)
    return 'No speech found. Shorten the shortest speech: what is heard is shorter than that.'
  return 'No speech found, however sensitive: the recording is silent, or the same noise all the time.'
}

/** What goes with all segments. Undefined: nothing that anybody typed. */
export function lossText(segments: readonly Segment[]): string | undefined {
  const written = segments.filter(({ text }) => text.trim() !== '').length
  if (written === 0) return undefined
  if (segments.length === 1) return 'The segment has text. It goes with it.'
  const all = written === segments.length ? '' : ` of ${segments.length.toLocaleString('en')}`
  return `${written.toLocaleString('en')}${all} segments have text. It goes with them.`
}
