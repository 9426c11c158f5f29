import { unescapeBlanks } from '../../kit/blanks.ts'
import type { Imported, Importer, ImportFile } from '../../kit/format.ts'
import { decode, isTag } from '../bio.ts'
import type { Answer, Config } from '../schema.ts'
import { answerOf, configFor, type ForeignSpan, labelsOf } from './imported.ts'

/*
 * Tokens in a column, tags in another, a sentence at a time. Taken: CoNLL-2003 (4 columns) and any number of columns with
 * the tag last, 2 columns, GermEval 2014 (`n token outer inner`), tags as BIO, IOB1, BIOES or BILUO, `#` comments.
 */

interface Row {
  readonly line: number
  readonly cells: readonly string[]
}

interface Layout {
  readonly token: number
  /** Columns of tags, outermost first. */
  readonly tags: readonly number[]
}

interface Document {
  line: number
  id: string | undefined
  comments: string[]
  sentences: Row[][]
}

export const conllImporter: Importer<Config, Answer> = {
  format: 'conll',
  title: 'CoNLL columns',
  leavesOut:
    'Columns between the token and its tag, such as part of speech. A text is its tokens with single spaces.',
  async *read(file) {
    let layout: Layout | undefined
    for await (const document of documentsOf(file)) {
      layout ??= document.sentences[0] === undefined ? undefined : layoutOf(document.sentences[0])
      yield* recordOf(document, layout ?? { token: 0, tags: [] }, file.path)
    }
  },
  recognises: lines => {
    const rows = lines.filter(
      line => line.trim() !== '' && !line.startsWith('#') && !line.startsWith('-DOCSTART-')
    )
    const [first] = rows
    if (lines.some(line => line.startsWith('-DOCSTART-'))) return true
    return (
      first !== undefined && rows.every(line => cellsOf(line).length > 1 && isTag(cellsOf(line).at(-1) ?? ''))
    )
  },
  configFor,
  answer: answerOf
}

async function* documentsOf(file: ImportFile): AsyncGenerator<Document> {
  const fresh = (line: number): Document => ({ line, id: undefined, comments: [], sentences: [] })
  let document = fresh(1)
  let sentence: Row[] = []
  const complete = () => document.sentences.length > 0 || document.id !== undefined
  for await (const { line, text: raw } of file.lines()) {
    const text = line === 1 ? raw.replace(/^\uFEFF/, '') : raw
    const cells = cellsOf(text)
    if (cells.length === 0) {
      if (sentence.length > 0) document.sentences.push(sentence)
      sentence = []
      // Without an id, every sentence is an item; with one, all until the next document are.
      if (document.id === undefined && complete()) {
        yield document
        document = fresh(line + 1)
      }
      continue
    }
    if (text.startsWith('-DOCSTART-')) {
      if (sentence.length > 0) document.sentences.push(sentence)
      sentence = []
      if (complete()) yield document
      document = fresh(line)
      const id = cells.find(cell => cell.startsWith('id='))
      document.id = id === undefined ? undefined : unescapeBlanks(id.slice(3))
      continue
    }
    if (document.id === undefined && sentence.length === 0 && isComment(text, cells)) {
      document.comments.push(text.slice(1).trim())
      continue
    }
    if (document.sentences.length === 0 && sentence.length === 0 && document.id === undefined)
      document.line = line
    sentence.push({ line, cells })
  }
  if (sentence.length > 0) document.sentences.push(sentence)
  if (complete()) yield document
}

function cellsOf(line: string): readonly string[] {
  const text = line.replace(/\r$/, '')
  if (text.trim() === '') return []
  return text.includes('\t') ? text.split('\t') : text.trim().split(/ +/)
}

/** A `#` in front, unless a tag at the end makes it a token. */
function isComment(text: string, cells: readonly string[]): boolean {
  return text.startsWith('#') && (cells.length < 2 || !isTag(cells.at(-1) ?? ''))
}

function layoutOf(rows: readonly Row[]): Layout {
  const width = Math.min(...rows.map(row => row.cells.length))
  const tagColumns = Array.from({ length: width }, (_, column) => column).filter(
    column => column > 1 && rows.every(row => isTag(row.cells[column] ?? ''))
  )
  // Numbered rows have every column after the token for tags; a lone number as a first word has not.
  const numbered =
    width > 2 && tagColumns.length === width - 2 && rows.every((row, at) => row.cells[0] === String(at + 1))
  return numbered ? { token: 1, tags: tagColumns } : { token: 0, tags: [] }
}

function* recordOf(document: Document, layout: Layout, path: string): Generator<Imported> {
  const rows: Row[] = []
  for (const row of document.sentences.flat()) {
    if (row.cells.length > layout.token + 1) rows.push(row)
    else
      yield {
        problem: {
          file: path,
          line: row.line,
          message: 'This line has no tag column, so its word was left out.'
        }
      }
  }
  const tokens = rows.map(row => row.cells[layout.token] ?? '')
  const columns = layout.tags.length === 0 ? [-1] : layout.tags
  const spans: ForeignSpan[] = []
  for (const column of columns) {
    const tags = rows.map(row => row.cells.at(column) ?? '')
    for (const problem of spansOf(tags, rows, tokens, path, spans)) yield { problem }
  }
  let place = 0
  const starts = new Set<Row>(document.sentences.flatMap(sentence => sentence.slice(0, 1)))
  let text = ''
  const offsets = rows.map((row, at): [number, number] => {
    const gap = at === 0 ? '' : starts.has(row) ? '\n' : ' '
    const token = tokens[at] ?? ''
    const start = place + gap.length
    place = start + [...token].length
    text += gap + token
    return [start, place]
  })
  yield {
    record: {
      line: document.line,
      ...(document.id === undefined ? {} : { id: document.id }),
      text,
      tokens: offsets,
      meta: document.comments.length === 0 ? {} : { comment: document.comments.join('\n') },
      answers: new Map([['entities', { labels: labelsOf(spans), value: { unit: 'token', tokens, spans } }]])
    }
  }
}

function* spansOf(
  tags: readonly string[],
  rows: readonly Row[],
  tokens: readonly string[],
  path: string,
  into: ForeignSpan[]
) {
  const unread: { line: number | undefined; tag: string }[] = []
  const found = decode(tags, (at, tag) => unread.push({ line: rows[at]?.line, tag }))
  for (const { line, tag } of unread)
    yield {
      file: path,
      ...(line === undefined ? {} : { line }),
      message: `"${tag}" is not a tag such as O, B-PER or I-PER, so it was left out.`
    }
  for (const { from, to, label } of found) {
    const name = unescapeBlanks(label)
    if (into.some(other => other.start === from && other.end === to && other.label === name)) {
      const line = rows[from]?.line
      const words = tokens.slice(from, to).join(' ')
      yield {
        file: path,
        ...(line === undefined ? {} : { line }),
        message: `"${words}" is ${name} in two layers; it is taken once.`
      }
    } else into.push({ start: from, end: to, label: name })
  }
}
