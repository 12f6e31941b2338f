/** Several causes at once, on fleets whose truth is known. */
import { expect, test } from 'vitest'
import { seededRandom } from '../../../fixtures/demo/seededRandom'
import { dateOfDay, dayNumber } from '../../../src/domain/moment'
import type { Cause } from '../../../src/metrics/compare/causesQuestion'
import { NO_ITEMS } from '../../../src/metrics/compare/nodeComparison'
import { severalCauses, type SeveralCauses } from '../../../src/metrics/compare/severalCauses'
import type { FieldData } from '../../../src/metrics/fieldData'
import { aFleet, columnsOf, everyRow, ran, type Row } from './smallWorld'

const START = dayNumber('2018-01-01')
const DAYS = 4 * 365

interface World {
  readonly trains: number
  readonly depotOf: (train: number) => string
  readonly lineOf?: (train: number) => string
  readonly kmADay?: (train: number) => number
  /** Failures per day of a train. */
  readonly rate: (train: number, month: number) => number
}

/** One part a train, replaced when it fails. */
function simulated({ trains, depotOf, lineOf, kmADay = () => 300, rate }: World, seed: number) {
  const { next } = seededRandom(seed)
  const rows: Row[] = []
  let serial = 0
  for (let train = 0; train < trains; train += 1)
    for (let day = 1; day < DAYS; day += 1) {
      const occurredAt = dateOfDay(START + day)
      if (next() >= rate(train, Number(occurredAt.slice(5, 7)))) continue
      serial += 1
      rows.push({
        trainId: `t${train}`,
        occurredAt,
        bomNodeId: 'valve',
        method: 'SWAP_NEW',
        removedSerial: `S${train}-${serial - 1}`,
        installedSerial: `S${train}-${serial}`,
      })
    }
  const columns = columnsOf(rows)
  const ids = Array.from({ length: trains }, (_, train) => train)
  const fleet = aFleet({
    nodes: [{ id: 'valve', name: '阀', partNo: 'V', qty: 1, order: 1 }],
    trains: ids.map((train) => ({
      id: `t${train}`,
      trainNo: `${train}`,
      vehicleType: 'T1',
      depotId: depotOf(train),
      ...(lineOf === undefined ? {} : { lineId: lineOf(train) }),
      serviceDate: dateOfDay(START),
    })),
    readings: ids.map((train) => ran(`t${train}`, dateOfDay(START), dateOfDay(START + DAYS - 1), DAYS * kmADay(train))),
  })
  return { columns, live: everyRow(columns), fleet }
}

function asked(data: FieldData, causes: readonly Cause[], isUsual = false) {
  const scope = {
    nodeId: 'valve',
    population: 'all' as const,
    partBasis: 'analysed' as const,
    vehicleTypes: [],
    depotIds: [],
    from: START,
    to: START + DAYS,
  }
  return severalCauses(data, scope, { causes, isUsual, measure: 'days' }, (_, word) => word, NO_ITEMS)
}
function fitted(data: FieldData, causes: readonly Cause[]): SeveralCauses {
  const found = asked(data, causes)
  if (found.status !== 'fitted') throw new Error(found.reason)
  return found
}
const hazardOf = (found: SeveralCauses, cause: Cause, word: string) =>
  found.causes.find((one) => one.cause === cause)?.levels.find((level) => level.word === word)?.effect?.hazard

test('a depot that only seems worse because its trains run further is not blamed for it', () => {
  // The rate per day follows distance alone; depot B has the trains that run twice as far.
  const world: World = {
    trains: 60,
    depotOf: (train) => (train % 3 === 0 ? 'A' : 'B'),
    kmADay: (train) => (train % 3 === 0 ? 200 : 300 + 50 * (train % 5)),
    rate: (train) => (train % 3 === 0 ? 200 : 300 + 50 * (train % 5)) / 100_000,
  }
  const data = simulated(world, 11)
  const alone = hazardOf(fitted(data, ['depotId']), 'depotId', 'A')
  expect(alone?.upper).toBeLessThan(0.75)
  const together = fitted(data, ['depotId', 'kmPerDay'])
  const beside = hazardOf(together, 'depotId', 'A')
  expect(beside?.lower).toBeLessThan(1)
  expect(beside?.upper).toBeGreaterThan(1)
  expect(hazardOf(together, 'kmPerDay', '')?.lower).toBeGreaterThan(1)
})

test('winter that doubles the rate is seen, and lives are cut where the season changes', () => {
  const world: World = {
    trains: 40,
    depotOf: () => 'A',
    rate: (_, month) => (month === 12 || month <= 2 ? 0.006 : 0.003),
  }
  const found = fitted(simulated(world, 5), ['season'])
  const winter = found.causes[0]?.levels.find(({ word }) => word === 'winter')
  // It has most failures, so the others are told against it.
  expect(winter?.isReference).toBe(true)
  const summer = hazardOf(found, 'season', 'summer')
  expect(summer?.lower).toBeLessThan(0.5)
  expect(summer?.upper).toBeGreaterThan(0.5)
  expect(summer?.upper).toBeLessThan(0.8)
  expect(found.causes[0]?.levels.reduce((sum, { failed }) => sum + failed.length, 0)).toBe(found.failed)
})

test('a level without failures has no ratio and changes none of the others', () => {
  const rate = (train: number): number => (train % 4 === 3 ? 0 : train % 4 === 2 ? 0.004 : 0.002)
  const withNone = simulated({ trains: 40, depotOf: (train) => 'ABCD'[train % 4] ?? '', rate }, 3)
  const found = fitted(withNone, ['depotId'])
  const none = found.causes[0]?.levels.find(({ word }) => word === 'D')
  expect(none?.effect).toBeNull()
  expect(none?.isReference).toBe(false)
  expect(none?.parts).toBe(10)
  expect(found.coefficients).toBe(2)
})

test('causes that always come together, or that nothing tells apart, are refused with the reason', () => {
  const world: World = {
    trains: 20,
    depotOf: (train) => (train % 2 === 0 ? 'A' : 'B'),
    lineOf: (train) => (train % 2 === 0 ? 'L1' : 'L2'),
    rate: () => 0.004,
  }
  const data = simulated(world, 7)
  expect(asked(data, ['depotId', 'lineId'])).toMatchObject({ reason: 'causes-not-separable' })
  expect(asked(data, ['depotId', 'vehicleType'])).toMatchObject({
    reason: 'group-not-recorded',
    unrecorded: ['vehicleType'],
  })
  // What no train carries does not make the other causes unknown.
  expect(asked(data, ['depotId', 'season', 'projectNo'])).toMatchObject({ unrecorded: ['projectNo'] })
  expect(fitted(data, ['depotId']).coefficients).toBe(1)
})

test('of causes nobody chose, those that nothing tells apart are left out instead of refused', () => {
  const data = simulated({ trains: 20, depotOf: () => 'A', rate: () => 0.004 }, 13)
  const found = asked(data, ['depotId', 'season', 'kmPerDay'], true)
  expect(found.status === 'fitted' ? found.causes.map(({ cause }) => cause) : found.reason).toEqual(['season'])
  expect(asked(data, ['depotId', 'kmPerDay'], true)).toMatchObject({
    reason: 'group-not-recorded',
    unrecorded: ['depotId', 'kmPerDay'],
  })
})

test('parts of which one cause is not on record stand beside, with their failures', () => {
  const data = simulated({ trains: 20, depotOf: (train) => ['A', 'B', ''][train % 3] ?? '', rate: () => 0.004 }, 9)
  const found = fitted(data, ['depotId'])
  expect(found.leftOut.length).toBeGreaterThan(10)
  expect(found.leftOut.length + found.failed).toBe(data.live.length)
})
