import { breather } from '../breather.ts'

/** How often listeners are told, in milliseconds. */
const TELL_EVERY = 100

interface Promised {
  readonly promise: Promise<void>
  resolve(): void
}

function promised(): Promised {
  let resolve = () => {}
  const promise = new Promise<void>(done => (resolve = done))
  return { promise, resolve: () => resolve() }
}

/** Work that was ended for good. Never leaves this folder. */
export class Ended extends Error {}

/** Lets long work pause for the rest of the program, be stopped and go on, and be waited for step by step. */
export class Pace {
  state: 'running' | 'stopped' | 'whole' = 'running'
  readonly #breathe = breather()
  readonly #listeners = new Set<() => void>()
  #ended = false
  #told = 0
  #step = promised()
  #gate: Promised | undefined
  #rest = promised()

  /** Resolves when the work is done or stopped. */
  get rest(): Promise<void> {
    return this.#rest.promise
  }

  /** Resolves after the next piece of work. */
  get step(): Promise<void> {
    return this.#step.promise
  }

  get ended(): boolean {
    return this.#ended
  }

  /** Between pieces of work. @throws {Ended} after `end`. */
  async pause(): Promise<void> {
    this.#stepped()
    await this.#breathe()
    while (this.#gate !== undefined) await this.#gate.promise
    if (this.#ended) throw new Ended()
  }

  /** The work is done. */
  finish(): void {
    this.state = 'whole'
    this.#tell()
    this.#rest.resolve()
  }

  stop(): void {
    if (this.state !== 'running') return
    this.state = 'stopped'
    this.#gate = promised()
    this.#tell()
    this.#rest.resolve()
  }

  goOn(): void {
    if (this.state !== 'stopped') return
    this.state = 'running'
    this.#rest = promised()
    this.#tell()
    this.#open()
  }

  end(): void {
    this.#ended = true
    this.#open()
    this.#stepped()
    this.#rest.resolve()
    this.#listeners.clear()
  }

  listen(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #open(): void {
    const gate = this.#gate
    this.#gate = undefined
    gate?.resolve()
  }

  #stepped(): void {
    const step = this.#step
    this.#step = promised()
    step.resolve()
    if (performance.now() - this.#told >= TELL_EVERY) this.#tell()
  }

  #tell(): void {
    this.#told = performance.now()
    if (this.state !== 'running') {
      const step = this.#step
      this.#step = promised()
      step.resolve()
    }
    for (const listener of [...this.#listeners]) listener()
  }
}
