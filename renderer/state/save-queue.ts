import type { LabelState, SaveReceipt } from '../../electron/api/contract.ts'
import type { Problem, Result } from '../../schemas/schema.ts'

/** What is to be written for one item. */
export interface Work {
  readonly position: number
  readonly id: string
  readonly state: LabelState
  readonly activeMs: number
}

interface Lane {
  /** The newest state; null when the disk has it. */
  waiting: Work | null
  sending: Work | null
  revision: number
  failed: readonly Problem[] | null
}

/** What the status bar says. `saved` only ever follows an acknowledgement. */
export interface SaveView {
  readonly pending: number
  readonly unsaved: number
  readonly savedAt: string | null
  readonly problems: readonly Problem[]
}

export interface SaveQueueOptions {
  send(work: Work & { revision: number }): Promise<Result<SaveReceipt>>
  changed(view: SaveView): void
  /** Milliseconds between automatic retries. */
  retryMs?: number
}

/**
 * One save in flight for each item and only the newest state waiting behind it. What fails stays here and is tried
 * again; nothing that was put in is ever dropped.
 */
export class SaveQueue {
  readonly #lanes = new Map<string, Lane>()
  readonly #options: SaveQueueOptions
  #savedAt: string | null = null
  #retry: ReturnType<typeof setTimeout> | null = null
  #idle: (() => void)[] = []

  constructor(options: SaveQueueOptions) {
    this.#options = options
  }

  /** The revision on disk, as an item that was just read has it. Ignored while something of it is unsaved. */
  opened(id: string, revision: number): void {
    const lane = this.#lanes.get(id)
    if (lane === undefined) this.#lanes.set(id, { waiting: null, sending: null, revision, failed: null })
    else if (!busy(lane)) lane.revision = revision
  }

  /** The file of an item was written beside this queue. Ignored while something of it is unsaved, or if it was never opened. */
  moved(id: string, revision: number): void {
    if (this.#lanes.has(id)) this.opened(id, revision)
  }

  /** Takes a revision from the disk although something is unsaved: the person chose their own state over it. */
  overrule(id: string, revision: number): void {
    const lane = this.#lanes.get(id)
    if (lane !== undefined && lane.sending === null) lane.revision = revision
  }

  put(work: Work): void {
    const lane = this.#lanes.get(work.id)
    if (lane === undefined) throw new Error(`Item ${work.id} was never opened`)
    lane.waiting = work
    if (lane.sending === null) void this.#send(lane)
    this.#tell()
  }

  /** Gives up what is unsaved of an item: the person chose what is on disk. */
  drop(id: string): void {
    const lane = this.#lanes.get(id)
    if (lane === undefined) return
    lane.waiting = null
    lane.failed = null
    this.#tell()
  }

  isUnsaved(id: string): boolean {
    const lane = this.#lanes.get(id)
    return lane !== undefined && busy(lane)
  }

  revisionOf(id: string): number {
    return this.#lanes.get(id)?.revision ?? 0
  }

  /** The newest state of everything that is not on the disk. */
  unsaved(): readonly Work[] {
    return [...this.#lanes.values()].flatMap(lane => lane.waiting ?? lane.sending ?? [])
  }

  retryNow(): void {
    if (this.#retry !== null) clearTimeout(this.#retry)
    this.#retry = null
    for (const lane of this.#lanes.values())
      if (lane.waiting !== null && lane.sending === null) void this.#send(lane)
  }

  /** Resolves when nothing is in flight any more: true if everything is on the disk. */
  async flush(): Promise<boolean> {
    this.retryNow()
    if ([...this.#lanes.values()].some(lane => lane.sending !== null))
      await new Promise<void>(resolve => this.#idle.push(resolve))
    return this.unsaved().length === 0
  }

  /** Stops retrying. */
  close(): void {
    if (this.#retry !== null) clearTimeout(this.#retry)
    this.#retry = null
  }

  async #send(lane: Lane): Promise<void> {
    while (lane.waiting !== null) {
      const work: Work = lane.waiting
      lane.waiting = null
      lane.sending = work
      const result = await this.#attempt({ ...work, revision: lane.revision })
      lane.sending = null
      if (!result.ok) {
        lane.waiting ??= work
        lane.failed = result.problems
        this.#retryLater()
        break
      }
      lane.failed = null
      lane.revision = result.value.revision
      this.#savedAt = result.value.savedAt
    }
    this.#tell()
    if ([...this.#lanes.values()].every(other => other.sending === null)) {
      const waiting = this.#idle
      this.#idle = []
      for (const resolve of waiting) resolve()
    }
  }

  async #attempt(work: Work & { revision: number }): Promise<Result<SaveReceipt>> {
    try {
      return await this.#options.send(work)
    } catch (error) {
      // The process line itself broke. The work is as unsaved as with any other reason.
      return { ok: false, problems: [{ message: error instanceof Error ? error.message : String(error) }] }
    }
  }

  #retryLater(): void {
    this.#retry ??= setTimeout(() => {
      this.#retry = null
      this.retryNow()
    }, this.#options.retryMs ?? 10_000)
  }

  #tell(): void {
    const lanes = [...this.#lanes.values()].filter(busy)
    this.#options.changed({
      pending: lanes.length,
      unsaved: lanes.filter(lane => lane.failed !== null).length,
      savedAt: this.#savedAt,
      problems: lanes.flatMap(lane => lane.failed ?? []).slice(0, 3)
    })
  }
}

function busy(lane: Lane): boolean {
  return lane.waiting !== null || lane.sending !== null
}
