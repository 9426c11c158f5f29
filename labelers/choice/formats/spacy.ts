import { inExportOrder } from '../../../schemas/label-set.ts'
import { fieldWords } from '../../kit/field-words.ts'
import type { Exporter, Importer } from '../../kit/format.ts'
import { idOf, jsonLine, jsonRows, metaOf } from '../../kit/json-lines.ts'
import { nameOf } from '../../kit/labels.ts'
import { toDocbin } from '../../kit/to-docbin.ts'
import type { Answer, Config } from '../schema.ts'
import { categoriesColumn } from './categories-column.ts'
import { exportedChoice } from './exported.ts'
import { answerOf, configFor, entry, TASK } from './imported.ts'

/*
 * spaCy's text categorisers: `{"text","cats":{"positive":1,"negative":0}}` with every class in every row; for a single
 * choice they sum to 1. https://spacy.io/api/data-formats#dict-input
 */

export const spacyExporter: Exporter<Config, Answer> = {
  format: 'spacy',
  title: 'spaCy JSONL',
  extension: 'jsonl',
  cannotCarry:
    'Other columns of the data, who labelled, and the parts of a conversation: it is written as one text.',
  offsetUnit: null,
  tokenizer: null,
  async *write(records, context) {
    for await (const record of records) {
      for (const task of context.tasks) {
        const chosen = exportedChoice(record, task, context)
        if (chosen === undefined) continue
        const names = new Set(chosen.map(id => nameOf(task.config.labels, id)))
        yield {
          file: context.fileName(task.id, 'jsonl'),
          text: jsonLine([
            ['id', record.item.id],
            ['text', fieldWords(record.item, task)],
            ['entities', []],
            [
              'cats',
              Object.fromEntries(
                inExportOrder(task.config.labels).map(({ name }) => [name, names.has(name) ? 1 : 0])
              )
            ],
            ['spans', {}]
          ])
        }
      }
    }
  },
  companions: () => [{ file: 'to_docbin.py', text: toDocbin }]
}

export const spacyImporter: Importer<Config, Answer> = {
  format: 'spacy',
  title: 'spaCy JSONL',
  leavesOut: 'Probabilities: a class counts from 0.5 on.',
  async *read(file) {
    for await (const each of jsonRows(file)) {
      if ('problem' in each) {
        yield each
        continue
      }
      const { line, columns } = each.row
      const text = columns.get('text')
      if (typeof text !== 'string') {
        yield { problem: { file: file.path, line, message: 'This row has no text, so it was left out.' } }
        continue
      }
      const id = idOf(columns.get('id'))
      yield {
        record: {
          line,
          ...(id === undefined ? {} : { id }),
          text,
          meta: metaOf(each.row, ['id', 'text', 'cats', 'categories', 'entities', 'spans']),
          answers: categoriesColumn(columns.get('categories')) ?? new Map(catsOf(columns.get('cats')))
        }
      }
    }
  },
  recognises: lines => /^\s*\{.*"cats"\s*:\s*\{\s*"/.test(lines[0] ?? ''),
  configFor,
  answer: answerOf
}

function catsOf(cats: unknown): [string, ReturnType<typeof entry>][] {
  if (typeof cats !== 'object' || cats === null || Array.isArray(cats)) return []
  const classes = Object.entries(cats as Record<string, unknown>).filter(([name]) => name !== '')
  if (classes.length === 0) return []
  const chosen = classes.filter(([, value]) => value === true || (typeof value === 'number' && value >= 0.5))
  const names = classes.map(([name]) => name)
  return [
    [
      TASK,
      entry(
        chosen.map(([name]) => name),
        names,
        chosen.length === 0 ? true : undefined
      )
    ]
  ]
}
