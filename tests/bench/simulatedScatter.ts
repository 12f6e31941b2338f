/** Fleets whose failures are not independent at one rate: clusters, trains that differ; and fleets that only seem so by chance. */
import { seededRandom, type SeededRandom } from '../../fixtures/demo/seededRandom'
import type { NodeAnalysis } from '../../src/metrics/nodeAnalysis'
import { FALSE_FINDINGS } from '../../src/metrics/rateRanking'
import { analysed, fleetFrom, MONTHS, MONTH_DAYS, rateOf, START, type OneFailure } from './simulatedWorld'
import type { SimulatedRow } from './simulatedRow'

type Scatter = (train: number, random: SeededRandom) => readonly number[]

const DAYS = MONTHS * MONTH_DAYS
const anyDay = ({ next }: SeededRandom): number => START + Math.floor(next() * DAYS)

/** Days on which one train fails. */
const alike =
  (perTrain: number): Scatter =>
  (_, random) =>
    Array.from({ length: random.poisson(perTrain) }, () => anyDay(random))

/** Each train has its own rate, by a gamma law of shape 1. */
const unlike =
  (perTrain: number): Scatter =>
  (_, random) =>
    Array.from({ length: random.poisson(-Math.log(1 - random.next()) * perTrain) }, () => anyDay(random))

/** A fix does not hold in 35 of 100: another failure follows within ten days. */
const badlyFixed =
  (perTrain: number): Scatter =>
  (_, random) =>
    Array.from({ length: random.poisson(perTrain * 0.65) }, () => anyDay(random)).flatMap((day) => {
      const days = [day]
      for (let last = day; random.next() < 0.35;) {
        last += 1 + Math.floor(random.next() * 10)
        days.push(Math.min(last, START + DAYS - 1))
      }
      return days
    })

function scattered(scatter: Scatter, trains: number, seed: number): NodeAnalysis {
  const random = seededRandom(seed * 104729 + 7)
  const failures = Array.from({ length: trains }, (_, train) =>
    scatter(train, random).map((day): OneFailure => ({ train, day })),
  ).flat()
  return analysed(fleetFrom(trains, failures))
}

/** The interval a reader is to go by: the robust one where it stands beside Poisson's. */
const holds =
  (scatter: Scatter, trains: number, perTrain: number) =>
  (seed: number): boolean | null => {
    const { mtbf, scatter: found } = scattered(scatter, trains, seed)
    if (mtbf.status !== 'estimated' || mtbf.failures < 5) return null
    const rate = rateOf(perTrain)
    return found?.isBeyondChance === true
      ? found.lower <= rate && rate <= found.upper
      : (mtbf.rateLower ?? 0) <= rate && rate <= mtbf.rateUpper
  }

const speaks =
  (scatter: Scatter, trains: number) =>
  (seed: number): boolean | null =>
    scattered(scatter, trains, seed).scatter?.isBeyondChance ?? null

const bounds = (name: string, scatter: Scatter, trains: number, perTrain: number): SimulatedRow => ({
  name: `rate holds, ${name}`,
  promise: '90 %',
  within: [0.8, 1],
  once: holds(scatter, trains, perTrain),
})

/** Any train called different from the others. */
const namesTrain =
  (scatter: Scatter, trains: number) =>
  (seed: number): boolean =>
    scattered(scatter, trains, seed).rankings.trainId.groups.some(({ adjustedP }) => adjustedP <= FALSE_FINDINGS)

/** Does the shrunken interval of a train hold its own rate? One train of each fleet is looked at. */
const shrunkHolds = (seed: number): boolean | null => {
  const { next } = seededRandom(seed * 86028121)
  const own = Array.from({ length: 40 }, () => -Math.log(1 - next()) * 2)
  const { rankings } = scattered((train, random) => alike(own[train] ?? 0)(train, random), 40, seed)
  const { groups, isSpread } = rankings.trainId
  const of = groups.find(({ word }) => word === 't7')
  const rate = rateOf(own[7] ?? 0)
  return of === undefined || !isSpread ? null : of.shrunk.lower <= rate && rate <= of.shrunk.upper
}

export const SIMULATED_SCATTER: readonly SimulatedRow[] = [
  {
    name: 'some train called different, one rate, 40 trains, 300 failures',
    promise: '10 %',
    within: [0, 0.2],
    once: namesTrain(alike(7.5), 40),
  },
  {
    name: 'some train called different, one rate, 40 trains, 40 failures',
    promise: '10 %',
    within: [0, 0.2],
    once: namesTrain(alike(1), 40),
  },
  {
    name: 'shrunken rate of a train holds, trains differ (gamma 1), 80 failures',
    promise: '90 %',
    within: [0.8, 1],
    once: shrunkHolds,
  },
  bounds('one rate', alike(7.5), 40, 7.5),
  bounds('trains differ (gamma 1), 300 failures', unlike(7.5), 40, 7.5),
  bounds('trains differ (gamma 1), 60 failures', unlike(1.5), 40, 1.5),
  bounds('35 % of the fixes do not hold', badlyFixed(7.5), 40, 7.5),
  bounds('35 % of the fixes do not hold, 40 failures', badlyFixed(1), 40, 1),
  {
    name: 'scatter called more than chance, one rate, 300 failures',
    promise: '10 %',
    within: [0, 0.2],
    once: speaks(alike(7.5), 40),
  },
  {
    name: 'scatter called more than chance, one rate, 6 failures',
    promise: '10 %',
    within: [0, 0.2],
    once: speaks(alike(0.15), 40),
  },
  {
    name: 'scatter seen, trains differ (gamma 1), 300 failures',
    promise: 'none',
    within: [0, 1],
    once: speaks(unlike(7.5), 40),
  },
]
