import { isUsed } from '../../kit/classes.ts'
import { type CardColumn, readCard } from '../../kit/dataset-card.ts'
import type { Importer } from '../../kit/format.ts'
import { idOf, jsonRows, metaOf } from '../../kit/json-lines.ts'
import type { Answer, Config } from '../schema.ts'
import { answerOf, configFor, entry, TASK } from './imported.ts'

/** Columns with a tag for each token: the business of another labeler. */
const perToken = ['tokens', 'ner_tags', 'pos_tags', 'chunk_tags', 'tags']

/** Columns that the card beside the file says are classes, as numbers or names; without a card `label` and `labels`, by name. */
export const hfImporter: Importer<Config, Answer> = {
  format: 'hf',
  title: 'Hugging Face text classification',
  leavesOut: '',
  async *read(file) {
    const card = await file.beside?.('README.md')
    const described = card === undefined ? [] : await readCard(card, file.path)
    const columns = classColumns(described)
    for await (const each of jsonRows(file)) {
      if ('problem' in each) {
        yield each
        continue
      }
      const { line, columns: row } = each.row
      const text = row.get('text') ?? row.get('sentence')
      const tokens = row.get('tokens')
      const answers = new Map<string, ReturnType<typeof entry>>()
      for (const column of columns) {
        if (column.name === 'labels' && tokens !== undefined) continue
        const given = row.get(column.name)
        if (given === undefined || given === null) continue
        const names = (Array.isArray(given) ? (given as readonly unknown[]) : [given]).map(value =>
          nameIn(column, value)
        )
        const known = names.filter(name => typeof name === 'string')
        if (known.length < names.length)
          yield {
            problem: {
              file: file.path,
              line,
              message: `Nothing says which class ${JSON.stringify(given)} of "${column.name}" is; a README.md beside the file would.`
            }
          }
        else
          answers.set(
            taskOf(column.name),
            entry(known, column.classes?.filter(isUsed) ?? known, column.list || Array.isArray(given))
          )
      }
      const id = idOf(row.get('id'))
      const messages = row.get('messages')
      const chat = Array.isArray(messages) ? JSON.stringify(messages) : undefined
      const skipped = [
        'id',
        'text',
        'sentence',
        ...(chat === undefined ? [] : ['messages']),
        ...perToken,
        ...columns.map(column => column.name)
      ]
      yield {
        record: {
          line,
          ...(id === undefined ? {} : { id }),
          ...(typeof text === 'string' ? { text } : {}),
          ...(chat === undefined ? {} : { chat }),
          meta: metaOf(each.row, skipped),
          answers
        }
      }
    }
  },
  recognises: lines => /^\s*\{.*"(text|messages)"\s*:.*"labels?"\s*:\s*(\d|\[\s*[\d\]])/.test(lines[0] ?? ''),
  configFor,
  answer: answerOf
}

function classColumns(card: readonly CardColumn[]): readonly CardColumn[] {
  const described = card.filter(column => column.classes !== undefined && !perToken.includes(column.name))
  if (described.length > 0) return described
  return [
    { name: 'label', list: false },
    { name: 'labels', list: true }
  ]
}

const nameIn = (column: CardColumn, value: unknown): string | undefined =>
  typeof value === 'number'
    ? column.classes?.[value]
    : typeof value === 'string' && value !== ''
      ? value
      : undefined

/** The standard columns do not name a task. */
const taskOf = (column: string): string => (column === 'label' || column === 'labels' ? TASK : column)
