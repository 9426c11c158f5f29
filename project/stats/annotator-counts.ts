import type { AnnotatorStats } from '../../schemas/stats.ts'
import type { LabelSummary } from '../label-summary.ts'
import { noCounts } from '../queue/counts.ts'
import { Work } from './work.ts'

/** Counts the label files of one annotator, in all and by the day of their last save. */
export class AnnotatorCounts {
  readonly #statuses = noCounts()
  readonly #all = new Work()
  readonly #days = new Map<string, Work>()
  #labelFiles = 0

  /** `day`: null where the label file does not say when it was saved. It is in the sums then, and on no day. */
  add(summary: LabelSummary, day: string | null): void {
    this.#labelFiles++
    this.#statuses[summary.status]++
    this.#all.add(summary)
    if (day === null) return
    const work = this.#days.get(day) ?? new Work()
    work.add(summary)
    this.#days.set(day, work)
  }

  stats(id: string, items: number): AnnotatorStats {
    const [statuses, labelFiles] = [this.#statuses, this.#labelFiles]
    return {
      id,
      labelFiles,
      statuses: { ...statuses, todo: statuses.todo + items - labelFiles },
      ...this.#all.stats,
      days: [...this.#days]
        .map(([day, work]) => ({ day, ...work.stats }))
        .sort((a, b) => (a.day < b.day ? -1 : 1))
    }
  }
}
