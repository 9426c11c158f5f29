import type { Item } from '../../schemas/item.ts'
import type { Field, Source } from '../../schemas/project.ts'

/** Items as they become rows of a data file of the new project. */
export type GeneratedItem = Pick<Item, 'id' | 'fields' | 'meta' | 'tokens'>

/** The data file of an imported project: one JSON row per item, and the source entry that reads it back the same. */
export function generatedSource(
  path: string,
  fields: readonly Field[],
  items: readonly GeneratedItem[]
): { readonly source: Source; readonly text: string } {
  // Meta may have keys like ours; theirs stay as they are and ours give way.
  const taken = new Set(items.flatMap(item => Object.keys(item.meta)))
  const free = (name: string) => {
    let column = name
    for (let n = 2; taken.has(column); n++) column = `${name}~${n}`
    taken.add(column)
    return column
  }
  const idColumn = free('id')
  const columns = new Map(fields.map(field => [field.id, free(field.id)]))
  const tokensColumn = items.some(item => item.tokens !== undefined) ? free('tokens') : undefined
  const lines = items.map(item => {
    const values = Object.entries(item.fields).map(
      ([field, value]) => [columns.get(field) ?? field, value] as const
    )
    const tokens =
      tokensColumn === undefined || item.tokens === undefined ? [] : [[tokensColumn, item.tokens] as const]
    return `${JSON.stringify(Object.fromEntries([[idColumn, item.id], ...values, ...tokens, ...Object.entries(item.meta)]))}\n`
  })
  return {
    source: {
      path,
      format: 'jsonl',
      columns: Object.fromEntries(columns),
      idColumn,
      ...(tokensColumn === undefined ? {} : { tokensColumn })
    },
    text: lines.join('')
  }
}
