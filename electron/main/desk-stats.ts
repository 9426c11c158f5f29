import { labelPlace } from '../../project/label-files.ts'
import type { LabelIndex } from '../../project/label-index/open-label-index.ts'
import type { OpenProject } from '../../project/open-project.ts'
import { statsFrom } from '../../project/stats/stats-from.ts'
import { localZone } from '../../project/stats/zone.ts'
import type { Problem } from '../../schemas/schema.ts'
import type { CountedStats } from '../../schemas/stats.ts'

/** Statistics of an open project, of what is known of its label files: no file is read. */
export class DeskStats {
  constructor(
    private readonly open: OpenProject,
    private readonly labels: LabelIndex
  ) {}

  /** Days are those of this machine's time zone. */
  async at(now: Date): Promise<CountedStats> {
    await this.labels.whole
    const { project, items } = this.open
    return statsFrom({
      project,
      items: items.count,
      isItem: id => items.positionOf(id) !== undefined,
      summaries: this.labels.summaries(),
      problems: [...this.labels.problems, ...this.#strangeAnswers()],
      now,
      zone: localZone()
    })
  }

  #strangeAnswers(): readonly Problem[] {
    const problems: Problem[] = []
    for (const { annotator, item, problem } of this.labels.summaries())
      if (problem)
        problems.push({
          file: labelPlace(annotator, item),
          message: 'An answer in this file could not be read, or is to a task that the project does not have.'
        })
    return problems
  }
}
