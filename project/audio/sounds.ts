import type { Peaks, Samples, SoundState, SpeechPiece, SpeechSettings } from '../../labelers/kit/sound.ts'
import type { Seconds } from '../../labelers/kit/seconds.ts'
import { FileError, type Files } from '../files.ts'
import { MalformedMedia } from '../media/file-bytes.ts'
import { mediaInfo } from '../media/media-info.ts'
import type { BinsPart } from './bins.ts'
import type { BinsWanted } from './bins-elsewhere.ts'
import { keepBins, keptBins, type KeptFile } from './kept-bins.ts'
import type { DecodeAac } from './m4a-source.ts'
import { openSource } from './open-source.ts'
import { PlayAsWav, type PlayedFile } from './play-as-wav.ts'
import { Recording } from './recording.ts'

/** Which recording, resolved: its absolute path, free of links. */
export interface SoundFile {
  readonly path: string
  readonly root: string
  /** What is read of it may be kept in the project for the next time. */
  readonly keep: boolean
}

/** Reads recordings for the window. Each has a number that the caller gives; closed ones answer with nothing. */
export interface SoundReader {
  open(sound: number, file: SoundFile): void
  peaks(sound: number, from: Seconds, to: Seconds, columns: number): Promise<Peaks>
  samples(sound: number, from: Seconds, to: Seconds, sampleRate: number): Promise<Samples>
  /** Null: another asking ended this one. */
  speech(sound: number, settings: SpeechSettings): Promise<readonly SpeechPiece[] | null>
  close(sound: number): void
  /** See `PlayAsWav`. Rejects where it cannot be decoded. */
  wavSize(file: PlayedFile): Promise<number | null>
  wavBytes(file: PlayedFile, start: number, length: number): Promise<Uint8Array>
}

/** Reads them on the thread it is called on. */
export class Sounds implements SoundReader {
  readonly #files: Files
  readonly #heard: (sound: number, state: SoundState) => void
  readonly #elsewhere: ((wanted: BinsWanted) => Promise<BinsPart>) | undefined
  readonly #decode: DecodeAac | undefined
  readonly #played: PlayAsWav
  /** Resolves to nothing where it is broken. */
  readonly #open = new Map<number, Promise<Recording | undefined>>()

  /** `elsewhere` makes some of the bins while this thread makes others; `decode` is whoever decodes AAC. */
  constructor(
    files: Files,
    heard: (sound: number, state: SoundState) => void,
    elsewhere?: (wanted: BinsWanted) => Promise<BinsPart>,
    decode?: DecodeAac
  ) {
    this.#files = files
    this.#heard = heard
    this.#elsewhere = elsewhere
    this.#decode = decode
    this.#played = new PlayAsWav(files, decode)
  }

  open(sound: number, file: SoundFile): void {
    this.#open.set(sound, this.#start(sound, file))
  }

  async peaks(sound: number, from: Seconds, to: Seconds, columns: number): Promise<Peaks> {
    const silence = { from, to, values: new Int8Array(columns * 2), exact: false }
    return this.#ask(sound, silence, recording => recording.peaks(from, to, columns))
  }

  async samples(sound: number, from: Seconds, to: Seconds, sampleRate: number): Promise<Samples> {
    const none = { from, sampleRate, values: new Float32Array(0) }
    return this.#ask(sound, none, recording => recording.samples(from, to, sampleRate))
  }

  async speech(sound: number, settings: SpeechSettings): Promise<readonly SpeechPiece[] | null> {
    const recording = await this.#open.get(sound)
    return recording === undefined ? [] : recording.speech(settings)
  }

  close(sound: number): void {
    const opening = this.#open.get(sound)
    this.#open.delete(sound)
    void opening?.then(recording => recording?.close())
  }

  wavSize(file: PlayedFile): Promise<number | null> {
    return this.#played.size(file)
  }

  wavBytes(file: PlayedFile, start: number, length: number): Promise<Uint8Array> {
    return this.#played.bytes(file, start, length)
  }

  /** Silence for what is broken, or breaks while it is asked: the state says so. */
  async #ask<T>(sound: number, silence: T, ask: (recording: Recording) => Promise<T>): Promise<T> {
    const recording = await this.#open.get(sound)
    if (recording === undefined) return silence
    try {
      return await ask(recording)
    } catch (error) {
      this.#heard(sound, broken(error))
      return silence
    }
  }

  async #start(sound: number, file: SoundFile): Promise<Recording | undefined> {
    const tell = (state: SoundState) => {
      if (this.#open.has(sound)) this.#heard(sound, state)
    }
    try {
      const info = await mediaInfo(this.#files, file.path, 'audio')
      if (info.problem !== undefined) throw new MalformedMedia(info.problem)
      const size = info.bytes ?? 0
      const source = await openSource(this.#files, file.path, size, this.#decode)
      const { sampleRate, length } = source
      const kept = { root: file.root, path: file.path, size, sampleRate, length }
      const known = await keptBins(this.#files, kept)
      const recording = new Recording(source, tell, known)
      void this.#read(recording, kept, file.keep && known === undefined).catch((error: unknown) =>
        tell(broken(error))
      )
      return recording
    } catch (error) {
      tell(broken(error))
      return undefined
    }
  }

  async #read(recording: Recording, kept: KeptFile, keep: boolean): Promise<void> {
    const { path, size } = kept
    const elsewhere = this.#elsewhere
    const read = await recording.readAll(
      elsewhere === undefined ? undefined : (from, to) => elsewhere({ path, size, from, to })
    )
    if (read && keep) await keepBins(this.#files, kept, recording.bins)
  }
}

function broken(error: unknown): SoundState {
  if (error instanceof MalformedMedia || error instanceof FileError)
    return { state: 'broken', problem: error.message }
  throw error
}
