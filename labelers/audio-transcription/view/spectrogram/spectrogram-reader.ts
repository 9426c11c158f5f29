import { seconds } from '../../../kit/seconds.ts'
import type { Sound } from '../../../kit/sound.ts'
import { inSlices } from './in-slices.ts'
import { pictureOf, type Picture, type PictureOf, pieceSize } from './picture.ts'

/** Hertz. Speech has little above half of it. */
const RATE = 16_000
/** Seconds: what a recording gives of its samples at once. */
export const LONGEST = 60

/**
 * Draws spectrograms of one recording, one after another. While one is made, only the stretch that was asked for last is
 * remembered: so there is always a picture soon, however fast somebody scrolls.
 */
export class SpectrogramReader {
  readonly #sound: Pick<Sound, 'samples'>
  readonly #drawn: (picture: Picture) => void
  readonly #closing = new AbortController()
  #wanted: PictureOf | undefined
  #busy = false
  #loudest = -Infinity

  constructor(sound: Pick<Sound, 'samples'>, drawn: (picture: Picture) => void) {
    this.#sound = sound
    this.#drawn = drawn
  }

  /** At most `LONGEST` seconds. */
  show(wanted: PictureOf): void {
    this.#wanted = wanted
    if (!this.#busy) void this.#drawAll()
  }

  close(): void {
    this.#closing.abort()
  }

  async #drawAll(): Promise<void> {
    this.#busy = true
    for (let wanted = this.#next(); wanted !== undefined; wanted = this.#next()) {
      const picture = await this.#draw(wanted)
      if (picture === undefined) continue
      this.#loudest = picture.loudest
      this.#drawn(picture)
    }
    this.#busy = false
  }

  #next(): PictureOf | undefined {
    const wanted = this.#closing.signal.aborted ? undefined : this.#wanted
    this.#wanted = undefined
    return wanted
  }

  async #draw(wanted: PictureOf): Promise<Picture | undefined> {
    // What is seen at the very edges begins before and ends behind them.
    const around = Math.min(pieceSize(RATE) / RATE, (LONGEST - (wanted.to - wanted.from)) / 2)
    const from = seconds(Math.max(0, wanted.from - around))
    const samples = await this.#sound.samples(from, seconds(wanted.to + around), RATE)
    return inSlices(pictureOf(samples, wanted, this.#loudest), this.#closing.signal)
  }
}
