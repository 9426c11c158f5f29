import { seconds } from '../../kit/seconds.ts'
import { following, placed, revealing, scrolled, type TimeWindow, zoomed } from './time-window.ts'

/** Seconds that are shown of a long recording when it opens. */
const OPENS_WITH = 30

/**
 * What is shown of the recording on the screen, outside of React: at 60 frames a second only what draws must move.
 */
export class WaveWindow {
  /** Pixels of the time axis. */
  width = 0
  #shown: TimeWindow
  #duration: number
  readonly #listeners = new Set<() => void>()

  constructor(duration: number, shown?: TimeWindow) {
    this.#duration = duration
    this.#shown = shown ?? placed(0, Math.min(duration, OPENS_WITH), duration)
  }

  get shown(): TimeWindow {
    return this.#shown
  }

  /** Seconds. */
  get duration(): number {
    return this.#duration
  }

  /** Returns its removal. */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  setDuration(duration: number): void {
    if (duration === this.#duration) return
    const whole = this.#shown.to - this.#shown.from >= this.#duration
    this.#duration = duration
    this.#shown = placed(
      this.#shown.from,
      whole ? Math.min(duration, OPENS_WITH) : this.#shown.to - this.#shown.from,
      duration
    )
    this.#tell()
  }

  setWidth(width: number): void {
    if (width === this.width) return
    this.width = width
    this.#tell()
  }

  show(shown: TimeWindow): void {
    if (shown.from === this.#shown.from && shown.to === this.#shown.to) return
    this.#shown = shown
    this.#tell()
  }

  fit(): void {
    this.show({ from: seconds(0), to: seconds(this.#duration) })
  }

  zoom(factor: number, time: number): void {
    this.show(zoomed(this.#shown, factor, time, this.#duration))
  }

  scroll(share: number): void {
    this.show(scrolled(this.#shown, share, this.#duration))
  }

  reveal(stretch: { readonly start: number; readonly end: number }): void {
    this.show(revealing(this.#shown, stretch, this.#duration))
  }

  follow(time: number): void {
    this.show(following(this.#shown, time, this.#duration))
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener()
  }
}
