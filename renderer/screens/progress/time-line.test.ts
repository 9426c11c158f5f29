import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plusDays } from '../../../schemas/calendar-day.ts'
import type { AnnotatorStats } from '../../../schemas/stats.ts'
import { across, apart, dayTicks, ticksTo } from './scale.ts'
import { piecesOf, timeLineOf } from './time-line.ts'

const noStatus = { todo: 0, draft: 0, submitted: 0, skipped: 0, flagged: 0, accepted: 0, rejected: 0 }
const whose = (
  id: string,
  ...days: readonly (readonly [day: string, finished: number])[]
): AnnotatorStats => ({
  id,
  labelFiles: 0,
  statuses: noStatus,
  finished: 0,
  timed: 0,
  activeMs: 0,
  perHour: null,
  days: days.map(([day, finished]) => ({
    day,
    finished,
    timed: finished,
    activeMs: 3_600_000,
    perHour: finished
  }))
})

describe('a time line', () => {
  it('is of days while they can be told apart, then of weeks, then of months', () => {
    const steps = [1, 62, 63, 434, 435].map(span => {
      const line = timeLineOf([whose('ana', ['2026-01-01', 9], [plusDays('2026-01-01', span - 1), 9])])
      return `${line?.step} ${line?.from} ${line?.to}`
    })
    expect(steps).toEqual([
      'day 2026-01-01 2026-01-01',
      'day 2026-01-01 2026-03-03',
      'week 2025-12-29 2026-03-02',
      'week 2025-12-29 2027-03-08',
      'month 2026-01-01 2027-03-01'
    ])
  })

  it('adds up the days of a step, and gives the speed of all of them', () => {
    const line = timeLineOf([
      whose('ana', ['2026-01-05', 10], ['2026-01-06', 20], ['2026-03-30', 3]),
      whose('ben', ['2026-01-11', 30])
    ])
    expect(line?.total.map(({ day, finished, perHour }) => [day, finished, perHour])).toEqual([
      ['2026-01-05', 60, 20],
      ['2026-03-30', 3, null]
    ])
  })

  it('joins what is at most a weekend apart, and passes over days that say nothing', () => {
    const line = timeLineOf([
      whose(
        'ana',
        ['2026-06-11', 9],
        ['2026-06-12', 1],
        ['2026-06-14', 9],
        ['2026-06-18', 9],
        ['2026-06-19', 9]
      )
    ])
    const pieces = piecesOf(line?.series[0]?.marks ?? [], 'day')
    expect(pieces.map(piece => piece.map(mark => mark.day.slice(8)).join(' '))).toEqual(['11 14', '18 19'])
  })

  it('is nothing before anything was saved', () => {
    expect(timeLineOf([whose('ana')])).toBeNull()
  })
})

it('keeps every item in its sums, however days are put together', () => {
  const days = fc
    .uniqueArray(fc.nat(900), { minLength: 1, maxLength: 60 })
    .map(list => list.sort((a, b) => a - b).map(n => [plusDays('2025-01-01', n), (n % 7) + 1] as const))
  fc.assert(
    fc.property(days, list => {
      const line = timeLineOf([whose('ana', ...list)])
      const sum = (line?.total ?? []).reduce((total, mark) => total + mark.finished, 0)
      expect(sum).toBe(list.reduce((total, [, finished]) => total + finished, 0))
      expect(line?.total.length ?? 0).toBeLessThanOrEqual(63)
    })
  )
})

it('numbers an axis in round steps that reach the highest value', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1e6, noNaN: true }), most => {
      const ticks = ticksTo(most)
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(most)
      expect(ticks.length).toBeLessThanOrEqual(6)
    })
  )
  expect([ticksTo(0), ticksTo(3), ticksTo(364), ticksTo(1752)]).toEqual([
    [0],
    [0, 1, 2, 3],
    [0, 100, 200, 300, 400],
    [0, 500, 1000, 1500, 2000]
  ])
})

it('keeps names apart without changing their order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 12 }), heights => {
      const set = apart(heights, 13)
      const sorted = [...set].sort((a, b) => a - b)
      expect(sorted.every((height, place) => place === 0 || height - (sorted[place - 1] ?? 0) >= 13)).toBe(
        true
      )
      expect(set.every((height, place) => height >= (heights[place] ?? 0))).toBe(true)
    })
  )
})

it('stands one day in the middle, and names the last day', () => {
  const one = timeLineOf([whose('ana', ['2026-06-16', 9])])
  const many = timeLineOf([
    whose('ana', ...Array.from({ length: 40 }, (_, n) => [plusDays('2026-05-01', n), 9] as const))
  ])
  if (one === null || many === null) throw new Error('must be time lines')
  expect([
    across(one, { left: 40, width: 400 })('2026-06-16'),
    dayTicks(many, across(many, { left: 0, width: 400 })).map(({ text }) => text)
  ]).toEqual([240, ['8 May', '16 May', '24 May', '1 Jun', '9 Jun']])
})
