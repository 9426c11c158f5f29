import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestAssignment } from './assignment.ts'

const matrices = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
  .chain(([rows, columns]) =>
    fc.array(
      fc.array(
        fc.oneof(fc.constant(0), fc.integer({ min: -9, max: 9 }), fc.double({ min: 0, max: 1, noNaN: true })),
        {
          minLength: columns,
          maxLength: columns
        }
      ),
      { minLength: rows, maxLength: rows }
    )
  )

/** The most that any full pairing weighs, by trying all of them. */
function heaviest(weights: readonly (readonly number[])[], from = 0, taken = new Set<number>()): number {
  const row = weights[from]
  if (row === undefined) return 0
  const free = row.flatMap((weight, column) => (taken.has(column) ? [] : [{ weight, column }]))
  const rowsLeft = weights.length - from
  const options = free.map(
    ({ weight, column }) => weight + heaviest(weights, from + 1, new Set([...taken, column]))
  )
  if (rowsLeft > free.length) options.push(heaviest(weights, from + 1, taken))
  return Math.max(...options)
}

describe('the best assignment', () => {
  it('weighs as much as the heaviest of all pairings', () => {
    fc.assert(
      fc.property(matrices, weights => {
        const found = bestAssignment(weights)
        const used = found.filter(column => column !== undefined)
        expect(new Set(used).size).toBe(used.length)
        expect(used.length).toBe(Math.min(weights.length, weights[0]?.length ?? 0))
        const sum = found.reduce<number>(
          (total, column, row) => total + (column === undefined ? 0 : (weights[row]?.[column] ?? 0)),
          0
        )
        expect(sum).toBeCloseTo(heaviest(weights), 9)
      })
    )
  })

  it('is nothing for nothing', () => {
    expect([bestAssignment([]), bestAssignment([[], []])]).toEqual([[], [undefined, undefined]])
  })

  it('gives up the best single pair where two others weigh more', () => {
    expect(
      bestAssignment([
        [10, 9],
        [9, 0]
      ])
    ).toEqual([1, 0])
  })
})
