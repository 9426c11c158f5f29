import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimalDifference, decimalSum, isDecimal, shortestWithin } from './decimal.ts'

const numbers = fc.oneof(
  fc.double({ noNaN: true, min: -1e9, max: 1e9 }),
  fc.integer(),
  fc.constantFrom(5e-324, 1e-7, 1e21)
)

describe('decimal sums', () => {
  it('give back exactly what was added', () => {
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        const sum = decimalSum(a, b)
        expect(isDecimal(sum)).toBe(true)
        expect(Number(decimalDifference(sum, a)) === b).toBe(true)
      })
    )
  })

  it('are what people would write', () => {
    expect([
      decimalSum(0.1, 0.7),
      decimalSum(10, 5),
      decimalSum(-0.5, 0.5),
      decimalSum('1e-7', 0),
      decimalSum(1.5, -3),
      decimalDifference('640', '0.25'),
      decimalDifference('0', '12')
    ]).toEqual(['0.8', '15', '0', '0.0000001', '-1.5', '639.75', '-12'])
  })

  it('tell numbers from what is none', () => {
    expect(['12', ' -0.5 ', '.5', '1e-7', '', 'x', '1,5', 'NaN', '1e9999'].map(isDecimal)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
      false,
      false,
      false
    ])
  })
})

describe('the number that was meant', () => {
  it('is the shortest that the places given allow', () => {
    expect([
      shortestWithin(193.00032, 0.001),
      shortestWithin(193.24987, 0.001),
      shortestWithin(193.00032, 1e-6),
      shortestWithin(-0.0000001, 0.001)
    ]).toEqual([193, 193.25, 193.00032, 0])
  })
})
