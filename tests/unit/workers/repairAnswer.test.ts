/** Two trains of one dryer each, in service through 2016; hours counted on a clock. */
import { beforeEach, expect, test } from 'vitest'
import { dayNumber } from '../../../src/domain/moment'
import type { Handling } from '../../../src/domain/records/handling'
import { nodeAnalysis } from '../../../src/metrics/nodeAnalysis'
import { planOf } from '../../../src/metrics/plan/plan'
import { planQuestion } from '../../../src/metrics/plan/planQuestion'
import { DEFAULT_RECURRENCE } from '../../../src/metrics/recurrence'
import type { RepairHours } from '../../../src/metrics/repairHours'
import type { Scope } from '../../../src/metrics/scope'
import type { FracasDatabase } from '../../../src/store/database'
import type { EngineView } from '../../../src/workers/engineView'
import { answerRepairs } from '../../../src/workers/repairAnswer'
import { stored } from '../../support/aCaseFile'
import { freshDatabase } from '../../support/freshDatabase'
import { aFleet, columnsOf, everyRow, NODES, ran } from '../metrics/smallWorld'

const fleet = aFleet({
  nodes: NODES,
  trains: ['t1', 't2'].map((id) => ({ id, trainNo: id, vehicleType: 'A', serviceDate: '2016-01-01' })),
  readings: ['t1', 't2'].map((id) => ran(id, '2016-01-01', '2016-12-31', 366_000)),
})
const SCOPE: Scope = {
  nodeId: 'dryer',
  population: 'all',
  partBasis: 'analysed',
  vehicleTypes: [],
  depotIds: [],
  from: dayNumber('2016-01-01'),
  to: dayNumber('2017-01-01'),
}

let db: FracasDatabase
beforeEach(() => {
  db = freshDatabase()
})

/** One failure each, with what was done about it. */
async function asked(told: readonly (readonly [occurredAt: string, handlings: readonly Handling[]])[]) {
  const columns = columnsOf(told.map(([occurredAt]) => ({ occurredAt, trainId: 't1', bomNodeId: 'dryer' })))
  for (const [at, [, handlings]] of told.entries())
    for (const handling of handlings)
      await db.recordsOf('handlings').put(stored<'handlings'>({ ...handling, failureId: `f${at}` }))
  const data = { columns, live: everyRow(columns), fleet }
  return { data, answer: await answerRepairs(data as EngineView, SCOPE, db) }
}
const hoursOf = ({ repairs }: RepairHours, basis: keyof RepairHours['repairs']) =>
  repairs[basis].map(({ row, hours }) => [row, hours])

test('hours by the clock, of work and from the failure on are kept apart; what tells none is named', async () => {
  const { answer } = await asked([
    ['2016-02-01T06:00', [{ startAt: '2016-02-01T08:00', endAt: '2016-02-01T10:30' }]],
    // Two visits are one repair; a night passes.
    [
      '2016-03-01T20:00',
      [
        { startAt: '2016-03-01T22:00', endAt: '2016-03-01T23:00' },
        { startAt: '2016-03-02T23:00', endAt: '2016-03-03T01:00', diagH: 1, repairH: 3, debugH: 0.5, travelH: 9 },
      ],
    ],
    // Only the day is known: it says nothing of hours.
    ['2016-04-01', [{ startAt: '2016-04-01', endAt: '2016-04-02', repairH: 2 }]],
    ['2016-05-01T08:00', []],
    // Finished before it began.
    ['2016-06-01T08:00', [{ startAt: '2016-06-01T09:00', endAt: '2016-06-01T07:00' }]],
  ])
  expect(hoursOf(answer, 'clock')).toEqual([
    [0, 2.5],
    [1, 3],
  ])
  expect(hoursOf(answer, 'labour')).toEqual([
    [2, 2],
    [1, 4.5],
  ])
  expect(hoursOf(answer, 'down')).toEqual([
    [0, 4.5],
    [1, 29],
  ])
  expect(Array.from(answer.silent)).toEqual([3, 4])
  expect(answer.counted).toBe(5)
  expect(answer.trainHours).toBe(2 * 366 * 24)
})

test('a handling that was deleted tells nothing', async () => {
  const handling = { startAt: '2016-02-01T08:00', endAt: '2016-02-01T10:00', failureId: 'f0' }
  await db.recordsOf('handlings').put({ ...stored<'handlings'>(handling), deleted: true })
  const { answer } = await asked([['2016-02-01T06:00', []]])
  expect(hoursOf(answer, 'clock')).toEqual([])
})

test('the availability of a train is 1 ÷ (1 + failures an hour × mean hours), at the speed that is said', async () => {
  const { data, answer } = await asked(
    [2, 3, 4, 8].map((hours, at) => [
      `2016-0${at + 2}-01T00:00`,
      [{ startAt: `2016-0${at + 2}-01T08:00`, endAt: `2016-0${at + 2}-01T${String(8 + hours).padStart(2, '0')}:00` }],
    ]),
  )
  const analysis = nodeAnalysis(data, SCOPE, DEFAULT_RECURRENCE, (_, word) => word)
  const planned = (inputs: Readonly<Record<string, string>>) =>
    planOf(
      { analysis, node: null, life: null, growth: null, repairs: answer },
      planQuestion((name) => inputs[name] ?? ''),
    ).maintainability
  const shown = planned({ speed: '50' })
  if (shown?.times.status !== 'estimated') throw new Error('four repairs are enough')
  // Geometric mean of 2, 3, 4 and 8.
  expect(shown.times.median).toBeCloseTo(192 ** 0.25, 12)
  // Four failures in 732,000 train-km at 50 km/h.
  expect(shown.inherent?.availability).toBeCloseTo(1 / (1 + (4 / 14_640) * shown.times.mean), 12)
  expect(shown.inherent?.lower).toBeLessThan(shown.inherent?.availability ?? 0)
  expect(shown.operational).toBeNull()
  const down = planned({ phours: 'down' })
  if (down?.times.status !== 'estimated') throw new Error('four ends are enough')
  expect(down.operational?.availability).toBeCloseTo(1 / (1 + (4 / 17_568) * down.times.mean), 12)
})
