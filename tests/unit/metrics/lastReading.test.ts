import { expect, test } from 'vitest'
import { lastReading, odometerDoubt } from '../../../src/metrics/lastReading'

const READINGS = [
  { km: 2_400_000, at: '2026-03-31' },
  { km: 2_412_000, at: '2026-04-10T08:00' },
  { km: 2_411_000, at: '2026-04-10' },
  { km: 2_500_000, at: '2026-06-01' },
  { km: 9, at: '2026' },
]

test('the last reading is the latest up to that day, the higher of two', () => {
  expect(lastReading(READINGS, '2026-05-07T14:30')).toEqual({ km: 2_412_000, at: '2026-04-10T08:00' })
  expect(lastReading(READINGS, '2026-03-30')).toBeNull()
})

test('an odometer neither runs backwards nor faster than a train', () => {
  const last = { km: 2_412_000, at: '2026-04-10' }
  expect(odometerDoubt(812_000, '2026-05-07', last)).toBe('backwards')
  expect(odometerDoubt(2_411_950, '2026-05-07', last)).toBeNull()
  expect(odometerDoubt(2_430_000, '2026-05-07', last)).toBeNull()
  expect(odometerDoubt(8_123_450, '2026-05-07', last)).toBe('too-far')
})
