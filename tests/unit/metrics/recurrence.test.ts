import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { recurrence, type RecurrenceQuestion } from '../../../src/metrics/recurrence'
import { repeatFailures } from '../../../src/reliability/repeatFailures'
import { dateOfDay } from '../../../src/domain/moment'
import { aFleet, columnsOf, everyRow, ran, type Row } from './smallWorld'

/** 100 km a day, all through 2016. */
const FLEET = aFleet({ readings: [ran('t1', '2016-01-01', '2016-12-31', 36_600)] })
const at = (occurredAt: string, row: Row = {}): Row => ({ trainId: 't1', bomNodeId: 'relay', occurredAt, ...row })

function asked(rows: readonly Row[], question: Partial<RecurrenceQuestion>, fleet = FLEET) {
  const columns = columnsOf(rows)
  const answer = recurrence(
    columns,
    everyRow(columns),
    fleet,
    { days: 30, km: 0, sameSymptom: false, ...question },
    'analysed',
  )
  if (answer.status !== 'estimated') throw new Error(answer.reason)
  return answer
}

describe('a failure came back', () => {
  test('when the same part of the same train failed again within the days, the last day included', () => {
    expect(asked([at('2016-01-01'), at('2016-01-31')], {}).repeatRows).toEqual([1])
    expect(asked([at('2016-01-01'), at('2016-02-01')], {}).repeatRows).toEqual([])
  })

  test('counted from the failure just before, not from the first', () => {
    expect(asked([at('2016-01-01'), at('2016-01-21'), at('2016-02-10')], {})).toMatchObject({
      repeatRows: [1, 2],
      share: 2 / 3,
      medianDays: 20,
    })
  })

  test('or within the kilometres, where readings cover the whole way', () => {
    // 60 days are 6,000 km.
    const rows = [at('2016-03-01'), at('2016-04-30')]
    expect(asked(rows, { km: 6000 }).repeats).toMatchObject([{ days: 60, within: 'km' }])
    expect(asked(rows, { km: 5900 }).repeats).toEqual([])
  })

  test('but not by kilometres nobody has read', () => {
    const gap = aFleet({
      readings: [ran('t1', '2016-01-01', '2016-03-31', 9100), ran('t1', '2016-05-01', '2016-12-31', 24_500)],
    })
    expect(asked([at('2016-03-01'), at('2016-05-10')], { km: 30_000 }, gap).repeats).toEqual([])
    expect(asked([at('2016-03-25'), at('2016-04-10')], { km: 30_000 }, gap).repeats).toMatchObject([{ days: 16 }])
  })

  test('not on another train and not on another part', () => {
    expect(
      asked([at('2016-01-01'), at('2016-01-05', { trainId: 't2' }), at('2016-01-06', { bomNodeId: 'dryer' })], {})
        .repeatRows,
    ).toEqual([])
  })

  test('with another symptom only where the symptom need not be the same', () => {
    const rows = [
      at('2016-01-01', { symptomCode: 'NOREL' }),
      at('2016-01-10', { symptomCode: 'LOWP' }),
      at('2016-01-20', { symptomCode: 'NOREL' }),
    ]
    expect(asked(rows, {}).repeatRows).toEqual([1, 2])
    expect(asked(rows, { sameSymptom: true }).repeatRows).toEqual([2])
    expect(asked(rows, { sameSymptom: true }).repeats).toMatchObject([{ days: 19 }])
  })
})

test('a failure without a train or a part is not compared, and said to be so', () => {
  expect(
    asked([at('2016-01-01'), at('2016-01-02', { trainId: '' }), at('2016-01-03', { bomNodeId: '' })], {}),
  ).toMatchObject({ comparable: 1, notComparable: 2, share: 0, medianDays: null, pairs: [] })
})

test('pairs of train and part are listed worst first, with all their failures in time order', () => {
  const rows = [
    at('2016-03-05'),
    at('2016-03-01'),
    at('2016-05-01', { trainId: 't2' }),
    at('2016-05-02', { trainId: 't2' }),
    at('2016-05-03', { trainId: 't2' }),
    at('2016-09-01'),
  ]
  expect(asked(rows, {}).pairs.map((pair) => ({ ...pair, rows: Array.from(pair.rows) }))).toEqual([
    { trainId: 't2', nodeId: 'relay', rows: [2, 3, 4], repeats: 2 },
    { trainId: 't1', nodeId: 'relay', rows: [1, 0, 5], repeats: 1 },
  ])
})

test('nothing can be said where nothing failed', () => {
  const columns = columnsOf([])
  expect(recurrence(columns, everyRow(columns), FLEET, { days: 30, km: 0, sameSymptom: false }, 'analysed')).toEqual({
    status: 'not-estimable',
    reason: 'no-failures',
  })
})

test('whatever the rows, the repeats are those of all failures compared one by one', () => {
  // 100 km a day from 2016-01-01, day 16,801.
  const row = fc.record({
    day: fc.integer({ min: 16_801, max: 17_100 }),
    trainId: fc.constantFrom('t1', 't2'),
    bomNodeId: fc.constantFrom('relay', 'dryer'),
    symptomCode: fc.constantFrom('NOREL', 'LOWP'),
  })
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 40 }),
      fc.integer({ min: 0, max: 40 }),
      fc.integer({ min: 0, max: 6000 }),
      fc.boolean(),
      (rows, days, km, sameSymptom) => {
        const mine = asked(
          rows.map(({ day, ...row }) => ({ ...row, occurredAt: dateOfDay(day) })),
          { days, km, sameSymptom },
        )
        const all = repeatFailures(
          rows.map(({ day, trainId, bomNodeId, symptomCode }, at) => ({
            id: String(at),
            asset: trainId,
            key: sameSymptom ? `${bomNodeId} ${symptomCode}` : bomNodeId,
            day,
            km: trainId === 't1' ? (day - 16_801) * 100 : null,
          })),
          { days, km },
        )
        if (all.status !== 'estimated') throw new Error(all.reason)
        // Running sums of kilometres carry rounding; whole days decide here.
        expect(mine.repeats.map(({ id, previousId, days }) => [id, previousId, days])).toEqual(
          all.repeats.map(({ id, previousId, days }) => [id, previousId, days]),
        )
      },
    ),
    { seed: 9, numRuns: 300 },
  )
})
