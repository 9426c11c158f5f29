import { crc32 } from 'node:zlib'
import { failed, ok, type Problem, type Result } from '../../schemas/schema.ts'
import type { IdHash } from './id-hash.ts'
import { IdTable } from './id-table.ts'
import { BYTES_PER_ROW, RowTable } from './row-table.ts'

/** What an index file says before its columns. */
export interface StoredHeader {
  /** The fields and sources the index was made by, as text. */
  readonly key: string
  readonly seed: IdHash
  readonly count: number
  readonly problems: readonly Problem[]
  /** In the order of the sources. */
  readonly parts: readonly { readonly first: number; readonly state: unknown }[]
}

export interface StoredIndex {
  readonly header: StoredHeader
  readonly rows: RowTable
  readonly ids: IdTable
}

/** The last letters are the version: any change to what follows is another one. */
const MAGIC = Buffer.from('goldset index 2\n')

/**
 * An index file, in pieces: the magic, the length of the header, the header as JSON with spaces up to a multiple of
 * eight bytes, the table of ids and the columns chunk by chunk in the byte order of this machine, a CRC-32 of all before.
 */
export function* indexBytes({ header, rows, ids }: StoredIndex): Generator<Uint8Array> {
  const text = Buffer.from(JSON.stringify(header))
  const length = Buffer.alloc(4)
  const json = Buffer.alloc(text.length + (-(MAGIC.length + length.length + text.length) & 7), ' ')
  text.copy(json)
  length.writeUInt32LE(json.length)
  let sum = 0
  for (const piece of [MAGIC, length, json, ids.bytes(), ...rows.bytes()]) {
    sum = crc32(piece, sum)
    yield piece
  }
  const end = Buffer.alloc(4)
  end.writeUInt32LE(sum)
  yield end
}

/**
 * Reads an index file back. Fails for anything but what `indexBytes` wrote, to the last bit. What it gives stands in
 * `bytes`, and is not copied: a million rows are 37 MB.
 */
export async function readIndexBytes(
  bytes: Uint8Array,
  breathe: () => Promise<void>
): Promise<Result<StoredIndex>> {
  const whole = bytes.byteOffset % 8 === 0 ? bytes : new Uint8Array(bytes)
  const all = Buffer.from(whole.buffer, whole.byteOffset, whole.length)
  const end = all.length - 4
  if (end < MAGIC.length + 4 || !all.subarray(0, MAGIC.length).equals(MAGIC)) return noIndex
  let sum = 0
  for (let at = 0; at < end; at += 1 << 20) {
    sum = crc32(all.subarray(at, Math.min(end, at + (1 << 20))), sum)
    await breathe()
  }
  if (sum !== all.readUInt32LE(end)) return noIndex
  const from = MAGIC.length + 4
  const columns = from + all.readUInt32LE(MAGIC.length)
  const header = JSON.parse(all.toString('utf8', from, columns)) as StoredHeader
  const firstRow = end - header.count * BYTES_PER_ROW
  const rows = RowTable.fromBytes(all.subarray(firstRow, end), header.count)
  const ids = IdTable.fromBytes(rows, all.subarray(columns, firstRow))
  return ok({ header, rows, ids })
}

const noIndex = failed({ message: 'This is not an index of this version, or it is damaged.' })
