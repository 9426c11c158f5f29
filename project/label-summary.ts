import type { Status } from '../schemas/label-file.ts'

/** What the queue, its filters and statistics need to know of one label file, so that none has to read it again. */
export interface LabelSummary {
  /** Id of the item. */
  readonly item: string
  readonly annotator: string
  readonly status: Status
  readonly revision: number
  /** ISO 8601, UTC. */
  readonly savedAt: string
  readonly activeMs: number
  readonly comments: number
  readonly unsure: boolean
  /** Tasks with an answer whose shape is not broken, and the label ids it uses, once per use; of a labeler this version does not know, none. */
  readonly tasks: readonly { readonly task: string; readonly labels: readonly string[] }[]
  /** Something in the file is not as it should be: an answer whose shape is broken, or of a task that is not there. */
  readonly problem: boolean
}
