import type { LabelFile } from '../../schemas/label-file.ts'
import type { Problem } from '../../schemas/schema.ts'
import type { LabelSummary } from '../label-summary.ts'

/**
 * What is known of all label files of a project without reading them: a folder of label files that has not changed since
 * it was read is not read again. In memory at once, in `.goldset/index/labels/` for the next time.
 *
 * It says what a full reading would say, but for files that were edited in place: such an edit changes no folder, so
 * nothing tells of it until somebody opens the item (`put`) or something else in the same folder changes. What opening
 * found is known to the next start when `close` has written it, not after a kill.
 */
export interface LabelIndex {
  /** Ids of everyone who has a folder of labels, in order. */
  readonly annotators: readonly string[]
  /** Of one annotator, or of all; an item comes once for each annotator who has a label file for it. In no order. */
  summaries(annotator?: string): Iterable<LabelSummary>
  of(annotator: string, item: string): LabelSummary | undefined
  /** Damaged, foreign and unreadable files, conflict copies of sync services, strays: in order of their path. */
  readonly problems: readonly LabelProblem[]
  /** Those about the label file of one item, and copies of it. */
  problemsOf(annotator: string, item: string): readonly LabelProblem[]
  /**
   * What was just written, or found by opening an item; undefined: there is no label file that can be read. Costs the same
   * whatever the size of the project, and touches no disk.
   */
  put(annotator: string, item: string, label: LabelFile | undefined): void
  /**
   * Looks at the folders again and reads what changed in them. What differs from what was known, by annotator and item:
   * also what was still being read when the index was opened.
   */
  refresh(): Promise<readonly LabelChange[]>
  /** When the label files that had to be read at opening are read, or the index is closed. */
  readonly whole: Promise<void>
  /** How much of that reading is done, 0 to 1; null: all of it. */
  readonly reading: number | null
  /** Ends reading, and writes what the cache lacks. */
  close(): Promise<void>
}

/** Another summary, or other problems: a conflict copy came or went. */
export interface LabelChange {
  readonly annotator: string
  /** Id of the item. */
  readonly item: string
  /** Undefined: there is no label file that can be read any more. */
  readonly summary: LabelSummary | undefined
}

/** A problem among the label files. */
export interface LabelProblem extends Problem {
  /** Empty: it is in nobody's folder. */
  readonly annotator: string
  /** Id of the item it is about, where that is certain. */
  readonly item?: string
  /** Where the label file is, relative to the project, that `file` is a conflict copy of. */
  readonly copyOf?: string
}

export interface LabelIndexOptions {
  /** Whether the cache may be written. Reading it is always right. */
  readonly writable: boolean
  /** Told after each folder that had to be read at opening; `reading` says how far it is. */
  readonly onProgress?: () => void
  /** Milliseconds after which opening no longer waits for label files that must be read; they come with `refresh`. Absent: it waits. */
  readonly patience?: number
  /** The time, in milliseconds since 1970, by the clock of the disk. */
  readonly now?: () => number
}
