import type { IndexNews } from '../api/contract.ts'
import type { Place } from './place.ts'
import type { Desk } from './session.ts'

/** Problems that are told one by one; the rest is in the count. */
const TOLD = 100

/** How far the reading of a project's data is now. */
export function indexNews({ open, queue }: Desk): IndexNews {
  const { count, holes, progress } = open.items
  const problems = open.items.problems
  return {
    folder: open.root,
    items: count,
    holes,
    state: progress.state,
    share: progress.total === 0 ? 1 : Math.min(1, progress.done / progress.total),
    counts: queue.counts,
    problems: problems.slice(0, TOLD),
    problemCount: problems.length
  }
}

/** Tells the window of a project whose data is still being read, until the project is closed. */
export function tellOfIndexing(desk: Desk, { tell }: Pick<Place, 'tell'>): void {
  const { items } = desk.open
  if (items.progress.state === 'whole') return
  items.onProgress(() => tell('index.progress', indexNews(desk)))
}
