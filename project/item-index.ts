import type { Item } from '../schemas/item.ts'
import type { Project } from '../schemas/project.ts'
import type { Problem } from '../schemas/schema.ts'
import type { Files } from './files.ts'

/** The items of a project, in source order. Positions are for this session; ids are for ever. */
export interface ItemIndex {
  readonly count: number
  /** @throws RangeError outside 0 to count - 1. */
  at(position: number): Item
  /** One line for lists. */
  titleAt(position: number): string
  positionOf(id: string): number | undefined
  items(): Iterable<Item>
  /** Rows and files that could not become items. The rest is usable. */
  readonly problems: readonly Problem[]
}

export async function indexItems(_files: Files, _root: string, _project: Project): Promise<ItemIndex> {
  throw new Error('not built yet')
}
