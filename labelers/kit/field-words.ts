import type { Item } from '../../schemas/item.ts'
import type { ExportTask } from './format.ts'
import { transcriptOf } from './chat-words.ts'
import { fieldText } from './field-text.ts'

/**
 * What a program that knows only texts gets of the field a task looks at: a text as it is, a conversation as a transcript,
 * of a picture or recording its path.
 */
export function fieldWords(item: Item, task: Pick<ExportTask<unknown>, 'field' | 'kind'>): string {
  const text = fieldText(item, task.field)
  return task.kind === 'chat' ? transcriptOf(text) : text
}
