import { expect, it } from 'vitest'
import type { Stats } from '../schemas/stats.ts'
import { statsLines } from './stats-lines.ts'

const noStatus = { todo: 0, draft: 0, submitted: 0, skipped: 0, flagged: 0, accepted: 0, rejected: 0 }
const empty: Stats = {
  project: { id: 'calls', name: 'Calls', schemaVersion: 1 },
  timeZone: 'Europe/Berlin',
  today: '2026-06-17',
  items: 1200,
  done: 0,
  left: 1200,
  statuses: { ...noStatus, todo: 1200 },
  annotators: [],
  tasks: [],
  pace: { days: [], perDay: null, end: null, why: 'too-few-days' }
}

it('writes what is done first, then the same by status, annotator, day and label', () => {
  const work = { timed: 1001, activeMs: 16_200_000, perHour: 222.4 }
  const lines = statsLines({
    ...empty,
    done: 1003,
    left: 197,
    statuses: { ...noStatus, todo: 196, draft: 1, submitted: 1000, skipped: 3 },
    annotators: [
      {
        id: 'ana',
        labelFiles: 1002,
        statuses: { ...noStatus, todo: 198, submitted: 1000, skipped: 2 },
        finished: 1002,
        ...work,
        days: [
          { day: '2026-06-15', finished: 600, timed: 600, activeMs: 9_000_000, perHour: 240 },
          { day: '2026-06-16', finished: 402, timed: 401, activeMs: 7_200_000, perHour: 200.5 }
        ]
      },
      {
        id: 'ben',
        labelFiles: 2,
        statuses: { ...noStatus, todo: 1198, draft: 1, skipped: 1 },
        finished: 1,
        timed: 0,
        activeMs: 0,
        perHour: null,
        days: [{ day: '2026-06-16', finished: 1, timed: 0, activeMs: 0, perHour: null }]
      }
    ],
    tasks: [
      {
        id: 'mood',
        title: 'Mood',
        labeler: 'choice',
        answers: { submitted: 1000, all: 1001 },
        labels: [
          { id: 'good', name: 'Good', submitted: 800, all: 801, share: 0.8 },
          { id: 'bad', name: '悪い', submitted: 200, all: 200, share: 0.2 },
          { id: 'none', name: 'Neither', submitted: 0, all: 0, share: 0 }
        ]
      },
      { id: 'wheel', title: 'Wheel', labeler: 'emotion-wheel', answers: { submitted: 0, all: 0 }, labels: [] }
    ],
    pace: {
      days: [12, 15, 16].map(day => ({ day: `2026-06-${day}`, items: 250 })),
      perDay: 250.25,
      end: { day: '2026-06-18', from: '2026-06-18', to: '2026-06-19' },
      why: null
    }
  })
  expect(`\n${lines.join('\n')}\n`).toMatchInlineSnapshot(`
    "
    Calls: 1,003 of 1,200 items done, 83.6 %. 197 left.
    At the pace of the last 3 days of work, 250.3 items a day: done on 2026-06-18 (between 2026-06-18 and 2026-06-19).

    items
    to do        196  16.3 %  ████
    draft          1   0.1 %  █
    submitted  1,000  83.3 %  ████████████████████
    skipped        3   0.3 %  █

    annotator  finished  active  an hour  skipped  flagged  drafts  label files
    ana           1,002   4.5 h      222        2        0       0        1,002
    ben               1   0 min        -        1        0       1            2

    day (Europe/Berlin)  annotator  finished  active  an hour
    2026-06-15           ana             600   2.5 h      240
    2026-06-16           ana             402   2.0 h      201
                         ben               1   0 min        -

    Mood: 1,000 answers submitted, 1,001 in all
    label    submitted          all
    Good           800  80.0 %  801  ████████████████████████
    悪い           200  20.0 %  200  ██████
    Neither          0   0.0 %    0

    Wheel: 0 answers submitted, 0 in all
    "
  `)
})

it('has little to say of a project nobody has begun', () => {
  expect(statsLines(empty)).toEqual([
    'Calls: 0 of 1,200 items done, 0.0 %. 1,200 left.',
    '',
    'items',
    'to do  1,200  100.0 %  ████████████████████████'
  ])
})
