import { expect, test } from 'vitest'
import { dayNumber } from '../../../src/domain/moment'
import { homeFigures } from '../../../src/metrics/homeFigures'
import { aFleet, columnsOf, everyRow, ran, type Row } from './smallWorld'

const TODAY = dayNumber('2026-03-10')
const fleet = aFleet({ readings: [ran('t1', '2025-01-01', '2026-02-28', 424_000)] })

function asked(rows: readonly Row[]) {
  const columns = columnsOf(rows)
  return homeFigures({ columns, live: everyRow(columns), fleet }, TODAY)
}

const rows: readonly Row[] = [
  { occurredAt: '2025-02-28', trainId: 't1' },
  { occurredAt: '2025-03-01', trainId: 't1' },
  { occurredAt: '2026-02-09T08:00', trainId: 't1', closedAt: '2026-03-02' },
  { occurredAt: '2026-02-11', trainId: 't1', state: 'ANALYSIS' },
  { occurredAt: '2026-03-10T23:59', trainId: 't1', state: 'SUBMITTED' },
  { occurredAt: '2026-03-11', trainId: 't1', state: 'SUBMITTED' },
]

test('thirteen months, the running one up to today, and the month before up to the same day', () => {
  const { months, sameDaysBefore } = asked(rows)
  expect(months.map(({ month, failures }) => `${month}:${failures}`)).toEqual([
    '2025-03:1',
    ...['04', '05', '06', '07', '08', '09', '10', '11', '12'].map((month) => `2025-${month}:0`),
    '2026-01:0',
    '2026-02:2',
    '2026-03:1',
  ])
  expect(months.at(-1)?.to).toBe(TODAY + 1)
  expect(sameDaysBefore).toBe(1)
})

test('what is open, and what was closed this month', () => {
  expect(asked(rows)).toMatchObject({ open: 3, closedThisMonth: 1 })
})

test('the rate of the twelve whole months before, with its distance and bounds', () => {
  const { year } = asked(rows)
  expect([year.from, year.to]).toEqual([dayNumber('2025-03-01'), dayNumber('2026-03-01')])
  // 1,000.9 km a day over 424 days; 365 of them lie in the year.
  expect(year.trainKm).toBeCloseTo((424_000 / 424) * 365, 0)
  expect(year.failures).toBe(3)
  expect(year.mtbf).toMatchObject({ status: 'estimated', mtbf: expect.closeTo(365_000 / 3, 0) })
})

test('on the 31st a shorter month before is taken whole, and nothing counts twice', () => {
  const columns = columnsOf([
    { occurredAt: '2026-02-28', trainId: 't1' },
    { occurredAt: '2026-03-01', trainId: 't1' },
  ])
  const got = homeFigures({ columns, live: everyRow(columns), fleet }, dayNumber('2026-03-31'))
  expect(got.sameDaysBefore).toBe(1)
  expect(got.months.at(-1)?.failures).toBe(1)
})
