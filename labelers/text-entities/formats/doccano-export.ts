import { fieldText } from '../../kit/field-text.ts'
import type { Exporter } from '../../kit/format.ts'
import { jsonLine } from '../../kit/json-lines.ts'
import type { Answer, Config } from '../schema.ts'
import { exportedSpans } from './exported.ts'

/*
 * doccano sequence labelling: `{"id","text","label":[[start,end,"NAME"]]}` in code points; with classes of the whole item
 * its intent detection: `{"id","text","entities":[…],"cats":[…]}`. Other columns of the data go with it, as doccano does.
 */

const own = ['id', 'text', 'label', 'entities', 'cats', 'categories']

export const doccanoExporter: Exporter<Config, Answer> = {
  format: 'doccano',
  title: 'doccano sequence labelling',
  extension: 'jsonl',
  cannotCarry:
    'Who labelled and when, comments, and tokens. A column of the data named like one of doccano gets "meta_" in front.',
  offsetUnit: 'codepoint',
  tokenizer: null,
  carriesCategories: true,
  async *write(records, context) {
    for await (const record of records) {
      for (const task of context.tasks) {
        const spans = exportedSpans(record, task, context)
        if (spans === undefined) continue
        const triples = spans.map(({ start, end, label }) => [start, end, label])
        const categories = context.categoryTasks.map(
          ({ id }) => [id, record.categories.get(id) ?? []] as const
        )
        yield {
          file: context.fileName(task.id, 'jsonl'),
          text: jsonLine([
            ['id', record.item.id],
            ['text', fieldText(record.item, task.field)],
            ...Object.entries(record.item.meta).map(
              ([name, value]) => [own.includes(name) ? `meta_${name}` : name, value] as const
            ),
            ...(categories.length === 0
              ? [['label', triples] as const]
              : ([
                  ['entities', triples],
                  ['cats', [...new Set(categories.flatMap(([, names]) => names))]],
                  // doccano keeps it as a column; it says which task each class answers.
                  ['categories', Object.fromEntries(categories)]
                ] as const))
          ])
        }
      }
    }
  }
}
