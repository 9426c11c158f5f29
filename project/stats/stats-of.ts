import type { CountedStats } from '../../schemas/stats.ts'
import type { OpenProject } from '../open-project.ts'
import { readSummaries } from './read-summaries.ts'
import { statsFrom } from './stats-from.ts'
import type { Zone } from './zone.ts'

/** The statistics of a project as its label files are now. Reads them all. */
export async function statsOf(
  open: OpenProject,
  clock: { readonly now: Date; readonly zone: Zone }
): Promise<CountedStats> {
  const { summaries, problems } = await readSummaries(open)
  return statsFrom({
    project: open.project,
    items: open.items.count,
    isItem: id => open.items.positionOf(id) !== undefined,
    summaries,
    problems,
    ...clock
  })
}
