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

/** The fields an item has, in the order of the project. One without a name is called by its kind, or by its id where that says more. */
export function shownFields(fields: readonly Field[], item: Item): readonly ShownField[] {
  const called = ({ id, kind, name }: Field) =>
    name ?? (fields.filter(each => each.kind === kind).length === 1 ? kindNames[kind] : id)
  return fields.flatMap(field => {
    const { id, kind } = field
    const value = Object.hasOwn(item.fields, id) ? item.fields[id] : undefined
    return value === undefined ? [] : [{ id, kind, name: called(field), value }]
  })
}

/** What the reading column is called for whoever does not see it. */
export function columnName(fields: readonly ShownField[]): string {
  const [only, ...more] = fields
  return only === undefined || more.length > 0 ? 'Fields of the item' : `${kindNames[only.kind]} of the item`
}
