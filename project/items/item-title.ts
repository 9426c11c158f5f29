import type { Item } from '../../schemas/item.ts'
import type { Project } from '../../schemas/project.ts'

const TITLE_LENGTH = 120

/** One line of an item for lists: the beginning of its text, else its id. */
export function titleOf(item: Item, project: Pick<Project, 'fields'>): string {
  const field = project.fields.find(({ kind }) => kind === 'text')?.id
  const text = field !== undefined && Object.hasOwn(item.fields, field) ? (item.fields[field] ?? '') : ''
  const line = text
    .slice(0, TITLE_LENGTH * 4)
    .replace(/\s+/gu, ' ')
    .trim()
  // By code points, so that no emoji is cut in half.
  const short = [...line].slice(0, TITLE_LENGTH).join('')
  return short === '' ? item.id : short
}
