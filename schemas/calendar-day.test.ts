import fc from 'fast-check'
import { expect, it } from 'vitest'
import { daysFrom, mondayOf, plusDays } from './calendar-day.ts'

const day = fc.integer({ min: -20_000, max: 40_000 }).map(days => plusDays('1970-01-01', days))

it('counts days across months, leap days and the change of clocks', () => {
  expect([
    plusDays('2024-02-28', 1),
    plusDays('2026-03-29', 1),
    plusDays('2026-01-01', -1),
    daysFrom('2025-12-31', '2026-03-01'),
    mondayOf('2026-06-16'),
    mondayOf('2026-06-14')
  ]).toEqual(['2024-02-29', '2026-03-30', '2025-12-31', 60, '2026-06-15', '2026-06-08'])
})

it('adds what it finds to lie between', () => {
  fc.assert(
    fc.property(day, day, (from, to) => {
      expect(plusDays(from, daysFrom(from, to))).toBe(to)
    })
  )
})

it('finds a Monday at most six days back', () => {
  fc.assert(
    fc.property(day, of => {
      const back = daysFrom(mondayOf(of), of)
      expect([back >= 0 && back < 7, mondayOf(mondayOf(of))]).toEqual([true, mondayOf(of)])
    })
  )
})
