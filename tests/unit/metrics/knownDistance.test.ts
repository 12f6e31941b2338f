/** A rate divides failures by the distance of the same days; a trend is told over what the fleet has run. */
import { expect, test } from 'vitest'
import { dayNumber } from '../../../src/domain/moment'
import { isRateInDoubt, withKnownDistance } from '../../../src/metrics/distanceKnown'
import { actionEffect } from '../../../src/metrics/actionEffect'
import { fleetExposure, type Scope } from '../../../src/metrics/scope'
import { nodeAnalysis } from '../../../src/metrics/nodeAnalysis'
import { metTarget } from '../../../src/metrics/metTarget'
import { mtbfOf, nodeFigures } from '../../../src/metrics/nodeFigures'
import { nodeGrowth } from '../../../src/metrics/nodeLife'
import { DEFAULT_RECURRENCE } from '../../../src/metrics/recurrence'
import { aFleet, columnsOf, everyRow, NODES, ran, type Row } from './smallWorld'

const TRAINS = [
  { id: 't1', trainNo: '1', vehicleType: 'A' },
  { id: 't2', trainNo: '2', vehicleType: 'A' },
]
const SCOPE: Scope = {
  nodeId: 'dryer',
  population: 'all',
  partBasis: 'analysed',
  vehicleTypes: [],
  depotIds: [],
  from: dayNumber('2016-01-01'),
  to: dayNumber('2017-01-01'),
}
const at = (trainId: string, occurredAt: string): Row => ({ trainId, occurredAt, bomNodeId: 'dryer' })

/** The second train has no sheet for the second half of the year. */
function halfKnown(rows: readonly Row[]) {
  const columns = columnsOf(rows)
  const fleet = aFleet({
    nodes: NODES,
    trains: TRAINS,
    readings: [ran('t1', '2016-01-01', '2016-12-31', 366_000), ran('t2', '2016-01-01', '2016-06-30', 182_000)],
  })
  return { columns, live: everyRow(columns), fleet }
}

test('a failure on a day without known distance is counted beside the rate, with its row', () => {
  const data = halfKnown([
    at('t1', '2016-03-01'),
    at('t2', '2016-04-01'),
    at('t1', '2016-09-01'),
    // Within a month after the last sheet distance is carried on; later nobody knows it.
    at('t2', '2016-07-10'),
    at('t2', '2016-10-01'),
    // Of a train nobody knows, which distance is its own cannot be said.
    { occurredAt: '2016-10-02', bomNodeId: 'dryer' },
  ])
  const analysis = nodeAnalysis(data, SCOPE, DEFAULT_RECURRENCE, (_, word) => word)
  expect(Array.from(analysis.counted)).toEqual([0, 1, 2, 3, 4, 5])
  expect(Array.from(analysis.rated)).toEqual([0, 1, 2, 3, 5])
  expect(Array.from(analysis.withoutDistance)).toEqual([4])
  expect(analysis.mtbf).toMatchObject({ status: 'estimated', failures: 5 })
  expect(analysis.trend.months.flatMap(({ rows }) => Array.from(rows))).not.toContain(4)
  const growth = nodeGrowth(data, SCOPE)
  expect([growth.events.length, Array.from(growth.leftOut)]).toEqual([5, [4]])
  const exposure = fleetExposure(data.fleet, ['t1', 't2'], SCOPE.from ?? 0, SCOPE.to ?? 0)
  const dryer = nodeFigures(data, everyRow(data.columns), exposure, 'analysed').nodes.find(
    ({ nodeId }) => nodeId === 'dryer',
  )
  expect([dryer?.failures, dryer?.rated, dryer?.mtbf.status === 'estimated' && dryer.mtbf.failures]).toEqual([6, 5, 5])
})

test('of a failure dated to the month any day of it may be the day', () => {
  const columns = columnsOf([at('t1', '2016-03'), at('t1', '2016-02')])
  const fleet = aFleet({ nodes: NODES, trains: TRAINS, readings: [ran('t1', '2016-03-17', '2016-12-31', 290_000)] })
  expect(Array.from(withKnownDistance({ columns, fleet }, everyRow(columns)))).toEqual([0])
})

test('months without a sheet before an action do not make it look effective', () => {
  const data = halfKnown([
    at('t1', '2016-02-01'),
    at('t2', '2016-02-02'),
    at('t2', '2016-10-01'),
    at('t2', '2016-11-01'),
    at('t1', '2016-11-02'),
  ])
  const effect = actionEffect(data, {
    nodeId: 'dryer',
    symptomCode: '',
    effectiveDay: dayNumber('2016-08-15'),
    trainNos: [],
    items: null,
  })
  expect([Array.from(effect.before.rows), Array.from(effect.after.rows)]).toEqual([[0, 1], [4]])
  expect(Array.from(effect.after.withoutDistance)).toEqual([2, 3])
})

test('a fleet that grows and fails at a constant rate per kilometre has no trend', () => {
  // From a train a month to twelve, each with a failure every 5,000 km: the calendar sees ever more failures.
  const trains = Array.from({ length: 12 }, (_, k) => ({ id: `g${k}`, trainNo: `${k}`, vehicleType: 'A' }))
  const readings = trains.map(({ id }, k) => {
    const from = `2016-${String(k + 1).padStart(2, '0')}-01`
    return ran(id, from, '2016-12-31', (SCOPE.to ?? 0) * 500 - dayNumber(from) * 500)
  })
  const rows = trains.flatMap(({ id }, k) =>
    Array.from({ length: 37 - 3 * k }, (_, i) => {
      const day = new Date(Date.UTC(2016, k, 4 + 10 * i))
      return day.getUTCFullYear() === 2016 ? [at(id, day.toISOString().slice(0, 10))] : []
    }).flat(),
  )
  const columns = columnsOf(rows)
  const data = { columns, live: everyRow(columns), fleet: aFleet({ nodes: NODES, trains, readings }) }
  const analysis = nodeAnalysis(data, SCOPE, DEFAULT_RECURRENCE, (_, word) => word)
  expect(analysis.clock).toBe('km')
  if (analysis.laplace.status !== 'estimated') throw new Error('no trend test')
  expect(analysis.laplace.used).toBeGreaterThan(150)
  expect(analysis.laplace.pTwoSided).toBeGreaterThan(0.2)
  const growth = nodeGrowth(data, SCOPE)
  expect(growth.laplace).toMatchObject({ u: expect.closeTo(analysis.laplace.u, 9) as number })
})

test('without any distance the trend is told by the calendar, and says so', () => {
  const columns = columnsOf([at('t1', '2016-03-01'), at('t1', '2016-09-01')])
  const data = { columns, live: everyRow(columns), fleet: aFleet({ nodes: NODES, trains: TRAINS }) }
  const analysis = nodeAnalysis(data, SCOPE, DEFAULT_RECURRENCE, (_, word) => word)
  expect([analysis.clock, analysis.laplace.status, analysis.rated.length]).toEqual(['days', 'estimated', 2])
})

test('a rate is in doubt where failures without a train may weigh more than chance, not at a fixed coverage', () => {
  const columns = columnsOf(
    Array.from({ length: 100 }, (_, k) => (k < 20 ? { occurredAt: '2016-03-01' } : at('t1', '2016-03-01'))),
  )
  expect(isRateInDoubt({ columns }, everyRow(columns), 0.9)).toBe(false)
  expect(isRateInDoubt({ columns }, everyRow(columns), 0.5)).toBe(true)
  expect(isRateInDoubt({ columns }, everyRow(columns).slice(20), 0.5)).toBe(false)
})

test('a target is met at one confidence, with failures and without', () => {
  const at3 = mtbfOf(0, 2.9)
  expect([metTarget(at3, 1), metTarget(mtbfOf(0, 3.01), 1)]).toEqual(['open', 'met'])
  // The upper bound of five failures is the exposure over 1.970, that of one over 0.0513 (χ²(0.05; 2n) / 2).
  const judged = [mtbfOf(1, 4.7), mtbfOf(1, 4.8), mtbfOf(1, 0.5), mtbfOf(5, 1.96), mtbfOf(5, 1.98)]
  expect(judged.map((estimate) => metTarget(estimate, 1))).toEqual(['point', 'met', 'open', 'not-met', 'open'])
  // Failures in clusters: what only the wider bounds of the rate allow is neither met nor excluded.
  const wide = { lower: 0.2, upper: 1.2 }
  expect(metTarget(mtbfOf(1, 4.8), 1, 0.95, wide)).toBe('point')
  expect(metTarget(mtbfOf(5, 1.96), 1, 0.95, wide)).toBe('open')
})
