import type { AacJob } from '../../../project/audio/m4a-source.ts'

/** Ten seconds of sound take a hundredth of this. A window that was closed answers never. */
const PATIENCE = 10_000

/** AAC that is decoded in another process. */
export class AacElsewhere {
  readonly #ask: (job: number, aac: AacJob) => void
  readonly #waiting = new Map<number, (samples: readonly Float32Array[] | null) => void>()
  #lastJob = 0

  constructor(ask: (job: number, aac: AacJob) => void) {
    this.#ask = ask
  }

  decode(aac: AacJob): Promise<readonly Float32Array[] | null> {
    const job = ++this.#lastJob
    return new Promise(resolve => {
      const tooLate = setTimeout(() => this.decoded(job, null), PATIENCE)
      this.#waiting.set(job, samples => {
        clearTimeout(tooLate)
        resolve(samples)
      })
      this.#ask(job, aac)
    })
  }

  decoded(job: number, samples: readonly Float32Array[] | null): void {
    this.#waiting.get(job)?.(samples)
    this.#waiting.delete(job)
  }
}
