import type { Problem } from '../../../schemas/schema.ts'
import type { ImportFile } from '../../kit/format.ts'
import { jsonRows, type Row } from '../../kit/json-lines.ts'

/** All rows of a JSONL file that are about one recording, at least one. */
export interface RecordingRows {
  readonly rows: readonly Row[]
}

/**
 * The rows of a JSONL file by the recording they are about. Where the rows of a recording stand together, as they mostly
 * do, only those of one are held at a time; a shuffled file is held whole.
 */
export async function* rowsOfRecordings(
  file: ImportFile,
  keyOf: (row: Row) => string | undefined,
  refusal: string
): AsyncGenerator<RecordingRows | { readonly problem: Problem }> {
  const together = await standTogether(file, keyOf)
  const groups = new Map<string, Row[]>()
  for await (const each of jsonRows(file)) {
    if ('problem' in each) {
      yield each
      continue
    }
    const key = keyOf(each.row)
    if (key === undefined) {
      yield { problem: { file: file.path, line: each.row.line, message: refusal } }
      continue
    }
    const group = groups.get(key)
    if (group !== undefined) {
      group.push(each.row)
      continue
    }
    if (together) {
      for (const rows of groups.values()) yield { rows }
      groups.clear()
    }
    groups.set(key, [each.row])
  }
  for (const rows of groups.values()) yield { rows }
}

async function standTogether(file: ImportFile, keyOf: (row: Row) => string | undefined): Promise<boolean> {
  const seen = new Set<number>()
  let last: string | undefined
  for await (const each of jsonRows(file)) {
    const key = 'row' in each ? keyOf(each.row) : undefined
    if (key === undefined || key === last) continue
    last = key
    const hash = hashOf(key)
    if (seen.has(hash)) return false
    seen.add(hash)
  }
  return true
}

/** FNV-1a. Two keys that share a number only cost memory. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash
}
