import { expect, it } from 'vitest'
import { daysInWords } from './day-names.ts'

it('says from which day to which, and no month or year twice', () => {
  const today = '2026-06-17'
  expect([
    daysInWords('2026-06-16', '2026-06-16', today),
    daysInWords('2026-06-01', '2026-06-16', today),
    daysInWords('2026-05-28', '2026-06-03', today),
    daysInWords('2025-05-28', '2025-06-03', today),
    daysInWords('2025-12-28', '2026-01-03', today)
  ]).toEqual([
    '16 June',
    '1 to 16 June',
    '28 May to 3 June',
    '28 May to 3 June 2025',
    '28 December 2025 to 3 January'
  ])
})
