import type {
  Peaks,
  Samples,
  SoundHead,
  SoundState,
  SpeechPiece,
  SpeechSettings
} from '../../labelers/kit/sound.ts'
import { type Seconds, seconds } from '../../labelers/kit/seconds.ts'
import { Bins } from './bins.ts'
import { columnOfSome, columnsOfBins, type Columns, columnsOfSamples } from './columns.ts'
import { fewerSamples } from './fewer-samples.ts'
import { findSpeech } from './find-speech.ts'
import { mixed, type PcmSource } from './pcm-source.ts'
import { readBins, type ReadElsewhere } from './read-bins.ts'

const MOST_COLUMNS = 8192
const LONGEST_SAMPLES = 60
/** Samples that a preview looks at in each column. */
const GLANCE = 256
/** How often the window hears how far the reading is, in milliseconds. */
const NEWS_EVERY = 100

/** One recording that is open: its samples, and what is kept of all of them. */
export class Recording {
  readonly bins: Bins
  readonly #source: PcmSource
  readonly #heard: (state: SoundState) => void
  readonly #closing = new AbortController()
  #asking = new AbortController()
  readonly #whole: Promise<void>
  #isWhole = () => {}

  /** `bins` are those that were kept of this recording, whole. */
  constructor(source: PcmSource, heard: (state: SoundState) => void, bins?: Bins) {
    this.#source = source
    this.#heard = heard
    this.bins = bins ?? new Bins(source.sampleRate, source.length)
    this.#whole = new Promise(resolve => (this.#isWhole = resolve))
  }

  get head(): SoundHead {
    const { sampleRate, channels, length } = this.#source
    return { sampleRate, channels, duration: seconds(length / sampleRate) }
  }

  get state(): SoundState {
    if (this.bins.whole) return { state: 'ready', head: this.head }
    const exactTo = seconds((this.bins.count * this.bins.width) / this.#source.sampleRate)
    return { state: 'reading', head: this.head, exactTo }
  }

  /** Reads it to its end. False: it was closed before. */
  async readAll(elsewhere?: ReadElsewhere): Promise<boolean> {
    const { signal } = this.#closing
    let told = -Infinity
    const heard = () => {
      if (signal.aborted || performance.now() - told < NEWS_EVERY || this.bins.whole) return
      told = performance.now()
      this.#heard(this.state)
    }
    heard()
    try {
      await readBins({ source: this.#source, bins: this.bins, signal, heard }, elsewhere)
    } finally {
      this.#isWhole()
    }
    if (signal.aborted) return false
    this.#heard(this.state)
    return true
  }

  async peaks(from: Seconds, to: Seconds, wanted: number): Promise<Peaks> {
    const count = Math.max(0, Math.min(MOST_COLUMNS, Math.floor(wanted)))
    const rate = this.#source.sampleRate
    const columns = { from: from * rate, to: Math.max(from, to) * rate, count }
    const values = new Int8Array(count * 2)
    const exact = await this.#fill(columns, values)
    return { from, to, values, exact }
  }

  /** At most a minute, channels mixed. */
  async samples(from: Seconds, to: Seconds, wantedRate: number): Promise<Samples> {
    const { sampleRate, length } = this.#source
    const first = Math.min(length, Math.max(0, Math.round(from * sampleRate)))
    const last = Math.min(length, Math.round(Math.min(to, from + LONGEST_SAMPLES) * sampleRate))
    const factor = Math.max(1, Math.ceil(sampleRate / Math.max(1, wantedRate)))
    const values = mixed(await this.#source.read(first, Math.max(0, last - first)))
    return {
      from: seconds(first / sampleRate),
      sampleRate: sampleRate / factor,
      values: fewerSamples(values, factor)
    }
  }

  /** When it is read to its end. Null: another asking came, or it was closed. */
  async speech(settings: SpeechSettings): Promise<readonly SpeechPiece[] | null> {
    this.#asking.abort()
    const asking = (this.#asking = new AbortController())
    const ended = new Promise<void>(resolve => asking.signal.addEventListener('abort', () => resolve()))
    await Promise.race([this.#whole, ended])
    if (asking.signal.aborted || !this.bins.whole) return null
    return findSpeech(this.bins.levels, this.head.duration ?? seconds(0), settings)
  }

  close(): void {
    this.#closing.abort()
    this.#asking.abort()
    this.#source.close()
  }

  /** True: every sample was looked at. */
  async #fill(columns: Columns, values: Int8Array): Promise<boolean> {
    const width = (columns.to - columns.from) / Math.max(1, columns.count)
    if (width < this.bins.width) {
      const start = Math.max(0, Math.floor(columns.from))
      const count = Math.ceil(columns.to) + 1 - start
      if (count > 0) columnsOfSamples(columns, start, mixed(await this.#source.read(start, count)), values)
      return true
    }
    const known = columnsOfBins(columns, this.bins, values)
    if (known === columns.count) return true
    if (this.#source.sparse) await this.#glance(columns, known, values)
    return false
  }

  /** A preview of the columns from `first` on: a few samples from the middle of each. */
  async #glance(columns: Columns, first: number, values: Int8Array): Promise<void> {
    const width = (columns.to - columns.from) / columns.count
    const count = Math.min(GLANCE, Math.ceil(width))
    for (let column = first; column < columns.count; column++) {
      const at = Math.floor(columns.from + (column + 0.5) * width - count / 2)
      if (at + count <= 0 || at >= this.#source.length) continue
      columnOfSome(values, column, mixed(await this.#source.read(at, count)))
    }
  }
}
