import { itemKey } from '../item-key.ts'
import { labelPlace } from '../label-files.ts'
import type { LabelSummary } from '../label-summary.ts'
import type { LabelChange, LabelProblem } from './label-index.ts'
import { Shard } from './shard.ts'

/** What is known of one annotator's label files. */
export class AnnotatorLabels {
  readonly byItem = new Map<string, LabelSummary>()
  readonly shards: Map<string, Shard>
  /** What is in the annotator's folder and is no folder of label files. */
  strays: readonly LabelProblem[] = []

  constructor(
    readonly annotator: string,
    shards: Map<string, Shard>
  ) {
    this.shards = shards
    for (const shard of shards.values())
      for (const { summary } of shard.all()) if (summary !== undefined) this.byItem.set(summary.item, summary)
  }

  /** Takes what was read of a folder, undefined for one that is gone, and says what differs. */
  take(name: string, read: Shard | undefined): readonly LabelChange[] {
    const before = this.shards.get(name)
    const changes: LabelChange[] = []
    const now = new Set<string>()
    for (const { summary } of read?.all() ?? []) {
      if (summary === undefined) continue
      now.add(summary.item)
      const known = this.byItem.get(summary.item)
      this.byItem.set(summary.item, summary)
      if (!isSame(known, summary)) changes.push({ annotator: this.annotator, item: summary.item, summary })
    }
    for (const { summary } of before?.all() ?? []) {
      if (summary === undefined || now.has(summary.item)) continue
      this.byItem.delete(summary.item)
      changes.push({ annotator: this.annotator, item: summary.item, summary: undefined })
    }
    if (read === undefined) this.shards.delete(name)
    else this.shards.set(name, read)
    const told = new Set(changes.map(({ item }) => item))
    for (const item of otherProblems(before, read))
      if (!told.has(item)) changes.push({ annotator: this.annotator, item, summary: this.byItem.get(item) })
    return changes
  }

  put(item: string, summary: LabelSummary | undefined): void {
    if (isSame(this.byItem.get(item), summary)) return
    const key = itemKey(item)
    let shard = this.shards.get(key.shard)
    if (shard === undefined) this.shards.set(key.shard, (shard = Shard.read(null, new Map())))
    shard.put(item, `${key.name}.json`, summary)
    if (summary === undefined) this.byItem.delete(item)
    else this.byItem.set(item, summary)
  }

  problemsOf(item: string): readonly LabelProblem[] {
    const place = labelPlace(this.annotator, item)
    const others = this.shards.get(itemKey(item).shard)?.others() ?? []
    return [...others].flatMap(([, { problem }]) =>
      problem !== undefined && (problem.file === place || problem.copyOf === place) ? [problem] : []
    )
  }

  /** In order of their path. */
  problems(): readonly LabelProblem[] {
    const found = [...this.strays]
    for (const shard of this.shards.values()) {
      if (shard.problem !== undefined) found.push(shard.problem)
      for (const [, { problem }] of shard.others()) if (problem !== undefined) found.push(problem)
    }
    return found.sort((a, b) => ((a.file ?? '') < (b.file ?? '') ? -1 : 1))
  }
}

/** Ids of items whose problems are not what they were: a conflict copy came, or went. */
function otherProblems(before: Shard | undefined, now: Shard | undefined): ReadonlySet<string> {
  const known = problemsByFile(before)
  const found = problemsByFile(now)
  const items = new Set<string>()
  for (const [file, { item }] of [...known, ...found])
    if (item !== undefined && !(known.has(file) && found.has(file))) items.add(item)
  return items
}

function problemsByFile(shard: Shard | undefined): ReadonlyMap<string, LabelProblem> {
  return new Map(
    [...(shard?.others() ?? [])].flatMap(([name, { problem }]) =>
      problem === undefined ? [] : [[name, problem] as const]
    )
  )
}

function isSame(a: LabelSummary | undefined, b: LabelSummary | undefined): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}
