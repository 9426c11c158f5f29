import type { Item } from '../../../../schemas/item.ts'
import type { Field, FieldKind } from '../../../../schemas/project.ts'

/** A field of the project with what the item holds in it. */
export interface ShownField {
  readonly id: string
  readonly kind: FieldKind
  /** For people. */
  readonly name: string
  readonly value: string
}

const kindNames: Readonly<Record<FieldKind, string>> = {
  text: 'Text',
  image: 'Picture',
  audio: 'Recording',
  chat: 'Conversation',
  responses: 'Responses'
}

/** The fields an item has, in the order of the project. */
export function shownFields(fields: readonly Field[], item: Item): readonly ShownField[] {
  return fields.flatMap(({ id, kind, name }) => {
    const value = Object.hasOwn(item.fields, id) ? item.fields[id] : undefined
    return value === undefined ? [] : [{ id, kind, name: name ?? kindNames[kind], value }]
  })
}

/** What the reading column is called for whoever does not see it. */
export function columnName(fields: readonly ShownField[]): string {
  const [only, ...more] = fields
  return only === undefined || more.length > 0 ? 'Fields of the item' : `${kindNames[only.kind]} of the item`
}
