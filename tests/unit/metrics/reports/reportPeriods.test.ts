import { describe, expect, test } from 'vitest'
import { dateOfDay, dayNumber } from '../../../../src/domain/moment'
import type { Period } from '../../../../src/metrics/recordedPeriod'
import {
  isoWeek,
  lastCompletePeriod,
  periodBefore,
  periodHolding,
  periodYearBefore,
  trendBuckets,
} from '../../../../src/metrics/reports/reportPeriods'

const day = dayNumber
const said = ({ from, to }: Period): string => `${dateOfDay(from)} … ${dateOfDay(to - 1)}`
const of = (from: string, last: string): Period => ({ from: day(from), to: day(last) + 1 })

describe('periods', () => {
  test.each([
    ['day', '2016-02-29', '2016-02-29 … 2016-02-29'],
    ['week', '2016-02-29', '2016-02-29 … 2016-03-06'],
    ['week', '2016-03-06', '2016-02-29 … 2016-03-06'],
    ['month', '2016-02-10', '2016-02-01 … 2016-02-29'],
    ['quarter', '2016-06-30', '2016-04-01 … 2016-06-30'],
    ['quarter', '2016-01-01', '2016-01-01 … 2016-03-31'],
    ['halfYear', '2016-06-30', '2016-01-01 … 2016-06-30'],
    ['halfYear', '2016-07-01', '2016-07-01 … 2016-12-31'],
    ['year', '2016-07-01', '2016-01-01 … 2016-12-31'],
  ] as const)('the %s that holds %s', (unit, date, expected) => {
    expect(said(periodHolding(unit, day(date)))).toBe(expected)
  })

  test('the last complete one was over when today began', () => {
    expect(said(lastCompletePeriod('week', day('2016-03-06')))).toBe('2016-02-22 … 2016-02-28')
    expect(said(lastCompletePeriod('week', day('2016-03-07')))).toBe('2016-02-29 … 2016-03-06')
    expect(said(lastCompletePeriod('month', day('2016-03-01')))).toBe('2016-02-01 … 2016-02-29')
  })

  test('before a month is the month before, before ten days are ten days', () => {
    expect(said(periodBefore('month', of('2016-03-01', '2016-03-31')))).toBe('2016-02-01 … 2016-02-29')
    expect(said(periodBefore('month', of('2016-03-05', '2016-03-14')))).toBe('2016-02-24 … 2016-03-04')
  })

  test('a year earlier has the same dates, or for a week the same weekdays', () => {
    expect(said(periodYearBefore('month', of('2016-02-01', '2016-02-29')))).toBe('2015-02-01 … 2015-02-28')
    const week = periodYearBefore('week', of('2016-02-29', '2016-03-06'))
    expect([said(week), periodHolding('week', week.from)]).toEqual(['2015-03-02 … 2015-03-08', week])
    expect(said(periodYearBefore('day', of('2016-02-29', '2016-02-29')))).toBe('2015-03-02 … 2015-03-02')
  })

  // ISO 8601: the first week of a year is the one that holds 4 January.
  test.each([
    ['2016-01-03', '2015-W53'],
    ['2016-01-04', '2016-W01'],
    ['2018-12-31', '2019-W01'],
    ['2020-12-31', '2020-W53'],
    ['2021-01-03', '2020-W53'],
  ])('%s lies in week %s', (date, week) => {
    expect(isoWeek(day(date))).toBe(week)
  })

  test('a trend ends with the period, has so many steps, and none before the records', () => {
    const months = trendBuckets('month', 13, of('2016-03-01', '2016-03-31'), 0)
    expect([months.length, months[0]?.name, months.at(-1)?.name, months.some(({ isPartial }) => isPartial)]).toEqual([
      13,
      '2015-03',
      '2016-03',
      false,
    ])
    const cut = trendBuckets('month', 13, of('2016-03-01', '2016-03-10'), day('2016-01-15'))
    expect(cut.map(({ name, isPartial, ...period }) => [name, isPartial, said(period)])).toEqual([
      ['2016-01', true, '2016-01-15 … 2016-01-31'],
      ['2016-02', false, '2016-02-01 … 2016-02-29'],
      ['2016-03', true, '2016-03-01 … 2016-03-10'],
    ])
    expect(trendBuckets('month', 3, of('2016-01-01', '2016-12-31'), 0)).toHaveLength(12)
  })
})
