import { classNames, classNumbers } from '../../kit/classes.ts'
import type { CardColumn } from '../../kit/dataset-card.ts'
import { writeCard } from '../../kit/dataset-card.ts'
import { dropFrom, optionOf } from '../../kit/drops.ts'
import { fieldOffsets } from '../../kit/field-text.ts'
import type { CategoryTask, Exporter } from '../../kit/format.ts'
import { jsonLine } from '../../kit/json-lines.ts'
import { encode, misalignments } from '../bio.ts'
import type { Answer, Config } from '../schema.ts'
import { TOKENIZER } from '../tokenize.ts'
import { exportedSpans, refusedSpan } from './exported.ts'
import { tokensOf } from './tokens.ts'

/*
 * Hugging Face token classification: `{"id","tokens","ner_tags"}`, tags as numbers of a ClassLabel whose names stand in
 * the card. O is 0; class number n has B- at 2n + 1 and I- at 2n + 2.
 */

export const hfExporter: Exporter<Config, Answer> = {
  format: 'hf',
  title: 'Hugging Face token classification',
  extension: 'jsonl',
  cannotCarry:
    'White space between tokens, spans that share a token (the outer or first one is kept), spans that begin or end inside ' +
    'a token, other columns of the data, and who labelled.',
  offsetUnit: null,
  tokenizer: TOKENIZER,
  options: [
    {
      name: 'misaligned',
      values: misalignments,
      about: 'What happens to a span that begins or ends inside a token.'
    }
  ],
  async *write(records, context) {
    const misaligned = optionOf(context, 'misaligned', misalignments)
    for await (const record of records) {
      for (const task of context.tasks) {
        const spans = exportedSpans(record, task, context)
        if (spans === undefined) continue
        const offsets = fieldOffsets(record.item, task.field)
        const tokens = tokensOf(record.item, task.field)
        const refused = refusedSpan(task.config, dropFrom(record, task.id, context))
        const numbers = classNumbers(task.config.labels)
        // Numbers, not names, go through the tags: names may be anything.
        const numbered = spans.map(each => ({ ...each, label: String(numbers.get(each.span.label) ?? 0) }))
        const tags = encode(tokens, numbered, 'BIO', misaligned, refused)
        yield {
          file: context.fileName(task.id, 'jsonl'),
          text: jsonLine([
            ['id', record.item.id],
            ['tokens', tokens.map(token => offsets.slice(token.start, token.end))],
            ['ner_tags', tags.map(tagNumber)],
            ...context.categoryTasks.map(each => categoryColumn(each, record.categories.get(each.id) ?? []))
          ])
        }
      }
    }
  },
  companions(context, counts) {
    const configs = context.tasks.map(task => {
      const file = context.fileName(task.id, 'jsonl')
      const tags = classNames(task.config.labels).flatMap(name => [`B-${name}`, `I-${name}`])
      const columns: CardColumn[] = [
        { name: 'id', list: false },
        { name: 'tokens', list: true },
        { name: 'ner_tags', list: true, classes: ['O', ...tags] },
        ...context.categoryTasks.map(({ id, names }) => ({
          name: columnName(id),
          list: true,
          classes: names
        }))
      ]
      return { name: task.id, file, rows: counts.get(file) ?? 0, columns }
    })
    const about =
      `Tokens with BIO tags, exported by Goldset. Tokens are those that came with the data, else of \`${TOKENIZER}\`. ` +
      'What was left out, and why, is in `goldset-export.json`.'
    return [
      {
        file: 'README.md',
        text: writeCard({ title: context.projectName, category: 'token-classification', configs, about })
      }
    ]
  }
}

function tagNumber(tag: string): number {
  if (tag === 'O') return 0
  return 2 * Number(tag.slice(2)) + (tag.startsWith('B') ? 1 : 2)
}

/** Always a list of class numbers: one type in a column, also where nothing was chosen. */
function categoryColumn({ id, names }: CategoryTask, chosen: readonly string[]): [string, readonly number[]] {
  return [columnName(id), chosen.map(name => names.indexOf(name)).filter(number => number >= 0)]
}

const columnName = (task: string): string =>
  ['id', 'tokens', 'ner_tags'].includes(task) ? `${task}_labels` : task
