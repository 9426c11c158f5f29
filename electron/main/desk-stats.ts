import type { LabelSummary } from '../../project/label-summary.ts'
import type { OpenProject } from '../../project/open-project.ts'
import { readSummaries } from '../../project/stats/read-summaries.ts'
import { statsFrom } from '../../project/stats/stats-from.ts'
import { localZone } from '../../project/stats/zone.ts'
import { summaryOf } from '../../project/summarize-label.ts'
import type { LabelFile } from '../../schemas/label-file.ts'
import type { Problem } from '../../schemas/schema.ts'
import type { CountedStats } from '../../schemas/stats.ts'

interface Known {
  readonly byPlace: Map<string, LabelSummary>
  readonly problems: readonly Problem[]
}

/** Statistics of an open project. Label files are read once; what this window saves from then on is followed without the disk. */
export class DeskStats {
  readonly #open: OpenProject
  #known: Promise<Known> | null = null
  /** Saved since the label files began to be read, and not yet among what is known. */
  #meanwhile: LabelSummary[] = []

  constructor(open: OpenProject) {
    this.#open = open
  }

  /** Days are those of this machine's time zone. */
  async at(now: Date): Promise<CountedStats> {
    const { project, items } = this.#open
    const { byPlace, problems } = await (this.#known ??= this.#read())
    for (const summary of this.#meanwhile.splice(0)) byPlace.set(placeOf(summary), summary)
    return statsFrom({
      project,
      items: items.count,
      isItem: id => items.positionOf(id) !== undefined,
      summaries: byPlace.values(),
      problems,
      now,
      zone: localZone()
    })
  }

  /** A label file of ours is on the disk. */
  saved(label: LabelFile): void {
    if (this.#known !== null) this.#meanwhile.push(summaryOf(this.#open.project, label))
  }

  /** Others may have written: the next time, label files are read again. */
  lookAgain(): void {
    this.#known = null
    this.#meanwhile = []
  }

  async #read(): Promise<Known> {
    const { summaries, problems } = await readSummaries(this.#open)
    return { byPlace: new Map(summaries.map(summary => [placeOf(summary), summary])), problems }
  }
}

/** An annotator id has no slash, so no two places are one. */
const placeOf = ({ annotator, item }: LabelSummary) => `${annotator}/${item}`
