import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Counts, LabelState, OpenedItem, ProjectSummary } from '../../electron/api/contract.ts'
import { labelerOf } from '../../labelers/index.ts'
import type { Item } from '../../schemas/item.ts'
import { everyItem, type QueueView, sourceOrder } from '../../schemas/queue-view.ts'
import type { Problem } from '../../schemas/schema.ts'
import type { IconName } from '../ui/icon-shapes.ts'
import type { ActiveTime } from './active-time.ts'
import { emptyHistory, type History } from './history.ts'
import { QueueList } from './queue-list.ts'
import { Selection } from './selection.ts'
import type { SaveView } from './save-queue.ts'

/** An item as the screen holds it: what was read, and the newest state. */
export interface Entry {
  readonly opened: OpenedItem
  readonly item: Item
  readonly state: LabelState
  readonly time: ActiveTime
}

export interface Toast {
  readonly id: number
  readonly icon: IconName
  readonly bold: string
  readonly text: string
  /** The way back that is offered beside it. */
  readonly offer: 'undo' | 'redo' | null
}

export type SideTab = 'answers' | 'guidelines' | 'comments'

/** Something that is being done to many items. */
export interface Bulk {
  /** `Skipping`. */
  readonly doing: string
  readonly done: number
  readonly of: number
}

export interface SessionState {
  /** Known so far. */
  readonly items: number
  /** The data is still being read, or was stopped being read: how much of it is, 0 to 1. */
  readonly reading: { readonly share: number; readonly stopped: boolean } | null
  /** How much of the label files is read that nothing was known of, 0 to 1; null: all. */
  readonly readingLabels: number | null
  /** Rows and files that are no items, as far as they are counted. */
  readonly dataProblems: number
  readonly counts: Counts
  /** What the queue shows, in which order. */
  readonly view: QueueView
  /** The items that are shown. */
  readonly list: QueueList
  /** A search or a sorting is under way: how much of it is done, 0 to 1. */
  readonly finding: { readonly share: number } | null
  readonly selection: Selection
  /** The place in the list that arrow keys have moved to; null: the item on the screen. */
  readonly cursor: number | null
  readonly bulk: Bulk | null
  /** How many problems the project has, in its data and among its label files. */
  readonly problems: number
  /** Raised whenever rows of the queue changed. */
  readonly rowsVersion: number
  /** The item on the screen; null while the first one is being read. */
  readonly entry: Entry | null
  /** Where the queue stands: the item on the screen, or the one that is being read. */
  readonly position: number
  /** Items that were read ahead, the likeliest to be shown next first. */
  readonly ahead: readonly Item[]
  /** Why the item at `position` cannot be shown. */
  readonly openProblems: readonly Problem[]
  readonly activeTask: string | null
  readonly history: History
  readonly save: SaveView
  /** Another program wrote the label file of this item meanwhile; the person decides. */
  readonly conflict: { readonly position: number; readonly id: string } | null
  readonly tab: SideTab
  /** Comments that were typed and not posted, by the position of their item. */
  readonly unposted: ReadonlyMap<number, string>
  readonly toast: Toast | null
  /** The line for a reason is open under the buttons. */
  readonly skipping: boolean
  /** The item that is being searched in, by id. */
  readonly soughtIn: string | null
  /** Submit was refused: say loudly what is missing. */
  readonly refused: boolean
}

/** What the label screen starts from, before the first item was read. */
export function sessionStore(summary: ProjectSummary): StoreApi<SessionState> {
  return createStore<SessionState>(() => ({
    items: summary.items,
    reading: summary.reading ? { share: 0, stopped: false } : null,
    readingLabels: summary.readingLabels ? 0 : null,
    dataProblems: summary.dataProblems,
    counts: summary.counts,
    view: { filter: everyItem, order: sourceOrder },
    list: QueueList.every(0),
    finding: null,
    selection: Selection.none,
    cursor: null,
    bulk: null,
    problems: summary.problems.length,
    rowsVersion: 0,
    entry: null,
    position: summary.start,
    ahead: [],
    openProblems: [],
    activeTask: summary.project.tasks.find(task => labelerOf(task.labeler) !== undefined)?.id ?? null,
    history: emptyHistory,
    save: { pending: 0, unsaved: 0, savedAt: null, problems: [] },
    conflict: null,
    tab: 'answers',
    unposted: new Map(),
    toast: null,
    skipping: false,
    soughtIn: null,
    refused: false
  }))
}
