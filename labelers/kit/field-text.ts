import type { Item } from '../../schemas/item.ts'
import { type Offsets, offsetsOf } from './offsets.ts'

const known = new WeakMap<Item, Map<string, Offsets>>()

/** The text of an item's field; empty where the item has no such field. */
export function fieldText(item: Item, field: string): string {
  return Object.hasOwn(item.fields, field) ? (item.fields[field] ?? '') : ''
}

/** Offsets of an item's field, made once for each item object: a long text is walked once, not at every keystroke. */
export function fieldOffsets(item: Item, field: string): Offsets {
  let fields = known.get(item)
  if (fields === undefined) known.set(item, (fields = new Map<string, Offsets>()))
  let offsets = fields.get(field)
  if (offsets === undefined) fields.set(field, (offsets = offsetsOf(fieldText(item, field))))
  return offsets
}
