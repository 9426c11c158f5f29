import type { Seconds } from './seconds.ts'

/** What a recording is, as far as it is known. */
export interface SoundHead {
  /** Exact to a millisecond. Null where only reading the file to its end tells, and that is not done yet. */
  readonly duration: Seconds | null
  /** Hz. */
  readonly sampleRate: number
  readonly channels: number
}

/** How far the reading of a recording is. */
export type SoundState =
  | { readonly state: 'opening' }
  /** Up to `exactTo` what `peaks` gives is exact; behind it is a preview made from a few places, or nothing yet. */
  | { readonly state: 'reading'; readonly head: SoundHead; readonly exactTo: Seconds }
  | { readonly state: 'ready'; readonly head: SoundHead }
  /** A sentence for people. Nothing of it can be drawn; it may still play. */
  | { readonly state: 'broken'; readonly problem: string }

/** Lowest and highest sample of each column of a picture of a waveform. */
export interface Peaks {
  readonly from: Seconds
  readonly to: Seconds
  /** Lowest and highest of each column, one after another, all channels mixed: -127 to 127 is full scale. */
  readonly values: Int8Array
  /** Every sample was looked at. Else draw it, and ask again when the state says more is exact. */
  readonly exact: boolean
}

/** A piece of the recording, mixed to one channel: what a spectrogram is made of. */
export interface Samples {
  readonly from: Seconds
  /** Hz. The rate asked for or below. */
  readonly sampleRate: number
  /** -1 to 1. */
  readonly values: Float32Array
}

export interface SpeechSettings {
  /** 0 takes only what is surely speech, 1 takes all that is not silence. */
  readonly sensitivity: number
  /** Shorter pieces of speech are passed over. */
  readonly minSpeech: Seconds
  /** Shorter silences do not part two pieces. */
  readonly minSilence: Seconds
  /** Kept before and behind each piece. */
  readonly padding: Seconds
}

export interface SpeechPiece {
  readonly start: Seconds
  readonly end: Seconds
}

/**
 * A recording of an item, read by another process: nothing here holds more of it than what is asked for. Close it when the
 * view goes.
 */
export interface Sound {
  /** For a media element. Seeking in it is right to 10 ms, whatever the format. */
  readonly url: string
  readonly state: () => SoundState
  /** Called when `state` gives another value. Returns its removal. */
  readonly subscribe: (listener: () => void) => () => void
  /** From the level of detail that fits. At most 8,192 columns; times outside the recording are silent. */
  readonly peaks: (from: Seconds, to: Seconds, columns: number) => Promise<Peaks>
  /** At most a minute. */
  readonly samples: (from: Seconds, to: Seconds, sampleRate: number) => Promise<Samples>
  /**
   * Same recording and settings, same pieces: in order, apart from each other. Asking again before it came ends the older
   * asking, which then gives undefined.
   */
  readonly speech: (settings: SpeechSettings) => Promise<readonly SpeechPiece[] | undefined>
  readonly close: () => void
}
