import type { Item } from '../../schemas/item.ts'
import type { ItemIndex } from '../item-index.ts'

export interface ReadRow {
  readonly position: number
  readonly item: Item
  /** How many of the wanted positions are behind it, itself included. */
  readonly read: number
}

/** Above one in so many, reading all rows in one go is quicker than fetching the wanted ones. */
const SPARSE = 16

/**
 * The items at these positions, in the order given; null: all of them. What cannot be read is left out. Positions in
 * source order that lie close together are read in one go.
 */
export async function* readRows(
  items: ItemIndex,
  positions: Uint32Array | null,
  inSourceOrder: boolean
): AsyncIterable<ReadRow> {
  if (positions === null) {
    for await (const { position, item } of items.items()) yield { position, item, read: position + 1 }
  } else if (inSourceOrder && positions.length * SPARSE > items.count) {
    yield* walked(items, positions)
  } else {
    for (const [place, position] of positions.entries()) {
      const item = await items.item(position)
      if (item.ok) yield { position, item: item.value, read: place + 1 }
    }
  }
}

async function* walked(items: ItemIndex, positions: Uint32Array): AsyncIterable<ReadRow> {
  let place = 0
  for await (const { position, item } of items.items(positions[0] ?? 0)) {
    while (place < positions.length && (positions[place] ?? 0) < position) place++
    if (place === positions.length) return
    if (positions[place] === position) yield { position, item, read: place + 1 }
  }
}
