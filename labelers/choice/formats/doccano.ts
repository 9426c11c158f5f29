import { fieldWords } from '../../kit/field-words.ts'
import type { Exporter, Importer } from '../../kit/format.ts'
import { idOf, isStrings, jsonLine, jsonRows, metaOf } from '../../kit/json-lines.ts'
import { nameOf } from '../../kit/labels.ts'
import type { Answer, Config } from '../schema.ts'
import { categoriesColumn } from './categories-column.ts'
import { exportedChoice } from './exported.ts'
import { answerOf, configFor, entry, TASK } from './imported.ts'

/* doccano text classification: `{"id","text","label":["positive"]}`; in intent detection the classes are in `cats`. */

const own = ['id', 'text', 'label', 'labels', 'cats', 'categories', 'entities', 'data']

export const doccanoExporter: Exporter<Config, Answer> = {
  format: 'doccano',
  title: 'doccano text classification',
  extension: 'jsonl',
  cannotCarry:
    'Who labelled and when, comments, and the parts of a conversation: it is written as one text. A column of the data named like one of doccano gets "meta_" in front.',
  offsetUnit: null,
  tokenizer: null,
  async *write(records, context) {
    for await (const record of records) {
      for (const task of context.tasks) {
        const chosen = exportedChoice(record, task, context)
        if (chosen === undefined) continue
        yield {
          file: context.fileName(task.id, 'jsonl'),
          text: jsonLine([
            ['id', record.item.id],
            ['text', fieldWords(record.item, task)],
            ...Object.entries(record.item.meta).map(
              ([name, value]) => [own.includes(name) ? `meta_${name}` : name, value] as const
            ),
            ['label', chosen.map(id => nameOf(task.config.labels, id))]
          ])
        }
      }
    }
  }
}

export const doccanoImporter: Importer<Config, Answer> = {
  format: 'doccano',
  title: 'doccano text classification',
  leavesOut: '',
  async *read(file) {
    let classes = false
    for await (const each of jsonRows(file)) if ('row' in each) classes ||= named(each.row.columns).length > 0
    for await (const each of jsonRows(file)) {
      if ('problem' in each) {
        yield each
        continue
      }
      const { line, columns } = each.row
      const text = columns.get('text') ?? columns.get('data')
      if (typeof text !== 'string') {
        yield { problem: { file: file.path, line, message: 'This row has no text, so it was left out.' } }
        continue
      }
      const id = idOf(columns.get('id'))
      const list = classColumn(columns, classes)
      yield {
        record: {
          line,
          ...(id === undefined ? {} : { id }),
          text,
          meta: metaOf(each.row, own),
          answers:
            categoriesColumn(columns.get('categories')) ??
            new Map(list === undefined ? [] : [[TASK, entry(list)]])
        }
      }
    }
  },
  recognises: lines => /^\s*\{.*"text"\s*:.*"(label|labels|cats)"\s*:\s*\[\s*"/.test(lines[0] ?? ''),
  configFor,
  answer: answerOf
}

/**
 * The classes of a row. An empty list is an answer only in a file that names classes somewhere: elsewhere it is a list
 * of spans that happens to be empty.
 */
function classColumn(columns: ReadonlyMap<string, unknown>, classes: boolean): readonly string[] | undefined {
  const given = named(columns)
  if (given.length > 0) return given
  const empty = ['cats', 'label', 'labels'].some(name => {
    const list = columns.get(name)
    return Array.isArray(list) && list.length === 0
  })
  return classes && empty && !Array.isArray(columns.get('entities')) ? [] : undefined
}

function named(columns: ReadonlyMap<string, unknown>): readonly string[] {
  for (const name of ['cats', 'label', 'labels']) {
    const value = columns.get(name)
    if (typeof value === 'string' && value !== '') return [value]
    if (isStrings(value) && value.length > 0) return [...new Set(value)]
  }
  return []
}
