import type { Item } from '../../schemas/item.ts'
import type { ItemIndex } from '../item-index.ts'

/** Every item of an index, once it is whole. */
export async function itemsOf(index: ItemIndex): Promise<readonly Item[]> {
  const items: Item[] = []
  await index.whole
  for await (const { item } of index.items()) items.push(item)
  return items
}

/** @throws for a position without an item. */
export async function itemAt(index: ItemIndex, position: number): Promise<Item> {
  const read = await index.item(position)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.value
}
