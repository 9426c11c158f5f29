import type { Item } from '../schemas/item.ts'
import type { Comment, LabelFile, Status } from '../schemas/label-file.ts'
import type { Problem, Result } from '../schemas/schema.ts'

export type ReadLabel =
  | { readonly kind: 'none' }
  /** `readOnly`: shown but never written, and why. */
  | { readonly kind: 'label'; readonly label: LabelFile; readonly readOnly?: string }
  /** `quarantine`: where the bytes are now, relative to the project. */
  | {
      readonly kind: 'damaged'
      readonly problem: Problem
      readonly quarantine: string
      readonly previousSavedAt?: string
    }

export interface LabelDraft {
  readonly item: Item
  readonly annotator: string
  /** The one this was made from, 0 none. */
  readonly revision: number
  readonly status: Status
  readonly answers: Readonly<Record<string, unknown>>
  /**
   * By task id, for every task this draft speaks for. The answer of such a task is replaced, or taken away where
   * `answers` has none; answers of tasks not named here or in `answers` stay as they are on disk.
   */
  readonly labelers: Readonly<Record<string, string>>
  readonly comments: readonly Comment[]
  readonly unsure: boolean
  readonly skipReason?: string
  /** Over all visits: the new total. */
  readonly activeMs: number
  readonly schemaVersion: number
  readonly guidelineVersion: number
}

/** `lost`: what could not be recovered, each in a sentence. */
export type Recovered = Result<LabelFile | null> & { readonly lost?: readonly Problem[] }

/** A damaged label file in quarantine that nobody has chosen about; `file` is where it was. */
export interface WaitingLabel extends Problem {
  readonly file: string
  readonly annotator: string
  /** Id of the item. */
  readonly item?: string
}

export type StoredLabel = { readonly path: string; readonly annotator: string } & (
  | { readonly label: LabelFile; readonly problem?: undefined }
  | { readonly problem: Problem; readonly label?: undefined }
)

/** The label files of a project. */
export interface LabelStore {
  /**
   * A damaged or foreign file is moved to `.goldset/quarantine/` unchanged, and stays `damaged` across restarts
   * until `recover` (in a read-only project it is only reported).
   */
  read(annotator: string, item: Item): Promise<ReadLabel>
  /** What the file says, for a list: nothing is moved, and what was not looked at closely counts as not seen. */
  peek(annotator: string, itemId: string): Promise<LabelFile | undefined>
  /**
   * Ok only when it is on the disk. Unknown fields of the file survive.
   * A file whose revision is not the draft's was written by someone else: refused, nothing overwritten.
   */
  save(draft: LabelDraft): Promise<Result<LabelFile>>
  /** The person's choice about a damaged file. The quarantined bytes stay whatever is chosen. */
  recover(annotator: string, item: Item, how: 'previous' | 'readable' | 'fresh'): Promise<Recovered>
  /**
   * Makes these labels the next revision, whatever revision is there: the person has chosen. Refused where what is there
   * cannot be read, or must not be changed.
   */
  adopt(annotator: string, item: Item, label: LabelFile): Promise<Result<LabelFile>>
  /** Everyone's damaged files that `read` or `save` moved to quarantine and `recover` has not settled. */
  waiting(): Promise<readonly WaitingLabel[]>
  annotators(): Promise<readonly string[]>
  /** In order of annotator and path. Moves nothing. Conflict copies of sync services come as problems. */
  all(annotator?: string): AsyncIterable<StoredLabel>
}

export interface LabelStoreOptions {
  /** Why nothing may be written, in a sentence. Then nothing is: neither labels nor quarantine nor history. */
  readonly readOnly?: string
  readonly now?: () => Date
}
