import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysFrom, plusDays } from '../../schemas/calendar-day.ts'
import { paceOf } from './pace.ts'

const today = '2026-06-17'
const worked = (...days: readonly (readonly [day: string, items: number])[]) =>
  new Map(days.map(([day, items]) => [`2026-06-${day}`, items]))

describe('a pace', () => {
  it('is taken from the last 5 days of work, today left out, and says in which days the end lies', () => {
    const days = worked(['08', 9], ['09', 90], ['10', 110], ['12', 100], ['15', 80], ['16', 120], ['17', 3])
    expect(paceOf(days, 1000, today)).toEqual({
      days: [
        { day: '2026-06-09', items: 90 },
        { day: '2026-06-10', items: 110 },
        { day: '2026-06-12', items: 100 },
        { day: '2026-06-15', items: 80 },
        { day: '2026-06-16', items: 120 }
      ],
      perDay: 100,
      // 10 days of work among as many days of rest as between the 8th and the 16th, where 6 of 9 were worked.
      end: { day: '2026-07-02', from: '2026-07-01', to: '2026-07-04' },
      why: null
    })
  })

  it('has no end where there is nothing to go by', () => {
    const few = worked(['15', 10], ['16', 10], ['17', 10])
    const old = new Map([1, 2, 3, 4].map(day => [`2026-02-0${day}`, 10]))
    const slow = worked(['14', 1], ['15', 1], ['16', 1])
    expect([
      paceOf(new Map(), 5, today).why,
      paceOf(few, 5, today).why,
      paceOf(old, 5, today).why,
      paceOf(slow, 1_000_000, today).why,
      paceOf(slow, 0, today).why
    ]).toEqual(['too-few-days', 'too-few-days', 'too-long-ago', 'too-far', 'done'])
  })
})

it('gives an end inside its interval and after today, further away when more is left', () => {
  const days = fc
    .uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 20 })
    .chain(ago => fc.tuple(...ago.map(back => fc.tuple(fc.constant(back), fc.integer({ min: 1, max: 500 })))))
    .map(list => new Map(list.map(([back, items]) => [plusDays(today, -back), items])))
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 5000 }), fc.nat(5000), (finished, left, more) => {
      const [near, far] = [paceOf(finished, left, today).end, paceOf(finished, left + more, today).end]
      if (near === null) {
        expect(far).toBeNull()
        return
      }
      const order = [today, near.from, near.day, near.to]
      expect([...order].sort()).toEqual(order)
      if (far !== null) expect(daysFrom(near.day, far.day)).toBeGreaterThanOrEqual(0)
    })
  )
})
