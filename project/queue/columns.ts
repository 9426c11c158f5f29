import { statuses } from '../../schemas/label-file.ts'
import type { ItemIndex } from '../item-index.ts'
import type { LabelSummary } from '../label-summary.ts'
import { type Counts, noCounts } from './counts.ts'
import { LabelSets } from './label-sets.ts'
import { Marks } from './marks.ts'

/** Items whose place is not known yet are looked for again whenever so much more of the sources is indexed. */
const STEP = 1 / 20

/** Names a label file. */
export interface LabelFileOf {
  readonly annotator: string
  /** Id of the item. */
  readonly item: string
}

/** What the label files of every annotator say, as columns by position. */
export class Columns {
  readonly sets = new LabelSets()
  readonly #items: ItemIndex
  readonly #me: string
  readonly #byAnnotator = new Map<string, Marks>()
  /** Of items that are not indexed yet, or not in the data any more. By annotator, then by item. */
  readonly #waiting = new Map<string, Map<string, LabelSummary>>()
  #withProblem: readonly LabelFileOf[] = []
  #joinedAt = -1

  constructor(items: ItemIndex, me: string) {
    this.#items = items
    this.#me = me
  }

  /** Whoever has a label file, the person at the desk first. */
  get annotators(): readonly string[] {
    const others = new Set([...this.#byAnnotator.keys(), ...this.#waiting.keys()])
    others.delete(this.#me)
    return [this.#me, ...[...others].sort()]
  }

  /** Empty columns for somebody who has no label file. */
  of(annotator: string): Marks {
    return this.#byAnnotator.get(annotator) ?? new Marks()
  }

  get mine(): Marks {
    return this.of(this.#me)
  }

  /** How many of the others have a label file for an item. */
  othersAt(position: number): number {
    let others = 0
    for (const [annotator, marks] of this.#byAnnotator)
      if (annotator !== this.#me && marks.has(position, 'answered')) others++
    return others
  }

  put(summary: LabelSummary): void {
    const position = this.#items.positionOf(summary.item)
    if (position !== undefined) return this.#put(position, summary)
    const waiting = this.#waiting.get(summary.annotator) ?? new Map<string, LabelSummary>()
    this.#waiting.set(summary.annotator, waiting.set(summary.item, summary))
  }

  remove(annotator: string, item: string): void {
    this.#waiting.get(annotator)?.delete(item)
    const position = this.#items.positionOf(item)
    if (position !== undefined) this.of(annotator).remove(position)
  }

  /** All label files that are damaged or have a conflict copy beside them. */
  setFileProblems(files: readonly LabelFileOf[]): void {
    this.#markFiles(false)
    this.#withProblem = files
    this.#markFiles(true)
  }

  /** Finds the place of what waits, when enough is indexed that it is worth looking. */
  join(): void {
    const { state, done, total } = this.#items.progress
    if (done === this.#joinedAt || (state === 'running' && done < this.#joinedAt + total * STEP)) return
    this.#joinedAt = done
    for (const waiting of this.#waiting.values())
      for (const [item, summary] of waiting) {
        const position = this.#items.positionOf(item)
        if (position === undefined) continue
        this.#put(position, summary)
        waiting.delete(item)
      }
    this.#markFiles(true)
  }

  #markFiles(wrong: boolean): void {
    for (const { annotator, item } of this.#withProblem) {
      const position = this.#items.positionOf(item)
      if (position !== undefined) this.#marksOf(annotator).setFileProblem(position, wrong)
    }
  }

  #put(position: number, summary: LabelSummary): void {
    this.#marksOf(summary.annotator).put(position, summary, this.sets)
  }

  #marksOf(annotator: string): Marks {
    const marks = this.#byAnnotator.get(annotator) ?? new Marks()
    this.#byAnnotator.set(annotator, marks)
    return marks
  }

  /** Of all items there are, for the person at the desk. */
  get counts(): Counts {
    const counts = noCounts()
    let labelled = 0
    for (const [number, status] of statuses.entries()) {
      counts[status] = this.mine.counts[number] ?? 0
      labelled += counts[status]
    }
    counts.todo += this.#items.count - this.#items.holes - labelled
    return counts
  }
}
