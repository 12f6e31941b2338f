import { describe, expect, test } from 'vitest'
import { dayNumber } from '../../../src/domain/moment'
import { fleetExposure } from '../../../src/metrics/scope'
import { exposureBetween, trainUsage, type UsageSource } from '../../../src/metrics/trainUsage'
import { aFleet, ran } from './smallWorld'

const month = (from: string, at: string, value: number): UsageSource => ({ basis: 'distance', from, at, value })
const odometer = (at: string, value: number): UsageSource => ({ basis: 'cumulative', at, value })
/** First day and last day, both counted. */
const between = (usage: ReturnType<typeof trainUsage>, first: string, last: string) =>
  exposureBetween(usage, dayNumber(first), dayNumber(last) + 1)

describe('kilometres per month', () => {
  const january = trainUsage([month('2016-01-01', '2016-01-31', 31_000)], null)

  test('are spread evenly over the days of the month', () => {
    expect(between(january, '2016-01-01', '2016-01-31').km).toBeCloseTo(31_000, 6)
    expect(between(january, '2016-01-11', '2016-01-20')).toMatchObject({
      knownDays: 10,
      serviceDays: 10,
      extrapolatedKm: 0,
    })
    expect(between(january, '2016-01-11', '2016-01-20').km).toBeCloseTo(10_000, 6)
  })

  test('leave a missing month unknown', () => {
    const usage = trainUsage(
      [month('2016-01-01', '2016-01-31', 31_000), month('2016-03-01', '2016-03-31', 31_000)],
      null,
    )
    expect(between(usage, '2016-02-01', '2016-02-29')).toMatchObject({ km: 0, knownDays: 0, serviceDays: 29 })
  })

  test('of the month in which the train entered service were run after that day', () => {
    const usage = trainUsage([month('2016-03-01', '2016-03-31', 21_000)], dayNumber('2016-03-11'))
    expect(between(usage, '2016-03-01', '2016-03-10')).toMatchObject({ km: 0, serviceDays: 0 })
    expect(between(usage, '2016-03-11', '2016-03-11').km).toBeCloseTo(1000, 6)
    expect(between(usage, '2016-03-01', '2016-03-31').serviceDays).toBe(21)
  })
})

describe('a yearly total', () => {
  const days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  const monthly = (missing: number | null) =>
    days.flatMap((length, at) =>
      at + 1 === missing
        ? []
        : [
            month(
              `2015-${String(at + 1).padStart(2, '0')}-01`,
              `2015-${String(at + 1).padStart(2, '0')}-${length}`,
              10_000,
            ),
          ],
    )

  test('gives a missing month what the others leave of it', () => {
    const usage = trainUsage([...monthly(6), month('2015-01-01', '2015-12-31', 125_000)], null)
    expect(between(usage, '2015-06-01', '2015-06-30').km).toBeCloseTo(15_000, 6)
    expect(between(usage, '2015-06-01', '2015-06-30').knownDays).toBe(30)
    expect(between(usage, '2015-01-01', '2015-12-31').km).toBeCloseTo(125_000, 6)
    expect(usage.contradictions).toEqual([])
  })

  test('that its months contradict is shown and changes nothing', () => {
    const usage = trainUsage([...monthly(null), month('2015-01-01', '2015-12-31', 100_000)], null)
    expect(usage.contradictions.map(({ km }) => km)).toEqual([100_000])
    expect(between(usage, '2015-01-01', '2015-12-31').km).toBeCloseTo(120_000, 6)
  })
})

describe('odometer readings', () => {
  test('at the ends of months give the month between them', () => {
    const usage = trainUsage([odometer('2016-02-29', 129_000), odometer('2016-01-31', 100_000)], null)
    expect(between(usage, '2016-02-01', '2016-02-29').km).toBeCloseTo(29_000, 6)
  })

  test('are interpolated linearly between two days', () => {
    const usage = trainUsage([odometer('2016-01-01', 1000), odometer('2016-01-11', 2000)], null)
    expect(between(usage, '2016-01-02', '2016-01-06').km).toBeCloseTo(500, 6)
    expect(between(usage, '2016-01-02', '2016-01-11').km).toBeCloseTo(1000, 6)
  })

  test('start from zero on the day of entering service', () => {
    const usage = trainUsage([odometer('2016-04-29', 50_000)], dayNumber('2016-03-11'))
    expect(between(usage, '2016-03-11', '2016-03-20').km).toBeCloseTo(10_000, 6)
  })

  test('that lost a digit are not used but reported', () => {
    const usage = trainUsage(
      [
        odometer('2015-12-31', 90_000),
        odometer('2016-01-31', 100_000),
        odometer('2016-02-29', 11_000),
        odometer('2016-03-31', 120_000),
      ],
      null,
    )
    expect(usage.slips.map(({ km }) => km)).toEqual([11_000])
    expect(between(usage, '2016-02-01', '2016-03-31').km).toBeCloseTo(20_000, 6)
    expect(between(usage, '2016-02-01', '2016-02-29').km).toBeCloseTo((20_000 * 29) / 60, 6)
  })

  test('that gained a digit are not used but reported', () => {
    const usage = trainUsage(
      [
        odometer('2015-12-31', 90_000),
        odometer('2016-01-31', 1_000_000),
        odometer('2016-02-29', 110_000),
        odometer('2016-03-31', 120_000),
      ],
      null,
    )
    expect(usage.slips.map(({ km }) => km)).toEqual([1_000_000])
  })

  test('begin anew after a reset, and the way before it stays unknown', () => {
    const usage = trainUsage(
      [
        odometer('2016-01-21', 490_000),
        odometer('2016-01-31', 500_000),
        { ...odometer('2016-02-10', 100), isReset: true },
        odometer('2016-02-20', 1100),
      ],
      null,
    )
    expect(usage.slips).toEqual([])
    expect(between(usage, '2016-02-11', '2016-02-20').km).toBeCloseTo(1000, 6)
    expect(between(usage, '2016-02-01', '2016-02-10')).toMatchObject({ km: 0, knownDays: 0 })
    expect(between(usage, '2016-01-22', '2016-01-31').km).toBeCloseTo(10_000, 6)
  })
})

describe('beyond the last reading', () => {
  const usage = trainUsage([month('2016-01-01', '2016-01-31', 31_000)], null)

  test('at most 31 days are extrapolated, marked as such and not covered', () => {
    const exposure = between(usage, '2016-01-01', '2016-03-31')
    expect(exposure.km).toBeCloseTo(62_000, 6)
    expect(exposure.extrapolatedKm).toBeCloseTo(31_000, 6)
    expect(exposure).toMatchObject({ knownDays: 31, serviceDays: 91 })
  })

  test('a week is extrapolated as a week', () => {
    expect(between(usage, '2016-02-01', '2016-02-07').extrapolatedKm).toBeCloseTo(7000, 6)
  })

  test('nothing is extrapolated where no reading exists', () => {
    expect(between(trainUsage([], null), '2016-01-01', '2016-01-31')).toMatchObject({
      km: 0,
      extrapolatedKm: 0,
      knownDays: 0,
    })
  })
})

test('the coverage of a fleet is the share of its service days that readings speak of', () => {
  const fleet = aFleet({
    trains: [
      { id: 'a', serviceDate: '2015-01-01' },
      { id: 'b', serviceDate: '2016-01-21' },
      { id: 'c', serviceDate: '2016-03-01' },
    ],
    readings: [ran('a', '2016-01-01', '2016-01-31', 31_000)],
  })
  // Train a: 31 of 31 days known; b: 0 of 11; c: not yet in service.
  expect(fleetExposure(fleet, ['a', 'b', 'c'], dayNumber('2016-01-01'), dayNumber('2016-02-01'))).toMatchObject({
    trains: 3,
    trainKm: 31_000,
    extrapolatedKm: 0,
    coverage: 31 / 42,
  })
  expect(fleetExposure(fleet, ['c'], dayNumber('2016-01-01'), dayNumber('2016-02-01')).coverage).toBeNull()
})

describe('a train taken out of service for good', () => {
  const usage = trainUsage(
    [month('2016-01-01', '2016-01-31', 31_000)],
    dayNumber('2016-01-01'),
    dayNumber('2016-02-11'),
  )

  test('is expected to run no further, so that what is known of it stays whole', () => {
    expect(between(usage, '2016-01-01', '2016-06-30')).toMatchObject({ knownDays: 31, serviceDays: 41 })
    expect(between(usage, '2016-03-01', '2016-06-30')).toMatchObject({ km: 0, serviceDays: 0 })
  })

  test('is carried on from its last reading to that day only', () => {
    expect(between(usage, '2016-02-01', '2016-02-29').extrapolatedKm).toBeCloseTo(10_000, 6)
  })
})

test('an odometer read and replaced on one day loses nothing and gains nothing', () => {
  const usage = trainUsage(
    [
      odometer('2016-01-31', 500_000),
      odometer('2016-02-10', 510_000),
      { ...odometer('2016-02-10', 0), isReset: true },
      odometer('2016-02-29', 19_000),
    ],
    null,
  )
  expect(usage.slips).toEqual([])
  expect(between(usage, '2016-02-01', '2016-02-29').km).toBeCloseTo(29_000, 6)
})
