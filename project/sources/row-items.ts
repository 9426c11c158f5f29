import { readChat } from '../../labelers/kit/chat.ts'
import { offsetsOf } from '../../labelers/kit/offsets.ts'
import type { Item } from '../../schemas/item.ts'
import type { Field, FieldKind, Source } from '../../schemas/project.ts'
import type { Problem } from '../../schemas/schema.ts'
import { canonical, fingerprintOf, sha256 } from '../fingerprint.ts'
import type { Row } from './rows.ts'

/** An item before ids are made unique. Without `literalId` its id comes from its content. */
export interface ItemDraft {
  readonly item: Item
  readonly literalId: boolean
  readonly line?: number
}

/** Which column fills what, settled for one source. */
export interface ColumnMap {
  /** Field id → column. */
  readonly fields: ReadonlyMap<string, string>
  /** Field id → what it holds. */
  readonly kinds: ReadonlyMap<string, FieldKind>
  readonly id: string | undefined
  readonly tokens: string | undefined
}

/** A row that is an item, before its id is made unique. */
export interface RowDraft {
  /** As written in the data, else made from the content. */
  readonly id: string
  readonly literalId: boolean
  /** The item, called `id`. */
  item(id: string): Item
}

/** The columns a source is to be read by, whether or not its rows have them. */
export function columnMap(source: Source, fields: readonly Field[]): ColumnMap {
  const mapped = new Map<string, string>()
  for (const field of fields) {
    const given =
      source.columns !== undefined && Object.hasOwn(source.columns, field.id)
        ? source.columns[field.id]
        : undefined
    mapped.set(field.id, given ?? field.id)
  }
  return {
    fields: mapped,
    kinds: new Map(fields.map(field => [field.id, field.kind])),
    id: source.idColumn ?? 'id',
    tokens: source.tokensColumn
  }
}

const MAX_ID = 1000

/** An item of a row. Problems without an item: the row was left out; with one: a part of it was. */
export function rowItem(
  row: Row,
  file: string,
  map: ColumnMap,
  textField: string | undefined
): { readonly draft?: RowDraft; readonly problems: readonly Problem[] } {
  const place = { file, line: row.line }
  const problems: Problem[] = []
  const fields: [string, string][] = []
  for (const [field, column] of map.fields) {
    const read = fieldValue(row.values.get(column), map.kinds.get(field) ?? 'text')
    if ('message' in read)
      return { problems: [{ ...place, message: `"${column}" ${read.message} The row was left out.` }] }
    fields.push([field, read.value])
  }
  const id = map.id === undefined ? undefined : literalId(row.values.get(map.id))
  if (id !== undefined && 'message' in id)
    problems.push({ ...place, message: `"${map.id}" ${id.message} An id was made from the content.` })

  const text = textField === undefined ? undefined : fields.find(([field]) => field === textField)?.[1]
  // A row without the key, or with null, has no tokens of its own; that is no fault.
  const givenTokens = map.tokens === undefined ? undefined : (row.values.get(map.tokens) ?? undefined)
  const tokens = givenTokens === undefined ? undefined : tokensOf(givenTokens, text ?? '')
  if (tokens !== undefined && 'message' in tokens)
    problems.push({
      ...place,
      message: `"${map.tokens}" ${tokens.message} The tokens of this row were left out.`
    })

  const content = Object.fromEntries(fields)
  const item = (called: string): Item => {
    const used = new Set([...map.fields.values(), map.id, map.tokens])
    return {
      id: called,
      source: file,
      fingerprint: fingerprintOf(content),
      fields: content,
      meta: Object.fromEntries([...row.values].filter(([column]) => !used.has(column))),
      ...(tokens !== undefined && 'value' in tokens ? { tokens: tokens.value } : {})
    }
  }
  const written = id !== undefined && 'value' in id ? id.value : undefined
  const draft = { id: written ?? contentId(content), literalId: written !== undefined, item }
  return { draft, problems }
}

/** 16 hex digits over the fields: the same content gets the same id in every file and order. */
export const contentId = (fields: Readonly<Record<string, string>>) => sha256(canonical(fields)).slice(0, 16)

/** What an item holds of a cell. A conversation or a list of responses may be JSON in itself; then its text is kept. */
function fieldValue(
  given: unknown,
  kind: FieldKind
): { readonly value: string } | { readonly message: string } {
  const structured = (kind === 'chat' || kind === 'responses') && typeof given === 'object' && given !== null
  const value = structured ? canonical(given) : given
  if (typeof value !== 'string')
    return { message: `is ${nameOf(value)} and must be ${kind === 'chat' ? 'a conversation' : 'text'}.` }
  if (isBroken(value)) return { message: 'holds half a surrogate pair, which is no character.' }
  const chat = kind === 'chat' ? readChat(value) : undefined
  const problem = chat?.ok === false ? chat.problems[0] : undefined
  return problem === undefined ? { value } : { message: problem.message }
}

const isBroken = (text: string) => /\p{Surrogate}/u.test(text)

function nameOf(value: unknown): string {
  if (value === undefined) return 'missing'
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}

function literalId(value: unknown): { readonly value: string } | { readonly message: string } {
  if (typeof value === 'number') {
    if (Number.isInteger(value) && !Number.isSafeInteger(value))
      return { message: 'is a number too large to be read exactly: write it in quotes.' }
    return { value: String(value) }
  }
  if (typeof value !== 'string') return { message: `is ${nameOf(value)}.` }
  if (value === '') return { message: 'is empty.' }
  if (value.length > MAX_ID) return { message: `is longer than ${MAX_ID} characters.` }
  if (isBroken(value)) return { message: 'holds half a surrogate pair, which is no character.' }
  return { value }
}

type Tokens = NonNullable<Item['tokens']>

/** `[[start, end], …]` in code points: in range, in order, disjoint. CSV holds the same as JSON text. */
function tokensOf(given: unknown, text: string): { readonly value: Tokens } | { readonly message: string } {
  let value = given
  if (typeof given === 'string' && given.length < 1_000_000) {
    try {
      value = JSON.parse(given) as unknown
    } catch {
      return { message: 'is not a list of [start, end] pairs.' }
    }
  }
  if (!Array.isArray(value)) return { message: 'is not a list of [start, end] pairs.' }
  const { length } = offsetsOf(text)
  const tokens: Tokens = []
  let last = 0
  for (const pair of value as unknown[]) {
    if (!Array.isArray(pair) || pair.length !== 2) return { message: 'is not a list of [start, end] pairs.' }
    const [start, end] = pair as unknown[]
    if (!Number.isInteger(start) || !Number.isInteger(end))
      return { message: 'is not a list of [start, end] pairs.' }
    const [from, to] = [start as number, end as number]
    if (from < last || to <= from || to > length)
      return {
        message: `holds [${from}, ${to}], which is out of order or outside the text of ${length} characters.`
      }
    tokens.push([from, to])
    last = to
  }
  return { value: tokens }
}
