/** Who leads a ranking: not the train with two failures over a short distance, but the one that shows it. */
import { expect, test } from 'vitest'
import { dayNumber } from '../../../src/domain/moment'
import { nodeAnalysis } from '../../../src/metrics/nodeAnalysis'
import { DEFAULT_RECURRENCE } from '../../../src/metrics/recurrence'
import { aFleet, columnsOf, everyRow, NODES, ran, type Row } from './smallWorld'

const TRAINS = Array.from({ length: 12 }, (_, k) => `t${k}`)
/** The last train ran a tenth of the distance of the others. */
const KM = (id: string): number => (id === 't11' ? 30_000 : 300_000)

function ranked(failures: Readonly<Record<string, number>>) {
  const rows = Object.entries(failures).flatMap(([trainId, count]) =>
    Array.from({ length: count }, (_, at): Row => ({
      trainId,
      bomNodeId: 'dryer',
      occurredAt: `2016-${String((at % 12) + 1).padStart(2, '0')}-11`,
    })),
  )
  const columns = columnsOf(rows)
  const fleet = aFleet({
    nodes: NODES,
    trains: TRAINS.map((id, k) => ({
      id,
      trainNo: id,
      vehicleType: k < 6 ? 'A' : 'B',
      depotId: k < 6 ? 'north' : 'south',
    })),
    readings: TRAINS.map((id) => ran(id, '2016-01-01', '2016-12-31', KM(id))),
  })
  const scope = {
    nodeId: 'dryer',
    population: 'all' as const,
    partBasis: 'analysed' as const,
    vehicleTypes: [],
    depotIds: [],
    from: dayNumber('2016-01-01'),
    to: dayNumber('2017-01-01'),
  }
  return nodeAnalysis({ columns, live: everyRow(columns), fleet }, scope, DEFAULT_RECURRENCE, (_, word) => word)
    .rankings
}

const COUNTS = { t0: 24, t1: 2, t2: 1, t3: 3, t4: 0, t5: 2, t6: 9, t7: 1, t8: 0, t9: 4, t10: 2, t11: 2 }

test('a train with two failures over little distance does not lead, though its own rate is near the highest', () => {
  const { groups, isSpread } = ranked(COUNTS).trainId
  expect(isSpread).toBe(true)
  const own = groups.toSorted((a, b) => b.rate - a.rate).map(({ word }) => word)
  expect(own.slice(0, 2)).toEqual(['t0', 't11'])
  expect(groups[0]?.word).toBe('t0')
  const [lead, short] = [groups.find(({ word }) => word === 't0'), groups.find(({ word }) => word === 't11')]
  // What t0 shows is left nearly whole, what t11 shows is drawn far to the mean.
  expect((lead?.shrunk.rate ?? 0) / (lead?.rate ?? 1)).toBeGreaterThan(0.85)
  expect((short?.shrunk.rate ?? 0) / (short?.rate ?? 1)).toBeLessThan(0.7)
  expect((short?.shrunk.upper ?? 0) / (short?.shrunk.lower ?? 1)).toBeGreaterThan(4)
})

test('what differs from the others is corrected for looking at twelve at once; failures count for the home depot', () => {
  const { trainId, depotId, vehicleType } = ranked(COUNTS)
  expect(trainId.groups.filter(({ adjustedP }) => adjustedP <= 0.1).map(({ word }) => word)).toContain('t0')
  expect(trainId.groups.find(({ word }) => word === 't9')?.adjustedP).toBeGreaterThan(0.1)
  expect(depotId.groups.map(({ word, rows }) => [word, rows.length])).toEqual([
    ['north', 32],
    ['south', 18],
  ])
  expect(vehicleType.groups[0]?.ratio?.ratio).toBeCloseTo(32 / 1_800_000 / (18 / 1_530_000), 10)
})

test('trains that scatter no more than chance lets them share one rate, and none is called different', () => {
  const { groups, isSpread } = ranked(Object.fromEntries(TRAINS.map((id) => [id, id === 't11' ? 0 : 3]))).trainId
  expect(isSpread).toBe(false)
  expect(new Set(groups.map(({ shrunk }) => shrunk.rate)).size).toBe(1)
  expect(groups.every(({ adjustedP }) => adjustedP > 0.1)).toBe(true)
})
