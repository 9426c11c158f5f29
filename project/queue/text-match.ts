import type { Item } from '../../schemas/item.ts'

/**
 * A text without its case, for finding. Upper case says more than lower: ß is SS, and a Greek sigma is one letter
 * wherever it stands. Accents written in one code point or in two are the same.
 */
export function folded(text: string): string {
  return text.normalize('NFC').toUpperCase()
}

/** Whether an item has the text in its id or one of its fields. `needle` is folded. */
export function holds(item: Item, needle: string): boolean {
  if (folded(item.id).includes(needle)) return true
  for (const field in item.fields)
    if (Object.hasOwn(item.fields, field) && folded(item.fields[field] ?? '').includes(needle)) return true
  return false
}
