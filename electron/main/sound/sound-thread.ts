import { Worker } from 'node:worker_threads'
import type { SoundState } from '../../../labelers/kit/sound.ts'
import type { AacJob } from '../../../project/audio/m4a-source.ts'
import type { SoundFile, SoundReader } from '../../../project/audio/sounds.ts'
import type { FromThread, ToThread } from './messages.ts'

interface Asking {
  readonly resolve: (answer: never) => void
  readonly reject: (error: Error) => void
}

const ENDED = 'The reading of this recording ended in the middle. Open the item again to try once more.'

/** Reads recordings on a thread of their own, which starts with the first of them. Should it end, the next one starts another. */
export class SoundThread implements SoundReader {
  readonly #script: string
  readonly #heard: (sound: number, state: SoundState) => void
  readonly #decode: (job: number, aac: AacJob) => void
  #worker: Worker | undefined
  #lastAsking = 0
  readonly #asked = new Map<number, Asking>()
  readonly #open = new Set<number>()

  /** `decode` hands AAC to whoever can decode it, and `decoded` takes the answer. */
  constructor(
    script: string,
    heard: (sound: number, state: SoundState) => void,
    decode: (job: number, aac: AacJob) => void
  ) {
    this.#decode = decode
    this.#script = script
    this.#heard = heard
  }

  open(sound: number, file: SoundFile): void {
    this.#open.add(sound)
    this.#say({ do: 'open', with: [sound, file] })
  }

  close(sound: number): void {
    this.#open.delete(sound)
    this.#say({ do: 'close', with: [sound] })
  }

  decoded(job: number, samples: readonly Float32Array[] | null): void {
    if (this.#worker !== undefined) this.#say({ do: 'decoded', job, samples })
  }

  peaks(...asked: Parameters<SoundReader['peaks']>): ReturnType<SoundReader['peaks']> {
    return this.#ask(asking => ({ do: 'peaks', asking, with: asked }))
  }

  samples(...asked: Parameters<SoundReader['samples']>): ReturnType<SoundReader['samples']> {
    return this.#ask(asking => ({ do: 'samples', asking, with: asked }))
  }

  speech(...asked: Parameters<SoundReader['speech']>): ReturnType<SoundReader['speech']> {
    return this.#ask(asking => ({ do: 'speech', asking, with: asked }))
  }

  wavSize(...asked: Parameters<SoundReader['wavSize']>): ReturnType<SoundReader['wavSize']> {
    return this.#ask(asking => ({ do: 'wavSize', asking, with: asked }))
  }

  wavBytes(...asked: Parameters<SoundReader['wavBytes']>): ReturnType<SoundReader['wavBytes']> {
    return this.#ask(asking => ({ do: 'wavBytes', asking, with: asked }))
  }

  #ask<T>(message: (asking: number) => ToThread): Promise<T> {
    const asking = ++this.#lastAsking
    return new Promise<T>((resolve, reject) => {
      this.#asked.set(asking, { resolve, reject })
      this.#say(message(asking))
    })
  }

  #say(message: ToThread): void {
    this.#worker ??= this.#start()
    this.#worker.postMessage(message)
  }

  #start(): Worker {
    const worker = new Worker(this.#script)
    worker.unref()
    worker.on('message', (message: FromThread) => this.#hear(message))
    // An error is followed by the exit; what it was is on the console of the thread.
    worker.on('error', error => console.error(error))
    worker.on('exit', () => this.#ended())
    return worker
  }

  #hear(message: FromThread): void {
    if ('aac' in message) return this.#decode(message.job, message.aac)
    if ('sound' in message) return this.#heard(message.sound, message.state)
    const asking = this.#asked.get(message.asking)
    this.#asked.delete(message.asking)
    if ('answer' in message) asking?.resolve(message.answer as never)
    else asking?.reject(new Error(message.failed))
  }

  #ended(): void {
    this.#worker = undefined
    const sounds = [...this.#open]
    const asked = [...this.#asked.values()]
    this.#open.clear()
    this.#asked.clear()
    for (const sound of sounds) this.#heard(sound, { state: 'broken', problem: ENDED })
    for (const { reject } of asked) reject(new Error(ENDED))
  }
}
