import { afterEach, expect, it, vi } from 'vitest'
import { localZone, utcZone } from './zone.ts'

afterEach(() => void vi.unstubAllEnvs())

it('says on which day a moment is, here and in UTC', () => {
  vi.stubEnv('TZ', 'Pacific/Auckland')
  const moment = new Date('2026-06-15T20:30:00.000Z')
  expect([localZone().name, localZone().dayOf(moment), utcZone.dayOf(moment)]).toEqual([
    'Pacific/Auckland',
    '2026-06-16',
    '2026-06-15'
  ])
})

it('knows no day of what is no moment, or of a year nobody has', () => {
  const moments = ['', 'yesterday', '+012026-01-01T00:00:00.000Z'].map(text => new Date(text))
  expect(moments.flatMap(moment => [utcZone.dayOf(moment), localZone().dayOf(moment)])).toEqual(
    moments.flatMap(() => [null, null])
  )
})
