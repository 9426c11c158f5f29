import type { Problem } from '../../../schemas/schema.ts'
import type { Importer, ImportFile } from '../../kit/format.ts'
import { idOf, jsonRows, metaOf, type Row } from '../../kit/json-lines.ts'
import { offsetsOf } from '../../kit/offsets.ts'
import type { Answer, Config } from '../schema.ts'
import { answerOf, configFor, converter, type ForeignSpan, labelsOf, type Unit } from './imported.ts'

/** Rows of `{"text", …}` with spans by offset: how doccano and spaCy JSONL differ is which columns hold them. */
interface Columns {
  readonly text: readonly string[]
  readonly spans: readonly string[]
  /** Columns another labeler reads. */
  readonly others: readonly string[]
}

export const doccanoImporter = importer('doccano', 'doccano sequence labelling', {
  text: ['text', 'data'],
  spans: ['label', 'labels', 'entities'],
  others: ['cats', 'categories']
})

export const spacyImporter = importer('spacy', 'spaCy JSONL', {
  text: ['text'],
  spans: ['entities', 'spans'],
  others: ['cats', 'categories']
})

function importer(format: 'doccano' | 'spacy', title: string, names: Columns): Importer<Config, Answer> {
  return {
    format,
    title,
    leavesOut: 'Relations between spans.',
    async *read(file) {
      const { unit, holdsSpans } = await survey(file, names)
      for await (const entry of jsonRows(file)) {
        if ('problem' in entry) {
          yield entry
          continue
        }
        const { line, columns } = entry.row
        const text = names.text.map(name => columns.get(name)).find(value => typeof value === 'string')
        if (text === undefined) {
          yield { problem: { file: file.path, line, message: 'This row has no text, so it was left out.' } }
          continue
        }
        const found = spansIn(entry.row, names)
        const problems = found?.problems ?? []
        for (const problem of [...problems, ...relationsIn(entry.row)])
          yield { problem: { file: file.path, line, ...problem } }
        const id = idOf(columns.get('id'))
        const spans = quoted(found?.spans ?? [], text, unit)
        yield {
          record: {
            line,
            ...(id === undefined ? {} : { id }),
            text,
            meta: metaOf(entry.row, ['id', ...names.text, ...names.spans, ...names.others]),
            answers: new Map(
              found === undefined || !holdsSpans
                ? []
                : [['entities', { labels: labelsOf(spans), value: { unit, spans } }]]
            )
          }
        }
      }
    },
    recognises: (lines, path) => {
      const [first] = lines
      if (first === undefined || /\.(csv|tsv|conll)$/i.test(path)) return false
      const shape =
        format === 'spacy' ? /"entities"\s*:.*"spans"\s*:\s*\{/ : /"(label|labels|entities)"\s*:\s*\[/
      return /^\s*\{.*"(text|data)"\s*:/.test(first) && shape.test(first)
    },
    configFor,
    answer: answerOf
  }
}

/** A first pass: what the offsets count, and whether the columns hold spans at all or the names of classes. */
async function survey(
  file: ImportFile,
  names: Columns
): Promise<{ unit: Exclude<Unit, 'token'>; holdsSpans: boolean }> {
  const units = ['codepoint', 'utf16', 'grapheme'] as const
  const possible = new Set(units)
  let classes = false
  let spans = false
  for await (const entry of jsonRows(file)) {
    if ('problem' in entry) continue
    const { columns } = entry.row
    const text = names.text.map(name => columns.get(name)).find(value => typeof value === 'string')
    classes ||= names.spans.some(name => isClassList(columns.get(name)))
    const found = spansIn(entry.row, names)?.spans ?? []
    spans ||= found.length > 0
    if (text === undefined) continue
    const quotes = found.filter(span => span.quote !== undefined)
    if (quotes.length === 0) continue
    for (const unit of possible) if (!explains(unit, quotes, text)) possible.delete(unit)
  }
  return { unit: units.find(unit => possible.has(unit)) ?? 'codepoint', holdsSpans: spans || !classes }
}

function explains(unit: Exclude<Unit, 'token'>, spans: readonly ForeignSpan[], text: string): boolean {
  const cut = cutter(unit, text)
  return spans.every(span => cut(span) === span.quote)
}

/** Each span with the words it covers in the file's own text, so that an item with another text is noticed. */
function quoted(
  spans: readonly ForeignSpan[],
  text: string,
  unit: Exclude<Unit, 'token'>
): readonly ForeignSpan[] {
  const cut = cutter(unit, text)
  return spans.map(span => {
    const quote = span.quote ?? cut(span)
    return quote === undefined ? span : { ...span, quote }
  })
}

function cutter(unit: Exclude<Unit, 'token'>, text: string): (span: ForeignSpan) => string | undefined {
  const offsets = offsetsOf(text)
  const convert = converter(unit, text, offsets)
  return ({ start, end }) => {
    const [from, to] = [convert(start), convert(end)]
    return from === undefined || to === undefined || from >= to ? undefined : offsets.slice(from, to)
  }
}

const isClassList = (value: unknown): boolean =>
  typeof value === 'string' ||
  (Array.isArray(value) && value.length > 0 && value.every(each => typeof each === 'string'))

interface Found {
  readonly spans: readonly ForeignSpan[]
  readonly problems: readonly Problem[]
}

/** The spans of all columns that hold some, each extent and label once. Undefined: no such column. */
function spansIn({ columns }: Row, names: Columns): Found | undefined {
  const lists = names.spans.flatMap(name => {
    const value = columns.get(name)
    if (Array.isArray(value)) return isClassList(value) ? [] : [value as readonly unknown[]]
    // spaCy's span groups: lists by key.
    return typeof value === 'object' && value !== null
      ? Object.values(value).filter(each => Array.isArray(each))
      : []
  })
  if (lists.length === 0) return undefined
  const spans = new Map<string, ForeignSpan>()
  const problems: Problem[] = []
  for (const list of lists) {
    const inList = new Set<string>()
    for (const entry of list) {
      const span = spanOf(entry)
      if (span === undefined) {
        problems.push({
          message: `${JSON.stringify(entry)?.slice(0, 200)} is not a span [start, end, "label"], so it was left out.`
        })
        continue
      }
      const key = JSON.stringify([span.start, span.end, span.label])
      if (inList.has(key))
        problems.push({
          message: `The span ${span.start} to ${span.end} (${span.label}) is there twice; it is taken once.`
        })
      inList.add(key)
      if (!spans.has(key)) spans.set(key, span)
    }
  }
  return { spans: [...spans.values()], problems }
}

function spanOf(entry: unknown): ForeignSpan | undefined {
  if (Array.isArray(entry)) {
    const [start, end, label] = entry as readonly unknown[]
    return whole(start) && whole(end) && isName(label) ? { start, end, label } : undefined
  }
  if (typeof entry !== 'object' || entry === null) return undefined
  const of = (...keys: string[]): unknown => {
    const key = keys.find(each => Object.hasOwn(entry, each))
    return key === undefined ? undefined : (entry as Record<string, unknown>)[key]
  }
  const [start, end, label, quote] = [
    of('start_offset', 'start'),
    of('end_offset', 'end'),
    of('label'),
    of('text')
  ]
  if (!whole(start) || !whole(end) || !isName(label)) return undefined
  return { start, end, label, ...(typeof quote === 'string' ? { quote } : {}) }
}

const whole = (value: unknown): value is number => Number.isSafeInteger(value)
const isName = (value: unknown): value is string => typeof value === 'string' && value !== ''

function relationsIn({ columns }: Row): readonly Problem[] {
  const relations = columns.get('relations')
  if (!Array.isArray(relations) || relations.length === 0) return []
  return [{ message: `${relations.length} relations between spans were left out; Goldset has none.` }]
}
