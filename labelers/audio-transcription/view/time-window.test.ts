import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seconds } from '../../kit/seconds.ts'
import { clockTime, timeTyped } from './clock.ts'
import { ticksOf } from './ruler-ticks.ts'
import {
  CLOSEST,
  closeUp,
  following,
  lengthOf,
  placed,
  revealing,
  scrolled,
  type TimeWindow,
  toPixels,
  toTime,
  zoomed
} from './time-window.ts'

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const recording = number(0.05, 20_000)
const shown = fc
  .tuple(recording, number(0, 1), number(0, 1))
  .map(([duration, at, share]) => ({ duration, window: placed(at * duration, share * duration, duration) }))

test('pixels and seconds are each other’s inverse', () => {
  fc.assert(
    fc.property(shown, number(1, 4000), number(-1, 2), ({ window }, width, share) => {
      const x = share * width
      expect(toPixels(window, width, toTime(window, width, x))).toBeCloseTo(x, 3)
    })
  )
})

const within = (window: TimeWindow, duration: number) =>
  window.from >= 0 && window.to <= duration + 1e-6 && lengthOf(window) >= Math.min(CLOSEST, duration) - 1e-6

test('whatever is done to a window, it lies in the recording and is never shorter than ten milliseconds', () => {
  fc.assert(
    fc.property(
      shown,
      number(0.01, 100),
      number(-3, 3),
      number(0, 1),
      ({ duration, window }, factor, share, at) => {
        const time = at * duration
        const made = [
          zoomed(window, factor, time, duration),
          scrolled(window, share, duration),
          revealing(window, { start: time, end: Math.min(duration, time + factor) }, duration),
          following(window, time, duration),
          closeUp({ start: time, end: Math.min(duration, time + factor) }, duration)
        ]
        expect(made.map(each => within(each, duration))).toEqual([true, true, true, true, true])
      }
    )
  )
})

test('zooming keeps what is under the pointer there, and the other way takes it back, away from the ends', () => {
  const window = { from: seconds(100), to: seconds(110) }
  const near = zoomed(window, 4, 103, 1000)
  expect([
    toPixels(near, 900, 103),
    zoomed(near, 0.25, 103, 1000),
    zoomed(window, 1e9, 103, 1000).to - zoomed(window, 1e9, 103, 1000).from
  ]).toEqual([toPixels(window, 900, 103), window, expect.closeTo(CLOSEST, 9)])
})

test('a stretch out of sight comes into sight with room around it; one in sight moves nothing', () => {
  const window = { from: seconds(10), to: seconds(20) }
  expect([
    revealing(window, { start: 12, end: 14 }, 100),
    revealing(window, { start: 30, end: 32 }, 100),
    revealing(window, { start: 2, end: 3 }, 100),
    revealing(window, { start: 5, end: 40 }, 100)
  ]).toEqual([window, { from: 23, to: 33 }, { from: 1, to: 11 }, window])
})

test('times stand on the ruler as far apart as can be read, finer the nearer', () => {
  const texts = (from: number, to: number) =>
    ticksOf({ from: seconds(from), to: seconds(to) }, 420).map(({ text, x }) => `${text} at ${Math.round(x)}`)
  expect([texts(367, 393), texts(1.004, 1.016), texts(0, 18_000)]).toEqual([
    ['06:10 at 48', '06:20 at 210', '06:30 at 372'],
    ['00:01.005 at 35', '00:01.010 at 210', '00:01.015 at 385'],
    ['00:00 at 0', '1:00:00 at 84', '2:00:00 at 168', '3:00:00 at 252', '4:00:00 at 336', '5:00:00 at 420']
  ])
})

test('a clock shows what has passed, and reads what people type', () => {
  expect([clockTime(387.849), clockTime(0.29), clockTime(3723.4567, 3), clockTime(59.999, 0)]).toEqual([
    '06:27.84',
    '00:00.29',
    '1:02:03.456',
    '00:59'
  ])
  expect(['1:30', '1:02:03.5', '75,25', ' 7 ', 'x', '1:2:3:4', ''].map(timeTyped)).toEqual([
    90,
    3723.5,
    75.25,
    7,
    undefined,
    undefined,
    undefined
  ])
})
