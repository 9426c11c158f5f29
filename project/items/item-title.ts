import { readChat } from '../../labelers/kit/chat.ts'
import type { Item } from '../../schemas/item.ts'
import type { Field, Project } from '../../schemas/project.ts'
import type { ItemTitle } from '../item-index.ts'
import { mediaFieldsOf } from '../media/media-fields.ts'

const TITLE_LENGTH = 120

/** An item as lists show it. */
export function itemTitle(position: number, item: Item, project: Pick<Project, 'fields'>): ItemTitle {
  const media = mediaFieldsOf(item, project.fields).map(({ id, path }) => [id, path] as const)
  return {
    position,
    id: item.id,
    title: titleOf(item, project),
    ...(media.length > 0 && { media: Object.fromEntries(media) })
  }
}

/**
 * One line about an item, for lists: the beginning of its first text, else of what was first said in its conversation,
 * else its id.
 */
export function titleOf(item: Item, { fields }: Pick<Project, 'fields'>): string {
  const text = firstOf(item, fields, 'text') ?? firstSaid(firstOf(item, fields, 'chat') ?? '')
  const line = text
    .slice(0, TITLE_LENGTH * 4)
    .replace(/\s+/gu, ' ')
    .trim()
  // By code points, so that no emoji is cut in half.
  const short = [...line].slice(0, TITLE_LENGTH).join('')
  return short === '' ? item.id : short
}

function firstOf(item: Item, fields: readonly Field[], kind: Field['kind']): string | undefined {
  const field = fields.find(each => each.kind === kind && Object.hasOwn(item.fields, each.id))
  return field === undefined ? undefined : item.fields[field.id]
}

function firstSaid(text: string): string {
  const chat = readChat(text)
  if (!chat.ok) return ''
  return chat.value.turns.find(turn => turn.kind === 'message' && turn.text.trim() !== '')?.text ?? ''
}
