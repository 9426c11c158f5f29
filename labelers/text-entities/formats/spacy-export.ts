import { isUsed } from '../../kit/classes.ts'
import { fieldText } from '../../kit/field-text.ts'
import type { Exporter } from '../../kit/format.ts'
import { jsonLine } from '../../kit/json-lines.ts'
import type { Answer, Config } from '../schema.ts'
import { exportedSpans, withoutOverlaps } from './exported.ts'
import { toDocbin } from '../../kit/to-docbin.ts'

/*
 * One JSON object per text: `entities` as spaCy's entity recogniser needs them, without overlaps; `spans.sc` all of them
 * where the task allows overlaps, for its span categoriser; `cats` the classes of the whole item.
 * https://spacy.io/api/data-formats#dict-input
 */
export const spacyExporter: Exporter<Config, Answer> = {
  format: 'spacy',
  title: 'spaCy JSONL',
  extension: 'jsonl',
  cannotCarry:
    'Other columns of the data, and who labelled. to_docbin.py names every span whose edges are not edges of spaCy tokens.',
  offsetUnit: 'codepoint',
  tokenizer: null,
  carriesCategories: true,
  async *write(records, context) {
    for await (const record of records) {
      for (const task of context.tasks) {
        const spans = exportedSpans(record, task, context)
        if (spans === undefined) continue
        const triples = spans.map(({ start, end, label }) => [start, end, label])
        const flat = withoutOverlaps(spans)
        const layered = task.config.overlap !== 'none' || flat.length !== spans.length
        const categories = context.categoryTasks.filter(({ id }) => record.categories.has(id))
        yield {
          file: context.fileName(task.id, 'jsonl'),
          text: jsonLine([
            ['id', record.item.id],
            ['text', fieldText(record.item, task.field)],
            ['entities', flat.map(({ start, end, label }) => [start, end, label])],
            [
              'cats',
              Object.fromEntries(
                categories.flatMap(({ id, names }) =>
                  names
                    .filter(isUsed)
                    .map(name => [name, record.categories.get(id)?.includes(name) === true ? 1 : 0] as const)
                )
              )
            ],
            ['spans', { sc: layered ? triples : [] }],
            ...(context.categoryTasks.length === 0
              ? []
              : [
                  [
                    'categories',
                    Object.fromEntries(categories.map(({ id }) => [id, record.categories.get(id)]))
                  ] as const
                ])
          ])
        }
      }
    }
  },
  companions: () => [{ file: 'to_docbin.py', text: toDocbin }]
}
