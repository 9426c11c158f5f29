import type { Item } from '../schemas/item.ts'
import type { Project } from '../schemas/project.ts'
import type { Problem } from '../schemas/schema.ts'
import type { Files } from './files.ts'
import type { ItemDraft } from './sources/row-items.ts'
import { sourceItems } from './sources/source-items.ts'
import { uniqueIds } from './sources/unique-ids.ts'

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

/** A file where every row is wrong would otherwise bury everything else. */
const MAX_PROBLEMS = 1000

export async function indexItems(files: Files, root: string, project: Project): Promise<ItemIndex> {
  const drafts: ItemDraft[] = []
  const problems: Problem[] = []
  for (const source of project.sources)
    for (const { draft, problem } of await sourceItems(files, root, source, project.fields)) {
      if (draft === undefined) problems.push(problem)
      else drafts.push(draft)
    }
  const { items, problems: idProblems } = uniqueIds(drafts)
  return itemIndex(items, project, [...problems, ...idProblems])
}

/** An index over items that are in memory. */
export function itemIndex(items: readonly Item[], project: Project, problems: readonly Problem[]): ItemIndex {
  const positions = new Map(items.map((item, position) => [item.id, position]))
  const textField = project.fields.find(field => field.kind === 'text')?.id
  const at = (position: number): Item => {
    const item = items[position]
    if (item === undefined) throw new RangeError(`There is no item at ${position}`)
    return item
  }
  return {
    count: items.length,
    at,
    titleAt: position => titleOf(at(position), textField),
    positionOf: id => positions.get(id),
    items: () => items,
    problems: capped(problems)
  }
}

const TITLE_LENGTH = 120

function titleOf(item: Item, textField: string | undefined): string {
  const text =
    textField !== undefined && Object.hasOwn(item.fields, textField) ? (item.fields[textField] ?? '') : ''
  const line = text
    .slice(0, TITLE_LENGTH * 4)
    .replace(/\s+/gu, ' ')
    .trim()
  // By code points, so that no emoji is cut in half.
  const short = [...line].slice(0, TITLE_LENGTH).join('')
  return short === '' ? item.id : short
}

function capped(problems: readonly Problem[]): readonly Problem[] {
  if (problems.length <= MAX_PROBLEMS) return problems
  const rest = problems.length - MAX_PROBLEMS
  return [
    ...problems.slice(0, MAX_PROBLEMS),
    { message: `There are ${rest} more problems in the data like these.` }
  ]
}
