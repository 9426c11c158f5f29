import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RowHeights } from './row-heights.ts'

test('every pixel belongs to the row that begins at or before it and ends behind it', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 20, max: 200 }), { minLength: 1, maxLength: 50 }), heights => {
      const rows = new RowHeights()
      const ids = heights.map((_, place) => `g${place}`)
      for (const [place, id] of ids.entries()) if (place % 2 === 0) rows.measured(id, heights[place] ?? 0)
      rows.lay(ids, place => heights[place] ?? 0)
      for (let y = 0; y < rows.total; y += 7) {
        const place = rows.at(y)
        expect([rows.top(place) <= y, y < rows.top(place) + rows.height(place)]).toEqual([true, true])
      }
      expect(rows.total).toBe(heights.reduce((sum, height) => sum + height, 0))
    })
  )
})

test('what was measured stays with its row when others come before it', () => {
  const rows = new RowHeights()
  rows.lay(['a', 'b'], () => 36)
  const news = [rows.measured('b', 60), rows.measured('b', 60)]
  rows.lay(['x', 'a', 'b'], () => 36)
  expect([news, rows.top(2), rows.total]).toEqual([[true, false], 72, 132])
})
