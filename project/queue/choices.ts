import { type FilterChoices, type MarkName, markNames } from '../../schemas/queue-view.ts'
import type { Columns } from './columns.ts'
import { flagBits, FLAGS, type Marks } from './marks.ts'

/** `whose`: the annotators whose labels and marks are counted; an item two of them have labelled counts twice. */
export function filterChoices(columns: Columns, whose: readonly string[]): FilterChoices {
  const bySet = new Uint32Array(columns.sets.count)
  const byFlags = new Uint32Array(FLAGS)
  for (const annotator of whose) count(columns.of(annotator), bySet, byFlags)
  const withMark = (mark: MarkName) =>
    byFlags.reduce((sum, items, flags) => ((flags & flagBits[mark]) === 0 ? sum : sum + items), 0)
  return {
    annotators: columns.annotators.map(annotator => {
      const items = columns.of(annotator).counts.reduce((sum, each) => sum + each, 0)
      return { annotator, items }
    }),
    labels: columns.sets.counted(bySet),
    marks: Object.fromEntries(markNames.map(mark => [mark, withMark(mark)])) as Record<MarkName, number>
  }
}

function count({ labels, flags, length }: Marks, bySet: Uint32Array, byFlags: Uint32Array): void {
  for (let at = 0; at < length; at++) {
    const [set, flag] = [labels[at] ?? 0, flags[at] ?? 0]
    bySet[set] = (bySet[set] ?? 0) + 1
    byFlags[flag] = (byFlags[flag] ?? 0) + 1
  }
}
