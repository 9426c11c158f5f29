import type { Problem } from '../schemas/schema.ts'
import type { OpenProject } from './open-project.ts'
import type { Counts } from './queue.ts'

/** What there is and how far it is. Lists, not objects keyed by names: names are data. */
export interface Stats {
  readonly project: { readonly id: string; readonly name: string; readonly schemaVersion: number }
  readonly items: number
  /** Every item once, under the furthest any annotator brought it: accepted, rejected, submitted, flagged, skipped, draft, todo. */
  readonly statuses: Counts
  readonly annotators: readonly AnnotatorStats[]
  readonly tasks: readonly TaskStats[]
  /** Label files that could not be read or belong to no item: not counted above. */
  readonly problems: readonly Problem[]
}

export interface AnnotatorStats {
  readonly id: string
  readonly labelFiles: number
  /** `todo` counts the items without a label file of theirs. */
  readonly statuses: Counts
  readonly activeMs: number
}

export interface TaskStats {
  readonly id: string
  readonly title: string
  readonly labeler: string
  /** Answers to this task in submitted or accepted label files; `all` also in the others. */
  readonly answers: { readonly submitted: number; readonly all: number }
  /** In label set order, then ids the label set lacks. Empty for a labeler this version does not know. */
  readonly labels: readonly LabelStats[]
}

export interface LabelStats {
  readonly id: string
  readonly name: string
  readonly submitted: number
  /** With drafts, skipped, flagged and rejected. */
  readonly all: number
}

export async function statsOf(_open: OpenProject): Promise<Stats> {
  throw new Error('not built yet')
}
