import { itemKey } from '../item-key.ts'
import type { LabelSummary } from '../label-summary.ts'
import type { LabelProblem } from './label-index.ts'

/** A file in a folder of label files, as it was when it was read. */
export interface ShardFile {
  /** Null: it may have changed since without another time; its size and time prove nothing. */
  readonly mtimeMs: number | null
  readonly size: number
  /** Exactly one of the two. */
  readonly summary?: LabelSummary
  readonly problem?: LabelProblem
}

/** One folder of label files of one annotator, such as `labels/ana/4f`. */
export class Shard {
  /** When the folder had last changed before it was read. Null: it must be looked at again. */
  mtimeMs: number | null
  /** Counts what was put, so that a reading that was under way meanwhile is known to be older. */
  puts = 0
  /** The cache lacks what this holds. */
  unkept: boolean
  /** Why the folder could not be listed; what it holds is then what was known of it before. */
  readonly problem: LabelProblem | undefined
  #summaries: readonly ShardFile[] | null = null
  #files: Map<string, ShardFile>

  private constructor(
    mtimeMs: number | null,
    files: Map<string, ShardFile>,
    unkept: boolean,
    problem?: LabelProblem
  ) {
    this.mtimeMs = mtimeMs
    this.#files = files
    this.unkept = unkept
    this.problem = problem
  }

  /** As it was read from the disk. */
  static read(mtimeMs: number | null, files: Map<string, ShardFile>, problem?: LabelProblem): Shard {
    return new Shard(mtimeMs, files, true, problem)
  }

  /** As the cache kept it. Names of label files are made of their items only when somebody asks: that takes time. */
  static kept(
    mtimeMs: number | null,
    summaries: readonly ShardFile[],
    others: Map<string, ShardFile>
  ): Shard {
    const shard = new Shard(mtimeMs, others, false)
    shard.#summaries = summaries
    return shard
  }

  /** By name. */
  get files(): Map<string, ShardFile> {
    for (const file of this.#summaries ?? [])
      if (file.summary !== undefined) this.#files.set(`${itemKey(file.summary.item).name}.json`, file)
    this.#summaries = null
    return this.#files
  }

  /** In no order, and without the cost of names. */
  *all(): Iterable<ShardFile> {
    if (this.#summaries !== null) yield* this.#summaries
    yield* this.#files.values()
  }

  /** Files without a summary, by name. */
  *others(): Iterable<[string, ShardFile]> {
    for (const entry of this.#files) if (entry[1].problem !== undefined) yield entry
  }

  /**
   * What the file of an item holds now, by who wrote or opened it. Undefined: nothing that can be read. The names of the
   * other files are not made for this: it is in the way of every save.
   */
  put(item: string, name: string, summary: LabelSummary | undefined): void {
    this.puts++
    this.mtimeMs = null
    this.unkept = true
    this.#summaries = this.#summaries?.filter(file => file.summary?.item !== item) ?? null
    if (summary === undefined) this.#files.delete(name)
    else this.#files.set(name, { mtimeMs: null, size: 0, summary })
  }
}
