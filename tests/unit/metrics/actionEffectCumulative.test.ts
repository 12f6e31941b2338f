import { expect, test } from 'vitest'
import { dayNumber } from '../../../src/domain/moment'
import { actionEffect } from '../../../src/metrics/actionEffect'
import { aFleet, columnsOf, everyRow, NODES, ran } from './smallWorld'

test('failures add up over the distance of both sides, and the action stands where the distance before it ends', () => {
  const fleet = aFleet({
    nodes: NODES,
    trains: [{ id: 't1', trainNo: '1', vehicleType: 'A' }],
    readings: [ran('t1', '2015-01-01', '2016-12-31', 731_000)],
  })
  const columns = columnsOf(
    ['2015-01-01', '2015-03-01', '2015-03-01', '2016-02-01', '2016-12-31'].map((occurredAt) => ({
      occurredAt,
      bomNodeId: 'dryer',
      trainId: 't1',
    })),
  )
  const { cumulative, before, after } = actionEffect(
    { columns, live: everyRow(columns), fleet },
    {
      nodeId: 'dryer',
      symptomCode: '',
      effectiveDay: dayNumber('2016-01-01'),
      trainNos: [],
      items: null,
    },
  )
  // One dryer a train and 1,000 km a day: a failure stands in the middle of its day.
  expect(cumulative.map(({ failures, exposureKm }) => [failures, Math.round(exposureKm)])).toEqual([
    [1, 500],
    [3, 59_500],
    [4, 396_500],
    [5, 730_500],
  ])
  expect([before.partKm, before.partKm + after.partKm].map(Math.round)).toEqual([365_000, 731_000])
})

test('a burst of failures just before an action is no trend to be carried on: the verdict goes by the plain ratio', () => {
  const fleet = aFleet({
    nodes: NODES,
    trains: [{ id: 't1', trainNo: '1', vehicleType: 'A' }],
    readings: [ran('t1', '2014-01-01', '2016-12-31', 1_096_000)],
  })
  const burst = ['2015-10-02', '2015-10-20', '2015-11-05', '2015-11-19', '2015-12-02', '2015-12-15', '2015-12-28']
  const columns = columnsOf(
    [...burst, '2016-08-01'].map((occurredAt) => ({ occurredAt, bomNodeId: 'dryer', trainId: 't1' })),
  )
  const { adjusted, verdict } = actionEffect(
    { columns, live: everyRow(columns), fleet },
    { nodeId: 'dryer', symptomCode: '', effectiveDay: dayNumber('2016-01-01'), trainNos: [], items: null },
  )
  expect(adjusted).toBeNull()
  expect(verdict.status === 'estimated' && verdict.ratio.ratio).toBeGreaterThan(0.01)
})
