import { readCard } from '../../kit/dataset-card.ts'
import type { Importer, ImportFile } from '../../kit/format.ts'
import { idOf, isStrings, jsonRows, metaOf } from '../../kit/json-lines.ts'
import { decode } from '../bio.ts'
import type { Answer, Config } from '../schema.ts'
import { answerOf, configFor, type ForeignSpan, labelsOf } from './imported.ts'

const tagColumns = ['ner_tags', 'tags', 'labels']

/** Token classification rows: `tokens`, and tags as names or as numbers that the card beside the file explains. */
export const hfImporter: Importer<Config, Answer> = {
  format: 'hf',
  title: 'Hugging Face token classification',
  leavesOut: 'A text is its tokens with single spaces.',
  async *read(file) {
    const classes = await classesBeside(file)
    for await (const entry of jsonRows(file)) {
      if ('problem' in entry) {
        yield entry
        continue
      }
      const { line, columns } = entry.row
      const tokens = columns.get('tokens')
      if (!isStrings(tokens)) {
        yield {
          problem: { file: file.path, line, message: 'This row has no list of tokens, so it was left out.' }
        }
        continue
      }
      const column = tagColumns.find(name => Array.isArray(columns.get(name)))
      const given = column === undefined ? [] : (columns.get(column) as readonly unknown[])
      const names = column === undefined ? undefined : classes.get(column)
      const tags = given.map(tag => (typeof tag === 'number' ? names?.[tag] : tag))
      const unread: string[] = []
      if (tags.length !== tokens.length)
        unread.push(`There are ${tokens.length} tokens and ${tags.length} tags`)
      for (const [at, tag] of tags.entries())
        if (typeof tag !== 'string')
          unread.push(`Nothing says which label the tag ${JSON.stringify(given[at])} is`)
      // With a tag missing nobody can say that there is nothing else.
      const whole = unread.length === 0
      const read = whole ? tags.filter(tag => typeof tag === 'string') : []
      const found = decode(read, (_at, tag) => unread.push(`"${tag}" is not a tag such as O or B-PER`))
      for (const reason of new Set(unread))
        yield { problem: { file: file.path, line, message: `${reason}, so it was left out.` } }
      const spans: ForeignSpan[] = found.map(({ from, to, label }) => ({ start: from, end: to, label }))
      const id = idOf(columns.get('id'))
      yield {
        record: {
          line,
          ...(id === undefined ? {} : { id }),
          text: tokens.join(' '),
          tokens: offsetsOf(tokens),
          meta: metaOf(entry.row, ['id', 'tokens', ...tagColumns, ...classes.keys()]),
          answers: new Map(
            column === undefined || !whole
              ? []
              : [['entities', { labels: labelsOf(spans), value: { unit: 'token', tokens, spans } }]]
          )
        }
      }
    }
  },
  recognises: lines => /^\s*\{.*"tokens"\s*:\s*\[/.test(lines[0] ?? ''),
  configFor,
  answer: answerOf
}

async function classesBeside(file: ImportFile): Promise<ReadonlyMap<string, readonly string[]>> {
  const card = await file.beside?.('README.md')
  const columns = card === undefined ? [] : await readCard(card, file.path)
  return new Map(
    columns.flatMap(({ name, classes }) => (classes === undefined ? [] : [[name, classes] as const]))
  )
}

function offsetsOf(tokens: readonly string[]): readonly (readonly [number, number])[] {
  let place = 0
  return tokens.map((token, at) => {
    const start = at === 0 ? 0 : place + 1
    place = start + [...token].length
    return [start, place]
  })
}
