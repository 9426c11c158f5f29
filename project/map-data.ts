import { basename } from 'node:path'
import type { Field, FieldKind, Source } from '../schemas/project.ts'
import { failed, ok, type Result } from '../schemas/schema.ts'
import type { Files } from './files.ts'
import { type FileFormat, isFileFormat, kindOfFiles } from './sources/data-formats.ts'
import type { DataSource } from './sources/find-sources.ts'
import { type ColumnGuess, guessColumns } from './sources/guess-columns.ts'
import type { Head } from './sources/head.ts'
import { mediaColumns } from './sources/media-columns.ts'
import { tableHead } from './sources/table-head.ts'

/** What a person said about the columns; what is absent is guessed. */
export interface ColumnWishes {
  readonly fields: readonly Field[]
  /** Field id → column. */
  readonly columns?: Readonly<Record<string, string>>
  readonly idColumn?: string
  readonly tokensColumn?: string
}

/** The fields that data shows to have, from its first source. */
export async function fieldsOf(files: Files, data: readonly DataSource[]): Promise<Result<readonly Field[]>> {
  const [first] = data
  const kind = first === undefined ? 'text' : kindOfFiles(first.format)
  if (first === undefined || kind !== undefined) return ok([theOnly(kind ?? 'text')])
  const head = await tableHead(files, first)
  if (!head.ok) return head
  const fields = guessColumns(head.value).fields.map(({ column: _column, ...field }) => field)
  return ok(fields.length === 0 ? [theOnly('text')] : fields)
}

const theOnly = (kind: FieldKind): Field => ({
  id: kind,
  kind,
  name: kind.charAt(0).toUpperCase() + kind.slice(1)
})

export interface MappedData {
  readonly data: DataSource
  readonly mapping: Omit<Source, 'path' | 'format'>
}

/** Settles the columns of every table before anything is written. */
export async function mapData(
  files: Files,
  wishes: ColumnWishes,
  data: readonly DataSource[]
): Promise<Result<readonly MappedData[]>> {
  const mapped: MappedData[] = []
  for (const source of data) {
    if (isFileFormat(source.format)) {
      const refusal = unfit(wishes.fields, source.format)
      if (refusal !== undefined) return failed({ file: basename(source.path), message: refusal })
      mapped.push({ data: source, mapping: {} })
      continue
    }
    const head = await tableHead(files, source)
    if (!head.ok) return head
    const { columns } = head.value
    if (columns.length === 0) {
      const problems = head.value.entries.flatMap(entry =>
        entry.problem === undefined ? [] : [entry.problem]
      )
      return failed(
        ...(problems.length > 0
          ? problems
          : [{ file: basename(source.path), message: 'There are no rows in this file.' }])
      )
    }
    const mapping = mapColumns(wishes, head.value)
    if (typeof mapping === 'string') return failed({ file: basename(source.path), message: mapping })
    mapped.push({ data: source, mapping })
  }
  return ok(mapped)
}

function unfit(fields: readonly Field[], format: FileFormat): string | undefined {
  const kind = kindOfFiles(format)
  const [field, ...others] = fields
  if (field?.kind === kind && others.length === 0) return undefined
  const asked = fields.map(each => each.kind).join(' and ')
  return `These files fill one field of kind "${kind}", and the questions are about ${asked}. Choose others.`
}

function mapColumns(wishes: ColumnWishes, head: Head): MappedData['mapping'] | string {
  const { columns } = head
  const guess = guessColumns(head)
  const media = mediaColumns(head)
  const listed = `Its columns are: ${columns.map(column => `"${column}"`).join(', ')}.`
  const fields: [string, string][] = []
  for (const field of wishes.fields) {
    const given =
      wishes.columns !== undefined && Object.hasOwn(wishes.columns, field.id)
        ? wishes.columns[field.id]
        : undefined
    const guessed = columns.includes(field.id) ? field.id : guessFor(field, guess, media)
    const column = given ?? guessed
    if (column === undefined)
      return `No column looks like the ${field.name?.toLowerCase() ?? field.id} of an item. ${listed}`
    if (!columns.includes(column)) return `There is no column "${column}". ${listed}`
    fields.push([field.id, column])
  }
  for (const column of [wishes.idColumn, wishes.tokensColumn])
    if (column !== undefined && !columns.includes(column)) return `There is no column "${column}". ${listed}`
  const idColumn = wishes.idColumn ?? guess.id
  const tokensColumn = wishes.tokensColumn ?? guess.tokens
  return {
    columns: Object.fromEntries(fields),
    ...(idColumn === undefined ? {} : { idColumn }),
    ...(tokensColumn === undefined ? {} : { tokensColumn })
  }
}

/** The guess of the same id, else the first of the same kind. */
function guessFor(
  { id, kind }: Field,
  { fields, text }: ColumnGuess,
  media: ReturnType<typeof mediaColumns>
): string | undefined {
  if (kind === 'image' || kind === 'audio') return media.get(kind)
  const found = fields.find(guess => guess.id === id) ?? fields.find(guess => guess.kind === kind)
  return kind === 'text' && id === 'text' ? (text ?? found?.column) : found?.column
}
