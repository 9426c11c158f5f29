import { existsSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Item } from '../../../schemas/item.ts'
import type { Imported, ImportedRecord, Importer } from '../../kit/format.ts'
import { collect, exportAll, importFile } from '../../test/exchange.ts'
import { textEntities } from '../labeler.ts'
import type { Answer, Config } from '../schema.ts'
import { conllImporter } from './conll-import.ts'
import { doccanoExporter } from './doccano-export.ts'
import { doccanoImporter } from './offsets-import.ts'

const folder = new URL('../../../../shared/real-data/', import.meta.url)
const present = existsSync(folder)
if (!present) console.warn('not run: real data, because ../shared/real-data is not beside the repository')

interface Taken {
  readonly config: Config
  readonly items: readonly Item[]
  readonly answers: readonly Answer[]
  readonly problems: readonly string[]
}

/** What an import into a new project does with a file: labels, overlap policy, items and answers in one go. */
function take(importer: Importer<Config, Answer>, imported: readonly Imported[]): Taken {
  const records = imported.flatMap(each => ('record' in each ? [each.record] : []))
  const problems = imported.flatMap(each => ('problem' in each ? [each.problem.message] : []))
  const answersOf = (record: ImportedRecord) => record.answers.get('entities')
  const names = [...new Set(records.flatMap(record => answersOf(record)?.labels ?? []))]
  const values = records.map(record => answersOf(record)?.value)
  const fitting = importer.configFor(values, textEntities.defaultConfig)
  const { config } = textEntities.withLabels(fitting, names)
  const items = records.map((record, at): Item => ({
    id: record.id ?? `row-${at}`,
    source: 'data/real.jsonl',
    fingerprint: `sha256:${'0'.repeat(64)}`,
    fields: { text: record.text ?? '' },
    meta: record.meta,
    ...(record.tokens === undefined
      ? {}
      : { tokens: record.tokens.map(([start, end]): [number, number] => [start, end]) })
  }))
  const taken = items.map((item, at) => {
    const context = { config, item, field: 'text' }
    return importer.answer(values[at], context, name => config.labels.find(label => label.name === name)?.id)
  })
  return {
    config,
    items,
    answers: taken.flatMap(each => each.answer ?? []),
    problems: [...problems, ...taken.flatMap(each => each.problems.map(problem => problem.message))]
  }
}

describe.runIf(present)('the voice commands of Snips, from doccano', () => {
  let source: string
  let taken: Taken
  beforeAll(async () => {
    source = readFileSync(new URL('snips/doccano.jsonl', folder), 'utf8')
    taken = take(doccanoImporter, await collect(doccanoImporter.read(importFile('doccano.jsonl', source))))
  })

  it('come in whole: 700 items and every span', () => {
    const spans = source
      .trim()
      .split('\n')
      .reduce((sum, line) => sum + (JSON.parse(line) as { label: unknown[] }).label.length, 0)
    expect({
      items: taken.items.length,
      spans: taken.answers.reduce((sum, answer) => sum + answer.spans.length, 0),
      problems: taken.problems
    }).toEqual({ items: 700, spans, problems: [] })
  })

  it('go back to doccano as they were', async () => {
    const { files, drops } = await exportAll({ exporter: doccanoExporter, ...taken })
    const rowsOf = (text: string) =>
      text
        .trim()
        .split('\n')
        .map(line => JSON.parse(line) as unknown)
    expect(drops).toEqual([])
    expect(rowsOf(files.get('task.jsonl') ?? '')).toEqual(rowsOf(source))
  })
})

describe.runIf(present)('the German sentences of GermEval, in columns with two layers', () => {
  it('come in with nothing dropped: every tag that begins a span is a span', async () => {
    const source = readFileSync(new URL('germeval/NER-de-400.tsv', folder), 'utf8')
    const taken = take(conllImporter, await collect(conllImporter.read(importFile('NER-de-400.tsv', source))))
    const rows = source
      .split('\n')
      .map(line => line.split('\t'))
      .filter(cells => /^\d+$/.test(cells[0] ?? ''))
    const begun = rows.flatMap(cells => cells.slice(2, 4)).filter(tag => tag.startsWith('B-'))
    const inside = rows.flatMap(cells => cells.slice(2, 4)).filter(tag => tag.startsWith('I-'))
    const tokensOf = (item: Item, span: Answer['spans'][number]) =>
      item.tokens?.filter(([start, end]) => start >= span.start && end <= span.end).length ?? 0
    const covered = taken.items.flatMap(
      (item, at) => taken.answers[at]?.spans.map(span => tokensOf(item, span)) ?? []
    )
    expect({
      sentences: taken.items.length,
      words: taken.items.reduce((sum, item) => sum + (item.tokens?.length ?? 0), 0),
      spans: covered.length,
      tokensInSpans: covered.reduce((sum, count) => sum + count, 0),
      problems: taken.problems,
      comments: taken.items.filter(item => item.meta['comment'] !== undefined).length
    }).toEqual({
      sentences: 400,
      words: rows.length,
      spans: begun.length,
      tokensInSpans: begun.length + inside.length,
      problems: [],
      comments: 400
    })
  })
})
