import type { IndexNews } from '../api/contract.ts'
import type { Place } from './place.ts'
import { seldom } from './seldom.ts'
import type { Desk } from './session.ts'

/** How far the reading of a project's data and label files is now. */
export function indexNews({ open, queue, labels }: Desk): IndexNews {
  const { count, holes, progress } = open.items
  return {
    folder: open.root,
    items: count,
    holes,
    state: progress.state,
    share: progress.total === 0 ? 1 : Math.min(1, progress.done / progress.total),
    labels: labels.index.reading,
    counts: queue.counts,
    problemCount: open.items.problems.length
  }
}

/** Tells the window of a project whose data or label files are still being read, until the project is closed. */
export function tellOfIndexing(desk: Desk, { tell }: Pick<Place, 'tell'>): void {
  const { items } = desk.open
  const say = () => tell('index.progress', indexNews(desk))
  const saySeldom = seldom(say)
  if (items.progress.state !== 'whole') items.onProgress(say)
  desk.labels.onReading(() => {
    if (desk.labels.index.reading === null) void tellOfLabels(desk, tell).then(say)
    else saySeldom()
  })
}

/** What was read since the project opened changes statuses as what others write does. */
async function tellOfLabels(desk: Desk, tell: Place['tell']): Promise<void> {
  const changed = await desk.changedElsewhere()
  if (changed !== null) tell('labels.changed', changed)
}
