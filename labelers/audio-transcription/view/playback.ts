import { type Seconds, seconds } from '../../kit/seconds.ts'

/** What of a media element playing needs. */
export interface Media {
  currentTime: number
  playbackRate: number
  preservesPitch: boolean
  readonly paused: boolean
  readonly ended: boolean
  readonly play: () => Promise<void>
  readonly pause: () => void
  readonly addEventListener: (type: string, listener: () => void) => void
  readonly removeEventListener: (type: string, listener: () => void) => void
}

export interface Stretch {
  readonly start: Seconds
  readonly end: Seconds
}

/** Calls back once a frame while it is wanted; returns its end. */
export type Frames = (frame: () => void) => () => void

const speeds = [0.25, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4]
/** Seconds. A stretch that stops this close to its end was heard to its end. */
const AT_ITS_END = 0.03

const events = ['play', 'pause', 'ended', 'seeked', 'timeupdate', 'error'] as const

/**
 * Plays a recording, or a stretch of it that ends by itself or begins anew. Media elements tell the time four times a
 * second; while they play, this looks every frame, so that a stretch ends where it ends.
 */
export class Playback {
  /** Why nothing can be heard, in a sentence. */
  problem: string | undefined
  looping = false
  #stretch: Stretch | undefined
  #stopFrames: (() => void) | undefined
  readonly #media: Media
  readonly #frames: Frames
  readonly #changes = new Set<() => void>()
  readonly #ticks = new Set<(time: Seconds) => void>()

  constructor(media: Media, frames: Frames) {
    this.#media = media
    this.#frames = frames
    media.preservesPitch = true
    for (const event of events) media.addEventListener(event, this.#heard)
  }

  get time(): Seconds {
    return seconds(this.#media.currentTime)
  }

  get playing(): boolean {
    return !this.#media.paused && !this.#media.ended
  }

  get speed(): number {
    return this.#media.playbackRate
  }

  /** Called when it begins or stops, gets another speed, loops or cannot play. Returns its removal. */
  subscribe = (listener: () => void): (() => void) => {
    this.#changes.add(listener)
    return () => void this.#changes.delete(listener)
  }

  /** Called whenever the playhead is at another time, every frame while it plays. Returns its removal. */
  onTime(listener: (time: Seconds) => void): () => void {
    this.#ticks.add(listener)
    return () => void this.#ticks.delete(listener)
  }

  play(): void {
    this.#media.play().catch((error: unknown) => {
      // Paused before it began: nothing is wrong.
      if (error instanceof DOMException && error.name === 'AbortError') return
      this.problem = 'This recording cannot be played here.'
      this.#changed()
    })
  }

  pause(): void {
    this.#media.pause()
  }

  /**
   * Plays, or pauses. After a pause it goes on `rewind` seconds earlier, so that the words that were cut are heard again;
   * `within` is the stretch it plays to the end of, and begins anew once it was heard.
   */
  toggle(rewind: number, within?: Stretch): void {
    if (this.playing) return this.pause()
    if (within === undefined) {
      this.#stretch = undefined
      this.#goTo(this.time - rewind)
    } else {
      const heard = this.time < within.start - AT_ITS_END || this.time >= within.end - AT_ITS_END
      this.#stretch = within
      this.#goTo(heard ? within.start : Math.max(within.start, this.time - rewind))
    }
    this.play()
  }

  playStretch(stretch: Stretch): void {
    this.#stretch = stretch
    this.#goTo(stretch.start)
    this.play()
  }

  loop(stretch: Stretch | undefined): void {
    this.looping = stretch !== undefined
    if (stretch !== undefined) this.playStretch(stretch)
    this.#changed()
  }

  /** To a time. What plays goes on to the end of its stretch only if the time is in it. */
  seek(time: number): void {
    const { start, end } = this.#stretch ?? { start: -Infinity, end: Infinity }
    if (time < start || time >= end) this.#stretch = undefined
    this.#goTo(time)
  }

  skip(by: number): void {
    this.seek(this.time + by)
  }

  /** The next speed in this direction; 0 for the normal one. The pitch stays. */
  step(direction: -1 | 0 | 1): void {
    const now = this.speed
    const next =
      direction === 0
        ? 1
        : direction === 1
          ? speeds.find(speed => speed > now + 0.001)
          : speeds.findLast(speed => speed < now - 0.001)
    if (next !== undefined) this.setSpeed(next)
  }

  setSpeed(speed: number): void {
    this.#media.playbackRate = speed
    this.#changed()
  }

  #goTo(time: number): void {
    this.#media.currentTime = Math.max(0, time)
    this.#tell()
  }

  #heard = (): void => {
    if ('error' in this.#media && this.#media.error !== null)
      this.problem = 'This recording cannot be played here.'
    if (this.playing) this.#stopFrames ??= this.#frames(this.#look)
    else {
      this.#stopFrames?.()
      this.#stopFrames = undefined
    }
    this.#look()
    this.#changed()
  }

  #look = (): void => {
    const { end, start } = this.#stretch ?? { start: 0, end: Infinity }
    if (this.playing && this.time >= end) {
      if (this.looping) return this.#goTo(start)
      this.pause()
      return this.#goTo(end)
    }
    this.#tell()
  }

  #tell(): void {
    for (const listener of [...this.#ticks]) listener(this.time)
  }

  #changed(): void {
    for (const listener of [...this.#changes]) listener()
  }
}
