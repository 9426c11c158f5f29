import { type FieldGuess, guessFields } from './guess-fields.ts'
import type { Head } from './head.ts'
import { mediaColumns } from './media-columns.ts'

export interface ColumnGuess {
  /** The fields of an item; empty when no column looks like one. */
  readonly fields: readonly FieldGuess[]
  readonly text?: string
  readonly id?: string
  readonly tokens?: string
}

const textNames = [
  'text',
  'sentence',
  'utterance',
  'content',
  'body',
  'message',
  'review',
  'comment',
  'document',
  'passage',
  'paragraph',
  'tweet',
  'post',
  'question',
  'query',
  'prompt',
  'transcript',
  'description',
  'title'
]
const idNames = [
  'id',
  '_id',
  'uid',
  'uuid',
  'guid',
  'item_id',
  'doc_id',
  'text_id',
  'utterance_id',
  'example_id',
  'row_id'
]

/** Enough rows to see what a column holds. */
const LOOK_AT = 200

/** Which columns are the fields, the text, the id and the token offsets, where names or contents show it. */
export function guessColumns({ entries, columns }: Pick<Head, 'entries' | 'columns'>): ColumnGuess {
  const rows = entries.flatMap(entry => (entry.row === undefined ? [] : [entry.row.values]))
  const first = rows.slice(0, LOOK_AT)
  const named = (names: readonly string[], fits: (column: string) => boolean) =>
    names
      .map(name => columns.find(column => column.toLowerCase() === name))
      .find(column => column !== undefined && fits(column))
  const filled = (column: string) =>
    first.map(row => row.get(column)).filter(value => value !== undefined && value !== null)

  const id = named(idNames, column => {
    const values = rows
      .map(row => row.get(column))
      .filter(value => typeof value === 'number' || (typeof value === 'string' && value !== ''))
    return values.length === rows.length && new Set(values.map(String)).size === values.length
  })
  const media = mediaColumns({ entries, columns })
  const paths = new Set(media.values())
  const holdsText = (column: string) => {
    const values = filled(column)
    return !paths.has(column) && values.length > 0 && values.every(value => typeof value === 'string')
  }
  const text =
    named(textNames, holdsText) ??
    longest(
      columns.filter(column => column !== id && holdsText(column)),
      filled
    )
  const tokens = columns.find(
    column =>
      /^tokens?(_?(offsets|spans))?$/i.test(column) &&
      filled(column).length > 0 &&
      filled(column).every(isPairs)
  )
  return {
    fields: guessFields({
      names: columns.filter(column => column !== id),
      filled,
      text,
      media
    }),
    ...(text === undefined ? {} : { text }),
    ...(id === undefined ? {} : { id }),
    ...(tokens === undefined ? {} : { tokens })
  }
}

/** Prose is longer than codes and names; a single column of strings is the text however short. */
function longest(
  columns: readonly string[],
  filled: (column: string) => readonly unknown[]
): string | undefined {
  if (columns.length === 1) return columns[0]
  const PROSE = 20
  const lengths = columns.map(column => {
    const values = filled(column)
    return {
      column,
      length: values.reduce<number>((sum, value) => sum + String(value).length, 0) / values.length
    }
  })
  return lengths.filter(({ length }) => length >= PROSE).sort((a, b) => b.length - a.length)[0]?.column
}

function isPairs(value: unknown): boolean {
  let list = value
  if (typeof value === 'string' && value.startsWith('[')) {
    try {
      list = JSON.parse(value)
    } catch {
      return false
    }
  }
  return (
    Array.isArray(list) &&
    list.every(pair => Array.isArray(pair) && pair.length === 2 && pair.every(Number.isInteger))
  )
}
