import { fieldText } from '../../kit/field-text.ts'
import type { Props } from './transcript-state.ts'

/** Why the recording of an item is not even asked for, in a sentence. Undefined: it is. */
export function refusalOf({ item, task }: Pick<Props, 'item' | 'task'>): string | undefined {
  if (fieldText(item, task.field) === '') return 'This item names no recording.'
  const { media } = item
  return media !== undefined && Object.hasOwn(media, task.field) ? media[task.field]?.problem : undefined
}
