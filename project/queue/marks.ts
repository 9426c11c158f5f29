import { type Status, statuses } from '../../schemas/label-file.ts'
import type { MarkName } from '../../schemas/queue-view.ts'
import type { LabelSummary } from '../label-summary.ts'
import type { LabelSets } from './label-sets.ts'

/** Bits of `flags`. `answered`: there is a label file. `problem`: one of the two kinds below. */
export const flagBits: Readonly<Record<MarkName | 'answered', number>> = {
  answered: 1,
  unsure: 2,
  commented: 4,
  problem: 8
}
/** An answer in the label file is not as it should be. */
const ANSWER_PROBLEM = 16
/** The label file itself is damaged, or has a conflict copy beside it. */
const FILE_PROBLEM = 32
/** More than any combination of flags. */
export const FLAGS = 64

const statusNumbers: ReadonlyMap<Status, number> = new Map(statuses.map((status, number) => [status, number]))
export const statusNumber = (status: Status): number => statusNumbers.get(status) ?? 0

/** Times are kept in seconds since then: 32 bits last until 2156. */
const EPOCH_S = Date.UTC(2020, 0, 1) / 1000

/**
 * What one annotator's label files say, by position, as columns of numbers: fourteen bytes an item up to the last one that was
 * labelled, none beyond it.
 */
export class Marks {
  status = new Uint8Array(0)
  flags = new Uint8Array(0)
  labels = new Uint32Array(0)
  activeMs = new Uint32Array(0)
  /** Seconds since 2020; 0 is never. */
  saved = new Uint32Array(0)
  /** Positions from here on have no label file. */
  length = 0
  /** How many items have each status, by its number. What is to do without a label file is not counted. */
  readonly counts = new Uint32Array(statuses.length)

  statusAt(position: number): Status {
    return statuses[this.status[position] ?? 0] ?? 'todo'
  }

  has(position: number, mark: MarkName | 'answered'): boolean {
    return ((this.flags[position] ?? 0) & flagBits[mark]) !== 0
  }

  put(position: number, summary: LabelSummary, sets: LabelSets): void {
    this.#reach(position)
    this.#uncount(position)
    this.status[position] = statusNumber(summary.status)
    this.#setFlags(position, flagsOf(summary) | ((this.flags[position] ?? 0) & FILE_PROBLEM))
    this.labels[position] = sets.numberOf(summary.tasks)
    this.activeMs[position] = Math.min(0xffff_ffff, summary.activeMs)
    const seconds = Math.floor(Date.parse(summary.savedAt) / 1000) - EPOCH_S
    this.saved[position] = Number.isFinite(seconds) ? Math.min(0xffff_ffff, Math.max(1, seconds)) : 1
    const status = this.status[position]
    this.counts[status] = (this.counts[status] ?? 0) + 1
  }

  /** The label file is gone. */
  remove(position: number): void {
    if (position >= this.length) return
    this.#uncount(position)
    for (const column of [this.status, this.labels, this.activeMs, this.saved]) column[position] = 0
    this.#setFlags(position, (this.flags[position] ?? 0) & FILE_PROBLEM)
  }

  /** Whether something is wrong with the label file itself, which may be one that cannot be read at all. */
  setFileProblem(position: number, wrong: boolean): void {
    if (wrong) this.#reach(position)
    else if (position >= this.length) return
    const others = (this.flags[position] ?? 0) & ~FILE_PROBLEM
    this.#setFlags(position, wrong ? others | FILE_PROBLEM : others)
  }

  #setFlags(position: number, flags: number): void {
    const wrong = (flags & (ANSWER_PROBLEM | FILE_PROBLEM)) !== 0
    this.flags[position] = wrong ? flags | flagBits.problem : flags & ~flagBits.problem
  }

  #uncount(position: number): void {
    if (!this.has(position, 'answered')) return
    const status = this.status[position] ?? 0
    this.counts[status] = (this.counts[status] ?? 0) - 1
  }

  #reach(position: number): void {
    if (position < this.length) return
    this.length = position + 1
    if (this.length <= this.status.length) return
    const capacity = Math.max(1024, this.length, Math.ceil(this.status.length * 1.5))
    this.status = grown(this.status, new Uint8Array(capacity))
    this.flags = grown(this.flags, new Uint8Array(capacity))
    this.labels = grown(this.labels, new Uint32Array(capacity))
    this.activeMs = grown(this.activeMs, new Uint32Array(capacity))
    this.saved = grown(this.saved, new Uint32Array(capacity))
  }
}

function grown<Column extends Uint8Array | Uint32Array>(from: Column, to: Column): Column {
  to.set(from)
  return to
}

function flagsOf({ unsure, comments, problem }: LabelSummary): number {
  return (
    flagBits.answered |
    (unsure ? flagBits.unsure : 0) |
    (comments > 0 ? flagBits.commented : 0) |
    (problem ? ANSWER_PROBLEM : 0)
  )
}
