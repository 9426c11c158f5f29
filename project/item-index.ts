import type { Item } from '../schemas/item.ts'
import type { Problem, Result } from '../schemas/schema.ts'

/** How far the indexing is. */
export interface IndexProgress {
  readonly state: 'running' | 'stopped' | 'whole'
  /** Bytes of tables and files of folders that have been read, of all. Only their ratio means anything. */
  readonly done: number
  readonly total: number
}

/** What a list shows of an item. */
export interface ItemTitle {
  readonly position: number
  readonly id: string
  /** One line, from its text; its id where there is none. */
  readonly title: string
  /** Paths of its pictures and recordings, by field. */
  readonly media?: Readonly<Record<string, string>>
}

/**
 * The items of a project by position, in source order, read from the sources when they are asked for. It grows while
 * large sources are being indexed. Positions are for this session, ids are for ever. A position may turn out to be a
 * hole: a row that could not become an item.
 */
export interface ItemIndex {
  /** Positions known so far, holes included. Never shrinks. */
  readonly count: number
  /** How many of these are known to be holes. */
  readonly holes: number
  readonly progress: IndexProgress
  /** Called whenever `count`, `holes`, `problems` or `progress` changed, at most every 100 ms or so. Returns how to stop that. */
  onProgress(listener: () => void): () => void
  /**
   * The item at a position, once its id is certain: that may take until the rows before it have been read. Fails with
   * the problem of the row, or with a sentence where the source is no longer the one that was indexed.
   */
  item(position: number): Promise<Result<Item>>
  /** In the order asked for. Positions outside, holes, and rows that cannot be read now are left out. */
  titles(positions: readonly number[]): Promise<readonly ItemTitle[]>
  /** Of what is indexed so far. */
  positionOf(id: string): number | undefined
  /** False outside, and for what is known to be a hole. */
  isItem(position: number): boolean
  /**
   * Every item from position `start` on, in source order, in bounded memory. Waits for the indexing that is under way,
   * and ends where it was stopped.
   */
  items(start?: number): AsyncIterable<{ readonly position: number; readonly item: Item }>
  /** Rows and files that could not become items, up to a number. The rest is usable. */
  readonly problems: readonly Problem[]
  /** When everything is indexed, or indexing was stopped. */
  readonly whole: Promise<void>
  /** Stops indexing; what is indexed stays usable. */
  cancel(): void
  /** Goes on where `cancel` stopped. */
  resume(): void
  /** Ends all work. Nothing may be asked for afterwards. */
  close(): Promise<void>
}
