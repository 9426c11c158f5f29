import type { ColumnMetaData, SchemaTree } from 'hyparquet'
import { decompressors } from './decompressors.ts'
import { type ThriftStruct, thriftStruct, varint } from './thrift.ts'

const DICTIONARY_PAGE = 2
const DATA_PAGE_V2 = 3
const RLE = 3
const dictionaryCoded: ReadonlySet<number> = new Set([2, 8])

/**
 * Goes through the pages of a column of a row group before the reader does, which believes whatever counts it finds: a
 * byte that is wrong would have it fill the memory.
 * @throws Error with the reason, when the pages promise more values than the column has.
 */
export function checkPages(bytes: Uint8Array, column: ColumnMetaData, tree: SchemaTree): void {
  const view = viewOf(bytes)
  const levels = levelsOf(tree, column.path_in_schema)
  let left = Number(column.num_values)
  for (let at = 0; at < bytes.length - 1;) {
    const { struct, end } = thriftStruct(view, at)
    const [packed, size, type] = [numberOf(struct, 3), numberOf(struct, 2), numberOf(struct, 1)]
    if (packed < 0 || end + packed > bytes.length) throw new Error('a page goes beyond its column')
    const body = bytes.subarray(end, end + packed)
    at = end + packed
    const head = structOf(struct, type === DICTIONARY_PAGE ? 7 : type === DATA_PAGE_V2 ? 8 : 5)
    const values = numberOf(head, 1)
    const most = type === DICTIONARY_PAGE ? size * 8 : left
    if (values < 0 || values > most) throw new Error('a page holds more values than its column')
    if (type === DICTIONARY_PAGE) continue
    left -= values
    if (type === DATA_PAGE_V2) checkSecond(body, head, size, values, levels, column.codec)
    else checkFirst(unpacked(body, size, column.codec), head, values, levels)
  }
}

interface Levels {
  readonly repetition: number
  readonly definition: number
}

function checkFirst(page: Uint8Array, head: ThriftStruct, values: number, levels: Levels): void {
  const view = viewOf(page)
  let at = 0
  for (const [most, encoding] of [
    [levels.repetition, numberOf(head, 4)],
    [levels.definition, numberOf(head, 3)]
  ] as const) {
    if (most === 0) continue
    if (encoding !== RLE) throw new Error('its levels are packed in a way that is no longer used')
    const length = view.getUint32(at, true)
    checkRuns(view, at + 4, widthOf(most), values)
    at += 4 + length
  }
  checkValues(view, at, numberOf(head, 2), values)
}

function checkSecond(
  body: Uint8Array,
  head: ThriftStruct,
  size: number,
  values: number,
  levels: Levels,
  codec: ColumnMetaData['codec']
): void {
  const [definitions, repetitions] = [numberOf(head, 5), numberOf(head, 6)]
  const [nulls, rows] = [numberOf(head, 2), numberOf(head, 3)]
  if (definitions < 0 || repetitions < 0 || nulls < 0 || nulls > values || rows < 0 || rows > values)
    throw new Error('a page holds more values than its column')
  const view = viewOf(body)
  if (levels.repetition > 0) checkRuns(view, 0, widthOf(levels.repetition), values)
  if (levels.definition > 0) checkRuns(view, repetitions, widthOf(levels.definition), values)
  const rest = body.subarray(definitions + repetitions)
  const packed = head.get(7) !== 0
  const page = packed ? unpacked(rest, size - definitions - repetitions, codec) : rest
  checkValues(viewOf(page), 0, numberOf(head, 4), values - nulls)
}

/** Places in a dictionary and packed booleans come in runs, all else in its own size. */
function checkValues(view: DataView, at: number, encoding: number, values: number): void {
  if (values === 0 || at >= view.byteLength) return
  if (dictionaryCoded.has(encoding)) checkRuns(view, at + 1, view.getUint8(at), values)
  if (encoding === RLE) checkRuns(view, at + 4, 1, values)
}

/** Runs of the hybrid of run lengths and packed bits: none may be longer than what is left. */
function checkRuns(view: DataView, start: number, width: number, values: number): void {
  if (width > 32) throw new Error('a page is packed with more than 32 bits')
  let left = values
  // Where a page has only nulls, its values have no runs.
  for (let at = start; left > 0 && at < view.byteLength;) {
    const [head, next] = varint(view, at)
    const count = Math.floor(head / 2)
    if (head % 2 === 1) {
      at = next + count * width
      // The last of eight may be there to fill up.
      left -= Math.min(left, count * 8)
    } else {
      if (count > left || count === 0) throw new Error('a run is longer than its page')
      at = next + ((width + 7) >> 3)
      left -= count
    }
  }
}

function unpacked(body: Uint8Array, size: number, codec: ColumnMetaData['codec']): Uint8Array {
  if (size === 0) return new Uint8Array()
  if (codec === 'UNCOMPRESSED') return body
  const unpack = decompressors[codec]
  if (unpack === undefined) throw new Error(`it is packed with ${codec}`)
  return unpack(body, size)
}

function levelsOf(tree: SchemaTree, path: readonly string[]): Levels {
  let [repetition, definition] = [0, 0]
  let node: SchemaTree | undefined = tree
  for (const name of path) {
    node = node?.children.find(child => child.element.name === name)
    if (node?.element.repetition_type === 'REPEATED') repetition++
    if (node?.element.repetition_type !== 'REQUIRED') definition++
  }
  return { repetition, definition }
}

const widthOf = (most: number) => 32 - Math.clz32(most)
const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

function numberOf(struct: ThriftStruct, id: number): number {
  const value = struct.get(id)
  return typeof value === 'number' ? value : 0
}

function structOf(struct: ThriftStruct, id: number): ThriftStruct {
  const value = struct.get(id)
  if (value === undefined || typeof value === 'number') throw new Error('a page has no head')
  return value
}
