import type { CountedStats } from '../../schemas/stats.ts'
import type { OpenProject } from '../open-project.ts'
import { knownSummaries } from './known-summaries.ts'
import { statsFrom } from './stats-from.ts'
import type { Zone } from './zone.ts'

/** The statistics of a project. Reads the label files that changed since the application last kept what it knows of them. */
export async function statsOf(
  open: OpenProject,
  clock: { readonly now: Date; readonly zone: Zone }
): Promise<CountedStats> {
  const { summaries, problems } = await knownSummaries(open)
  return statsFrom({
    project: open.project,
    items: open.items.count,
    isItem: id => open.items.positionOf(id) !== undefined,
    summaries,
    problems,
    ...clock
  })
}
