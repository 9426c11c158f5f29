import { classNames, classNumbers } from '../../kit/classes.ts'
import { writeCard } from '../../kit/dataset-card.ts'
import { messagesOf } from '../../kit/chat-words.ts'
import { fieldText } from '../../kit/field-text.ts'
import type { ExportRecord, Exporter, ExportTask } from '../../kit/format.ts'
import { jsonLine } from '../../kit/json-lines.ts'
import type { Answer, Config } from '../schema.ts'
import { exportedChoice } from './exported.ts'

/*
 * Hugging Face text classification: `{"id","text","label":1}`, or `"labels":[0,2]` for several, as numbers of a
 * ClassLabel whose names stand in the card. A conversation is a list of `{"role","content"}` under `messages` instead of
 * the text, as chat templates read it.
 */
export const hfExporter: Exporter<Config, Answer> = {
  format: 'hf',
  title: 'Hugging Face text classification',
  extension: 'jsonl',
  cannotCarry:
    'Other columns of the data, who labelled, and of a conversation its tool calls, names and attachments.',
  offsetUnit: null,
  tokenizer: null,
  async *write(records, context) {
    for await (const record of records) {
      for (const task of context.tasks) {
        const chosen = exportedChoice(record, task, context)
        if (chosen === undefined) continue
        const numbers = classNumbers(task.config.labels)
        const classes = chosen.map(id => numbers.get(id) ?? 0)
        yield {
          file: context.fileName(task.id, 'jsonl'),
          text: jsonLine([
            ['id', record.item.id],
            contentOf(record, task),
            task.config.multiple ? ['labels', classes] : ['label', classes[0]]
          ])
        }
      }
    }
  },
  companions(context, counts) {
    const configs = context.tasks.map(task => {
      const file = context.fileName(task.id, 'jsonl')
      const { multiple, labels } = task.config
      return {
        name: task.id,
        file,
        rows: counts.get(file) ?? 0,
        columns: [
          { name: 'id', list: false },
          task.kind === 'chat'
            ? { name: 'messages', list: false, messages: true as const }
            : { name: 'text', list: false },
          { name: multiple ? 'labels' : 'label', list: multiple, classes: classNames(labels) }
        ]
      }
    })
    const about =
      'Texts with classes, exported by Goldset. What was left out, and why, is in `goldset-export.json`.'
    return [
      {
        file: 'README.md',
        text: writeCard({ title: context.projectName, category: 'text-classification', configs, about })
      }
    ]
  }
}

/** What is no conversation, though it should be one, is one message: rows of one file have the same columns. */
function contentOf(
  { item }: ExportRecord<Answer>,
  { field, kind }: ExportTask<Config>
): readonly [string, unknown] {
  const text = fieldText(item, field)
  if (kind !== 'chat') return ['text', text]
  return ['messages', messagesOf(text) ?? [{ role: 'user', content: text }]]
}
