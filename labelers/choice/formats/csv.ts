import { csvLine, csvRows } from '../../kit/csv.ts'
import { optionOf } from '../../kit/drops.ts'
import { fieldText } from '../../kit/field-text.ts'
import type { Exporter, Importer } from '../../kit/format.ts'
import { joinNames, splitNames } from '../../kit/list-cell.ts'
import { nameOf } from '../../kit/labels.ts'
import type { Answer, Config } from '../schema.ts'
import { exportedChoice } from './exported.ts'
import { answerOf, configFor, entry } from './imported.ts'

/*
 * RFC 4180 with `\n`: `id`, the field as the project holds it (a conversation as JSON, of a picture its path), and a column for each choice task with the names of its classes, several joined
 * with `|` (`\|` and `\\` stand for those characters in a name). All tasks in one file.
 */

export const csvExporter: Exporter<Config, Answer> = {
  format: 'csv',
  title: 'CSV of choices',
  extension: 'csv',
  cannotCarry:
    'Other columns of the data, who labelled, and the difference between a task not answered and one answered with no choice.',
  offsetUnit: null,
  tokenizer: null,
  options: [
    {
      name: 'spreadsheet-safe',
      values: ['off', 'on'],
      about:
        "Puts ' before cells that a spreadsheet would run as a formula. Training data is better off without."
    }
  ],
  async *write(records, context) {
    const safe = optionOf(context, 'spreadsheet-safe', ['off', 'on']) === 'on'
    const line = (cells: readonly string[]) => csvLine(safe ? cells.map(inert) : cells)
    const file = context.fileName(context.tasks.map(task => task.id).join('-'), 'csv')
    const fields = [...new Set(context.tasks.map(task => task.field))]
    const columns = header(
      fields,
      context.tasks.map(task => task.id)
    )
    yield { file, text: line(columns), records: 0 }
    for await (const record of records) {
      const cells = context.tasks.map(task => {
        const chosen = exportedChoice(record, task, context)
        return chosen === undefined ? undefined : joinNames(chosen.map(id => nameOf(task.config.labels, id)))
      })
      if (cells.every(cell => cell === undefined)) continue
      const values = fields.map(field => fieldText(record.item, field))
      yield { file, text: line([record.item.id, ...values, ...cells.map(cell => cell ?? '')]) }
    }
  }
}

/** `id`, the fields, the tasks; a task named like a column before it gets `label:` in front. */
function header(fields: readonly string[], tasks: readonly string[]): readonly string[] {
  const taken = ['id', ...fields.map(field => (field === 'id' ? 'field:id' : field))]
  return [...taken, ...tasks.map(task => (taken.includes(task) ? `label:${task}` : task))]
}

const inert = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)

export const csvImporter: Importer<Config, Answer> = {
  format: 'csv',
  title: 'CSV of choices',
  leavesOut:
    'Nothing: every column but `id`, `text` and those named like a field of the project is taken for a task of that name.',
  async *read(file) {
    const rows = csvRows((await file.text()).replace(/^\uFEFF/, ''))
    const first = rows.next()
    if (first.done === true) return
    const names = first.value.cells
    const idColumn = names.findIndex(name => name.toLowerCase() === 'id')
    const textColumn = names.findIndex(name => name.toLowerCase() === 'text')
    for (const { line, cells } of rows) {
      if (cells.length !== names.length) {
        const message = `This row has ${cells.length} cells and the header ${names.length}, so it was left out.`
        yield { problem: { file: file.path, line, message } }
        continue
      }
      const id = cells[idColumn]
      const text = cells[textColumn]
      const answers = new Map(
        names.flatMap((name, column) => {
          const cell = cells[column] ?? ''
          const given = column === idColumn || column === textColumn || file.fields?.includes(name) === true
          if (given || cell === '') return []
          return [[name.replace(/^label:/, ''), entry(splitNames(cell))] as const]
        })
      )
      yield {
        record: {
          line,
          ...(id === undefined || id === '' ? {} : { id }),
          ...(text === undefined ? {} : { text }),
          meta: {},
          answers
        }
      }
    }
  },
  recognises: (_lines, path) => /\.csv$/i.test(path),
  configFor,
  answer: answerOf
}
