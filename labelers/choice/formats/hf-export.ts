import { classNames, classNumbers } from '../../kit/classes.ts'
import { writeCard } from '../../kit/dataset-card.ts'
import { fieldText } from '../../kit/field-text.ts'
import type { Exporter } from '../../kit/format.ts'
import { jsonLine } from '../../kit/json-lines.ts'
import type { Answer, Config } from '../schema.ts'
import { exportedChoice } from './exported.ts'

/*
 * Hugging Face text classification: `{"id","text","label":1}`, or `"labels":[0,2]` for several, as numbers of a
 * ClassLabel whose names stand in the card.
 */
export const hfExporter: Exporter<Config, Answer> = {
  format: 'hf',
  title: 'Hugging Face text classification',
  extension: 'jsonl',
  cannotCarry: 'Other columns of the data, and who labelled.',
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
            ['text', fieldText(record.item, task.field)],
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
          { name: 'text', list: false },
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
