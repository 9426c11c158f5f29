import type { ItemIndex } from '../../project/item-index.ts'
import { Queue } from '../../project/queue/queue.ts'
import type { LabelSummary } from '../../project/label-summary.ts'
import { statuses } from '../../schemas/label-file.ts'

export const ITEMS = 1_000_000

/** A queue of a million items that all have a label file, without rows to read. */
export function millionMarks(): Queue {
  const items = {
    count: ITEMS,
    holes: 0,
    progress: { state: 'whole', done: 1, total: 1 },
    positionOf: (id: string) => Number(id),
    isItem: () => true
  } as unknown as ItemIndex
  return new Queue(items, 'ana', summaries())
}

function* summaries(): Iterable<LabelSummary> {
  for (let n = 0; n < ITEMS; n++)
    yield {
      item: String(n),
      annotator: 'ana',
      status: statuses[scattered(n) % statuses.length] ?? 'todo',
      revision: 1,
      savedAt: '2026-06-01T10:00:00Z',
      activeMs: scattered(n) % 60_000,
      comments: 0,
      unsure: n % 9 === 0,
      tasks: [{ task: 'mood', labels: [`label-${scattered(n) % 20}`] }],
      problem: false
    }
}

/** Neighbours are unlike, as real answers are. */
const scattered = (n: number): number => (Math.imul(n + 1, 0x9e37_79b1) >>> 8) & 0xffff
