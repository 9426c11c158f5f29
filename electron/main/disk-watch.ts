/** Between two looks at the disk. */
const pauseMs = 4000

/** The share of the time that looking may take: a network drive answers slowly, and saves come first. */
const share = 0.1

interface Watched {
  /** Nobody looks at a window that is hidden; it looks again when it is shown. */
  isShown(): boolean
  look(): Promise<void>
}

/**
 * Looks at the disk now and then, as long as the window is shown. Asking is right for network drives and synced folders,
 * which tell nothing by themselves. Nothing rests on it: a save looks for itself whether the file is still the same.
 */
export class DiskWatch {
  #timer: ReturnType<typeof setTimeout> | undefined
  #looking: Promise<void> | null = null
  #ended = false

  constructor(private readonly watched: Watched) {
    this.#wait(pauseMs)
  }

  /** Looks at once: the window came to the front. */
  soon(): Promise<void> {
    this.#looking ??= this.#look()
    return this.#looking
  }

  end(): void {
    this.#ended = true
    clearTimeout(this.#timer)
  }

  async #look(): Promise<void> {
    clearTimeout(this.#timer)
    const started = performance.now()
    try {
      await this.watched.look()
    } finally {
      this.#looking = null
      this.#wait(Math.max(pauseMs, (performance.now() - started) / share))
    }
  }

  #wait(ms: number): void {
    if (this.#ended) return
    this.#timer = setTimeout(() => {
      if (this.watched.isShown()) void this.soon()
      else this.#wait(pauseMs)
    }, ms)
  }
}
