import type { Files } from '../files.ts'
import { Bins, type BinsPart } from './bins.ts'
import { openSource } from './open-source.ts'
import type { PcmSource } from './pcm-source.ts'
import { readPart } from './read-bins.ts'

/** Some bins of a recording, as one thread asks another for them. */
export interface BinsWanted {
  readonly path: string
  readonly size: number
  readonly from: number
  readonly to: number
}

/** Makes bins for another thread. The recording that was asked for last stays open. */
export class BinsElsewhere {
  readonly #files: Files
  #path = ''
  #source: Promise<PcmSource> | undefined

  constructor(files: Files) {
    this.#files = files
  }

  async make({ path, size, from, to }: BinsWanted): Promise<BinsPart> {
    if (path !== this.#path) {
      void this.#source?.then(source => source.close())
      this.#path = path
      this.#source = openSource(this.#files, path, size)
    }
    const source = await this.#source
    if (source === undefined) throw new Error('No recording is open.')
    const bins = new Bins(source.sampleRate, source.length)
    await readPart({ source, bins, signal: new AbortController().signal, heard: () => {} }, from, to)
    return { first: from, peaks: bins.peaks.slice(2 * from, 2 * to), levels: bins.levels.slice(from, to) }
  }
}
