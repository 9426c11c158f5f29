import type { Item } from '../../schemas/item.ts'
import type { Project } from '../../schemas/project.ts'
import type { ItemIndex } from '../item-index.ts'

/** What a foreign row says of the item it is about. */
export interface ForeignItem {
  readonly id?: string | undefined
  readonly path?: string | undefined
  readonly text?: string | undefined
  readonly annotator?: string | undefined
}

export type Match = { readonly item: Item } | { readonly message: string }

/**
 * Finds the items of a project that foreign rows are about: by id, then by path, then by exact content. Rows of one
 * annotator with the same content and nothing else to tell them apart go to the items with that content in turn.
 */
export function itemMatcher(
  items: ItemIndex,
  project: Pick<Project, 'fields'>
): (row: ForeignItem) => Promise<Match> {
  const texts = project.fields.filter(field => field.kind === 'text').map(field => field.id)
  const hasText = (item: Item, text: string) =>
    texts.some(field => Object.hasOwn(item.fields, field) && item.fields[field] === text)
  let byText: Map<string, number[]> | undefined
  const turns = new Map<string, number>()

  const at = async (position: number | undefined): Promise<Item | undefined> => {
    const read = position === undefined ? undefined : await items.item(position)
    return read?.ok === true ? read.value : undefined
  }
  const byName = async (name: string | undefined): Promise<Item | undefined> =>
    name === undefined ? undefined : at(items.positionOf(name) ?? items.positionOf(posix(name)))
  const byContent = async (text: string, annotator: string): Promise<Item | undefined> => {
    byText ??= await positionsByText(items, texts)
    const positions = byText.get(text)
    if (positions === undefined) return undefined
    const key = JSON.stringify([annotator, text])
    const turn = turns.get(key) ?? 0
    turns.set(key, turn + 1)
    return at(positions[turn % positions.length])
  }

  return async ({ id, path, text, annotator = '' }) => {
    await items.whole
    const named = (await byName(id)) ?? (await byName(path))
    if (named !== undefined && text !== undefined && !hasText(named, text)) {
      return { message: `"${named.id}" has another text in this project than in the file.` }
    }
    const item = named ?? (text === undefined ? undefined : await byContent(text, annotator))
    if (item !== undefined) return { item }
    const called = id ?? path
    return {
      message:
        called === undefined ? 'No item has this text.' : `No item is called "${called}" or has this text.`
    }
  }
}

async function positionsByText(items: ItemIndex, fields: readonly string[]): Promise<Map<string, number[]>> {
  const positions = new Map<string, number[]>()
  for await (const { position, item } of items.items()) {
    for (const field of fields) {
      const text = Object.hasOwn(item.fields, field) ? item.fields[field] : undefined
      if (text === undefined) continue
      const same = positions.get(text)
      if (same === undefined) positions.set(text, [position])
      else same.push(position)
    }
  }
  return positions
}

const posix = (path: string) => path.replaceAll('\\', '/').replace(/^\.\//, '').normalize('NFC')
