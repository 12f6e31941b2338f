import { describe, expect, test } from 'vitest'
import { dateOfDay, dayNumber } from '../../../src/domain/moment'
import { recordedPeriod, rowsOutside, unrecordedDistance } from '../../../src/metrics/recordedPeriod'
import type { Scope } from '../../../src/metrics/scope'
import { aFleet, columnsOf, everyRow, ran, type Row } from './smallWorld'

// 100 km a day from 2013 on; the last reading is from the end of 2016.
const FLEET = aFleet({
  trains: [
    { id: 't1', trainNo: '2641', vehicleType: 'CRH380A', depotId: 'd1' },
    { id: 't2', trainNo: '5001', vehicleType: 'CRH5G', depotId: 'd2' },
  ],
  readings: [ran('t1', '2013-01-01', '2016-12-31', 146_100)],
})
const ALL: Scope = { population: 'all', vehicleTypes: [], depotIds: [], partBasis: 'analysed' }

function asked(rows: readonly Row[], scope: Partial<Scope> = {}) {
  const columns = columnsOf(rows)
  const whole = { ...ALL, ...scope }
  const period = recordedPeriod({ columns, live: everyRow(columns), fleet: FLEET }, whole)
  return {
    dates: [dateOfDay(period.from), dateOfDay(period.to)],
    outside: Array.from(rowsOutside({ columns, live: everyRow(columns), fleet: FLEET }, whole, period)),
    left: unrecordedDistance(FLEET, whole, period).map(({ from, to, trainKm }) => [
      dateOfDay(from),
      dateOfDay(to),
      Math.round(trainKm),
    ]),
  }
}

describe('a period left open', () => {
  const rows: readonly Row[] = [
    { occurredAt: '2014-02-20', trainId: 't1' },
    { occurredAt: '2016-05-03', trainId: 't1' },
  ]

  test('covers the months in which failures are on record, and says which distance that leaves out', () => {
    expect(asked(rows)).toEqual({
      outside: [],
      dates: ['2014-02-01', '2016-06-01'],
      left: [
        ['2013-01-01', '2014-02-01', 39_600],
        ['2016-06-01', '2017-01-01', 21_400],
      ],
    })
  })

  test('names the failures from before and after distance is on record, which no rate can take in', () => {
    const early: readonly Row[] = [
      { occurredAt: '2011-04-01', trainId: 't1' },
      ...rows,
      { occurredAt: '2017-02-02', trainId: 't1' },
    ]
    expect(asked(early)).toEqual({ outside: [0, 3], dates: ['2013-01-01', '2017-01-01'], left: [] })
    expect(asked(early, { from: dayNumber('2011-01-01') }).outside).toEqual([3])
    expect(asked(early, { from: dayNumber('2011-01-01'), to: dayNumber('2017-03-01') }).outside).toEqual([])
  })

  test('keeps the end that was chosen as it was chosen, and leaves nothing out there', () => {
    expect(asked(rows, { from: dayNumber('2013-06-01') })).toEqual({
      outside: [],
      dates: ['2013-06-01', '2016-06-01'],
      left: [['2016-06-01', '2017-01-01', 21_400]],
    })
    expect(asked(rows, { from: dayNumber('2013-06-01'), to: dayNumber('2013-09-01') })).toEqual({
      outside: [],
      dates: ['2013-06-01', '2013-09-01'],
      left: [],
    })
  })

  test('goes by failures of the chosen types of train, not by those of one depot', () => {
    const both: readonly Row[] = [{ occurredAt: '2013-03-09', trainId: 't2' }, ...rows]
    expect(asked(both, { vehicleTypes: ['CRH380A'] }).dates).toEqual(['2014-02-01', '2016-06-01'])
    expect(asked(both, { depotIds: ['d1'] }).dates).toEqual(['2013-03-01', '2016-06-01'])
  })

  test('is that of the distance where no failure is on record, or only in other years', () => {
    expect(asked([])).toEqual({ outside: [], dates: ['2013-01-01', '2017-01-01'], left: [] })
    expect(asked([{ occurredAt: '2019-05-05', trainId: 't1' }])).toEqual({
      outside: [0],
      dates: ['2013-01-01', '2017-01-01'],
      left: [],
    })
  })

  test('is that of the failures where no distance is known', () => {
    const columns = columnsOf([{ occurredAt: '2019-05-05' }, { occurredAt: '2019-07-31' }])
    const { from, to } = recordedPeriod({ columns, live: everyRow(columns), fleet: aFleet() }, ALL)
    expect([dateOfDay(from), dateOfDay(to)]).toEqual(['2019-05-05', '2019-08-01'])
  })
})
