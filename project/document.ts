import type { Problem, Schema } from '../schemas/schema.ts'
import { validate } from '../schemas/validate.ts'
import { decodeText } from './decode.ts'
import { FileError, type Files } from './files.ts'
import { salvageJson } from './salvage-json.ts'
import { guardJson, isTooDeep, tooDeep } from './strict-json.ts'

/** A kind of JSON document of ours, as `goldset.json` and the label files are. */
export interface DocumentFormat<T extends object> {
  /** Before the slash of its `goldset` mark: `label` of `label/1`. */
  readonly name: string
  readonly version: number
  readonly schema: Schema<T>
  /** Keys in the order they are written; others follow in the order they were found. */
  readonly order: readonly string[]
  readonly maxBytes: number
}

export type ReadDocument<T> =
  | { readonly kind: 'missing' }
  /** There is something, and the system does not give it out. */
  | { readonly kind: 'unreadable'; readonly problem: Problem }
  | { readonly kind: 'damaged'; readonly problem: Problem; readonly text?: string }
  /** Of a version to come. `value`: as far as this version understands it. */
  | {
      readonly kind: 'newer'
      readonly mark: string
      readonly value: Partial<T>
      readonly understood: boolean
    }
  | { readonly kind: 'document'; readonly value: T }

/** Reads a document. `shown`: what to call the file in problems. Nothing damaged ever comes back as a value. */
export async function readDocument<T extends object>(
  files: Files,
  path: string,
  shown: string,
  format: DocumentFormat<T>
): Promise<ReadDocument<T>> {
  let bytes: Uint8Array
  try {
    const found = await files.stat(path)
    if (found === undefined) return { kind: 'missing' }
    if (found.size > format.maxBytes)
      return { kind: 'unreadable', problem: { file: shown, message: tooLarge(found.size, format.maxBytes) } }
    bytes = await files.read(path)
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    return error.kind === 'missing'
      ? { kind: 'missing' }
      : { kind: 'unreadable', problem: { file: shown, message: error.message } }
  }
  return parseDocument(bytes, shown, format)
}

export function parseDocument<T extends object>(
  bytes: Uint8Array,
  shown: string,
  format: DocumentFormat<T>
): ReadDocument<T> {
  const decoded = decodeUtf8(bytes, shown)
  if (!decoded.ok) return { kind: 'damaged', problem: decoded.problem }
  const { text } = decoded
  const parsed = parse(text)
  if (!parsed.ok) return { kind: 'damaged', text, problem: { file: shown, ...parsed.problem } }
  const { value } = parsed
  if (!isRecord(value))
    return {
      kind: 'damaged',
      text,
      problem: {
        file: shown,
        message: `The file holds ${nameOf(value)}, not a document of Goldset.`
      }
    }
  const mark = value['goldset']
  const version = typeof mark === 'string' ? versionOf(mark, format.name) : undefined
  if (version !== undefined && version > format.version) {
    const asOurs = { ...value, goldset: `${format.name}/${format.version}` }
    const understood = validate(format.schema, asOurs).length === 0
    return { kind: 'newer', mark: String(mark), value: asOurs as unknown as Partial<T>, understood }
  }
  const wrong = validate(format.schema, value)[0]
  return wrong === undefined
    ? { kind: 'document', value: value as T }
    : { kind: 'damaged', text, problem: { ...wrong, file: shown } }
}

/** The bytes of a document: two spaces, a fixed order of keys, a newline at the end, so that it diffs and merges. */
export function writeText<T extends object>(value: T, format: DocumentFormat<T>): string {
  const entries = new Map<string, unknown>(Object.entries(value))
  const known = format.order.filter(key => entries.has(key))
  const others = [...entries.keys()].filter(key => !format.order.includes(key))
  const ordered = Object.fromEntries([...known, ...others].map(key => [key, entries.get(key)]))
  return JSON.stringify(ordered, null, 2) + '\n'
}

/** What would keep a document from being read again, before it is made into text. */
export function problemOf<T extends object>(
  value: T,
  shown: string,
  format: DocumentFormat<T>
): Problem | undefined {
  if (isTooDeep(value)) return { file: shown, message: tooDeep }
  const wrong = validate(format.schema, value)[0]
  return wrong === undefined ? undefined : { ...wrong, file: shown }
}

/** What would keep a text from being read again. */
export function problemOfSize<T extends object>(
  text: string,
  shown: string,
  format: DocumentFormat<T>
): Problem | undefined {
  const size = Buffer.byteLength(text)
  return size > format.maxBytes ? { file: shown, message: tooLarge(size, format.maxBytes) } : undefined
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

type Parsed =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly problem: Problem }

function parse(text: string): Parsed {
  if (text.trim() === '')
    return {
      ok: false,
      problem: { message: text === '' ? 'The file is empty.' : 'The file holds nothing but spaces.' }
    }
  const mark = conflictMark.exec(text)
  if (mark !== null)
    return {
      ok: false,
      problem: {
        line: lineOf(text, mark.index),
        message: 'The file holds the marks of a git merge that was not finished.'
      }
    }
  const nul = text.indexOf('\0')
  if (nul !== -1)
    return {
      ok: false,
      problem: {
        ...placeOf(text, nul),
        message: 'The file holds zero bytes, as a disk leaves them after a power cut.'
      }
    }
  const fault = guardJson(text)
  if (fault !== undefined)
    return { ok: false, problem: { ...placeOf(text, fault.at), message: fault.reason } }
  try {
    return { ok: true, value: JSON.parse(text) as unknown }
  } catch {
    const found = salvageJson(text).fault ?? { at: 0, reason: 'This is not JSON.' }
    return { ok: false, problem: { ...placeOf(text, found.at), message: found.reason } }
  }
}

/** Only at the start of a line can it be one: inside a text, JSON writes a line break as `\n`. */
const conflictMark = /^<{7}(?: |$)/m

function placeOf(text: string, at: number): { line: number; byte: number } {
  return { line: lineOf(text, at), byte: Buffer.byteLength(text.slice(0, at)) }
}

function lineOf(text: string, at: number): number {
  let line = 1
  for (let next = text.indexOf('\n'); next !== -1 && next < at; next = text.indexOf('\n', next + 1)) line++
  return line
}

function versionOf(mark: string, name: string): number | undefined {
  const number = mark.startsWith(`${name}/`) ? mark.slice(name.length + 1) : ''
  return /^[1-9][0-9]{0,8}$/.test(number) ? Number(number) : undefined
}

function nameOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'string' ? 'a text' : `only ${JSON.stringify(value)}`
}

type Decoded =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problem: Problem }

/** Only UTF-8: what Goldset writes. Datasets may come in UTF-16, our own files never do. */
function decodeUtf8(bytes: Uint8Array, shown: string): Decoded {
  const decoded = decodeText(bytes, shown)
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (decoded.ok && !utf16) return { ok: true, text: decoded.value }
  const byte = decoded.ok ? 0 : (decoded.problems[0]?.byte ?? 0)
  return { ok: false, problem: { file: shown, byte, message: 'The file is not valid UTF-8 from here on.' } }
}

function tooLarge(size: number, most: number): string {
  return `The file has ${size} bytes; Goldset reads at most ${most}.`
}
