import fc from 'fast-check'
import { expect, test } from 'vitest'
import { IdTable } from './id-table.ts'
import { RowTable, WRITTEN } from './row-table.ts'
import { indexBytes, readIndexBytes, type StoredHeader } from './stored-index.ts'

const noPause = () => Promise.resolve()

/** So many rows, all different. */
function rowsOf(count: number): RowTable {
  const rows = new RowTable()
  for (let row = 0; row < count; row++) {
    rows.add(row * 2 ** 33, row + 1, row + 2)
    rows.setHash(row, row * 7919, row + 3)
    rows.setSuffix(row, row % 5)
    rows.setKind(row, WRITTEN)
  }
  return rows
}

/** Everything of every row, and where its id is found. */
function seen(rows: RowTable, ids: IdTable): readonly string[] {
  return Array.from({ length: rows.count }, (_, row) => {
    const [low, high] = [rows.low(row), rows.high(row)]
    const found = ids.find({ low, high })
    return [
      rows.start(row),
      rows.length(row),
      rows.line(row),
      low,
      high,
      rows.suffix(row),
      rows.kind(row),
      found
    ].join()
  })
}

test('an index is read back as it was written, in full chunks and in part, wherever its bytes lie', async () => {
  // 65,536 rows are a chunk.
  const counts = fc.constantFrom(0, 1, 2, 65_535, 65_536, 65_537, 70_000)
  await fc.assert(
    fc.asyncProperty(counts, fc.string({ unit: 'grapheme' }), fc.nat(9), async (count, key, offset) => {
      const rows = rowsOf(count)
      const ids = await IdTable.over(rows, noPause)
      const header: StoredHeader = { key, seed: { low: 1, high: 2 }, count, problems: [], parts: [] }
      const written = Buffer.concat([...indexBytes({ header, rows, ids })])
      const placed = new Uint8Array(offset + written.length).subarray(offset)
      placed.set(written)
      const read = await readIndexBytes(placed, noPause)
      if (!read.ok) throw new Error(JSON.stringify(read.problems))
      const again = read.value
      expect(again.header).toEqual(header)
      expect(seen(again.rows, again.ids).join(' ') === seen(rows, ids).join(' ')).toBe(true)
      expect(Buffer.concat([...indexBytes(again)]).equals(written)).toBe(true)
    }),
    { numRuns: 12 }
  )
})
