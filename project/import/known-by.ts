import { messagesOf, transcriptOf } from '../../labelers/kit/chat-words.ts'
import type { Item } from '../../schemas/item.ts'
import type { Field } from '../../schemas/project.ts'

/** The content of a foreign row as `knownBy` writes it; undefined where the row holds none. */
export function contentOf(row: {
  readonly text?: string | undefined
  readonly chat?: string | undefined
}): string | undefined {
  return row.text ?? (row.chat === undefined ? undefined : plainMessages(row.chat))
}

/** What of an item a foreign file may hold: any field as it is, and a conversation as a transcript or as plain messages. */
export function knownBy(item: Item, fields: readonly Field[]): readonly string[] {
  return fields.flatMap(({ id, kind }) => {
    const value = Object.hasOwn(item.fields, id) ? item.fields[id] : undefined
    if (value === undefined) return []
    return kind === 'chat' ? [value, transcriptOf(value), plainMessages(value)] : [value]
  })
}

const plainMessages = (chat: string) => JSON.stringify(messagesOf(chat) ?? chat)
