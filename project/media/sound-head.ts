/** What the head of a recording says. */
export interface SoundHead {
  readonly sampleRate: number
  readonly channels: number
  /** Seconds; absent where only decoding would tell. */
  readonly duration?: number
  /** What is odd and does not keep it from being played, in a sentence. */
  readonly note?: string
}
