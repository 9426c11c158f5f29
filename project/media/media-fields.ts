import type { Item } from '../../schemas/item.ts'
import type { Field } from '../../schemas/project.ts'
import type { MediaKind } from './media-info.ts'

/** The pictures and recordings that an item names, in the order of the fields. */
export function mediaFieldsOf(
  item: Item,
  fields: readonly Field[]
): readonly { readonly id: string; readonly kind: MediaKind; readonly path: string }[] {
  return fields.flatMap(({ id, kind }) =>
    (kind === 'image' || kind === 'audio') && Object.hasOwn(item.fields, id)
      ? [{ id, kind, path: item.fields[id] ?? '' }]
      : []
  )
}
