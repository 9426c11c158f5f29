import type { SchemaElement, SchemaTree } from 'hyparquet'
import type { Feature } from './hf-features.ts'
import {
  decimalText,
  fraction,
  halfFraction,
  singleFraction,
  wholeNumber,
  wholeOfBytes
} from './parquet-numbers.ts'
import { dateText, timestampText, timeText } from './parquet-times.ts'

/**
 * Makes a value as JSON has it of one as the reader gives it. Never called with null.
 * @throws NotText, or what else a value that is not as its column says leads to
 */
export type ReadValue = (raw: unknown) => unknown

/** Text that is no UTF-8. It stands in place of a string until that is read, and then it is thrown. */
export class NotText extends Error {}

/** How the values of a column become JSON, or why they cannot. */
export function valueReader(node: SchemaTree, feature: Feature = {}): ReadValue | string {
  const { element, children } = node
  const reader = children.length === 0 ? leaf(element, feature) : group(node, feature)
  // Old writers repeat a value without the groups around it that make a list.
  return element.repetition_type === 'REPEATED' && typeof reader !== 'string' ? listOf(reader) : reader
}

function group(node: SchemaTree, feature: Feature): ReadValue | string {
  const { element, children } = node
  const [only] = children
  if (element.converted_type === 'LIST' && children.length === 1 && only !== undefined) {
    const [inner] = only.children
    const wrapped = only.children.length === 1 && inner !== undefined
    const reader = wrapped ? valueReader(inner, feature.element) : repeated(only, feature.element)
    return typeof reader === 'string' ? reader : listOf(reader)
  }
  const fields: [string, ReadValue][] = []
  for (const child of children) {
    const reader = valueReader(child)
    if (typeof reader === 'string') return reader
    if (child.element.name === '__proto__') return 'has a field called "__proto__"'
    fields.push([child.element.name, reader])
  }
  const struct: ReadValue = raw => {
    const from = raw as Record<string, unknown>
    return Object.fromEntries(fields.map(([name, read]) => [name, orNull(from[name], read)]))
  }
  if (!isMap(node)) return struct
  const [entries] = fields
  return raw => {
    const pairs = (struct(raw) as Record<string, unknown>)[entries?.[0] ?? ''] as
      { readonly key: unknown; readonly value: unknown }[] | null
    return Object.fromEntries((pairs ?? []).map(({ key, value }) => [String(key), value]))
  }
}

/** The element of a list whose group is the element itself. */
function repeated(node: SchemaTree, feature: Feature | undefined): ReadValue | string {
  return valueReader({ ...node, element: { ...node.element, repetition_type: 'REQUIRED' } }, feature)
}

/** One repeated group of a key and a value; marked as a map, or by the names that are given to it. */
export function isMap({ children: [pairs, ...more] }: SchemaTree): boolean {
  if (pairs === undefined || more.length > 0 || pairs.element.repetition_type !== 'REPEATED') return false
  const names = pairs.children.map(child => child.element.name)
  return names.length === 2 && names[0] === 'key' && names[1] === 'value'
}

const listOf =
  (read: ReadValue): ReadValue =>
  raw =>
    Array.from(raw as Iterable<unknown>, value => orNull(value, read))

const orNull = (value: unknown, read: ReadValue) =>
  value === null || value === undefined ? null : read(value)

function leaf(element: SchemaElement, { names }: Feature): ReadValue | string {
  const { converted_type: converted, logical_type: logical, scale = 0 } = element
  const unit = logical?.type === 'TIMESTAMP' || logical?.type === 'TIME' ? logical.unit : undefined
  switch (element.type) {
    case 'BOOLEAN':
      return raw => raw === true
    case 'INT32':
      if (converted === 'DECIMAL') return raw => decimalText(BigInt(raw as number), scale)
      if (converted === 'DATE') return raw => dateText(raw as number)
      if (converted === 'TIME_MILLIS') return raw => timeText(BigInt(raw as number), 'MILLIS')
      if (converted === 'UINT_32') return raw => (raw as number) >>> 0
      return named(names)
    case 'INT64':
      if (converted === 'DECIMAL') return raw => decimalText(raw as bigint, scale)
      if (
        converted === 'TIMESTAMP_MILLIS' ||
        converted === 'TIMESTAMP_MICROS' ||
        logical?.type === 'TIMESTAMP'
      )
        return raw =>
          timestampText(
            raw as bigint,
            unit ?? (converted === 'TIMESTAMP_MILLIS' ? 'MILLIS' : 'MICROS'),
            logical?.type !== 'TIMESTAMP' || logical.isAdjustedToUTC
          )
      if (converted === 'TIME_MICROS' || logical?.type === 'TIME')
        return raw => timeText(raw as bigint, unit ?? 'MICROS')
      if (converted === 'UINT_64') return raw => wholeNumber(BigInt.asUintN(64, raw as bigint))
      return named(names)
    case 'INT96':
      return raw => timestampText(raw as bigint, 'NANOS', false)
    case 'FLOAT':
      return raw => singleFraction(raw as number)
    case 'DOUBLE':
      return raw => fraction(raw as number)
    case 'BYTE_ARRAY':
      if (isText(element)) return textOf
      if (converted === 'DECIMAL') return raw => decimalText(wholeOfBytes(raw as Uint8Array), scale)
      return 'holds binary data'
    case 'FIXED_LEN_BYTE_ARRAY':
      if (converted === 'DECIMAL') return raw => decimalText(wholeOfBytes(raw as Uint8Array), scale)
      if (logical?.type === 'FLOAT16') return raw => halfFraction(raw as Uint8Array)
      if (logical?.type === 'UUID') return raw => uuidText(raw as Uint8Array)
      return 'holds binary data'
    case undefined:
    default:
      return 'has no type'
  }
}

function textOf(raw: unknown): unknown {
  if (raw instanceof NotText) throw raw
  return raw
}

/** Numbers that stand for names; a number outside of the names, as -1 for "not known", stands for nothing. */
function named(names: readonly string[] | undefined): ReadValue {
  if (names === undefined) return raw => wholeNumber(raw as bigint | number)
  return raw => names[Number(raw)] ?? null
}

export function isText({ type, converted_type: converted, logical_type: logical }: SchemaElement): boolean {
  const text = converted === 'UTF8' || converted === 'ENUM' || converted === 'JSON'
  return type === 'BYTE_ARRAY' && (text || ['STRING', 'ENUM', 'JSON'].includes(logical?.type ?? ''))
}

function uuidText(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
