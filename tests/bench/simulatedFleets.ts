/** Fleets whose truth is known, put through the figures the screens show: how often is what we print right? */
import { SIMULATED_ALARMS } from './simulatedAlarms'
import { SIMULATED_GROUPS } from './simulatedGroups'
import { SIMULATED_LIVES } from './simulatedLives'
import { SIMULATED_PLANS } from './simulatedPlans'
import type { SimulatedRow } from './simulatedRow'
import { SIMULATED_SCATTER } from './simulatedScatter'
import { analysed, fleetFrom, MONTH_DAYS, MONTHS, rateOf, START, type OneFailure } from './simulatedWorld'
import { seededRandom } from '../../fixtures/demo/seededRandom'
import { actionEffect } from '../../src/metrics/actionEffect'
import { withKnownDistance } from '../../src/metrics/distanceKnown'
import type { FieldData } from '../../src/metrics/fieldData'
import type { NodeAnalysis } from '../../src/metrics/nodeAnalysis'
import { mtbfOf } from '../../src/metrics/nodeFigures'
import { metTarget } from '../../src/metrics/metTarget'

interface World {
  readonly trains: number
  /** Failures expected of a train that runs the whole time. */
  readonly perTrain: number
  /** Months of service of train k, from and to. */
  readonly service: (train: number) => readonly [from: number, to: number]
  /** The rate of a month as a multiple of the mean one; 1 where not given. */
  readonly pace?: (month: number) => number
  /** Is the sheet of that month missing? */
  readonly isMissing: (train: number, month: number) => boolean
}

function simulate({ trains, perTrain, service, pace = () => 1, isMissing }: World, seed: number): FieldData {
  const { poisson, next } = seededRandom(seed)
  const failures: OneFailure[] = []
  const sheets: (readonly [number, number])[] = []
  for (let train = 0; train < trains; train += 1) {
    const [from, to] = service(train)
    for (let month = from; month < to; month += 1) {
      if (!isMissing(train, month)) sheets.push([train, month])
      for (let count = poisson((perTrain / MONTHS) * pace(month)); count > 0; count -= 1)
        failures.push({ train, day: START + month * MONTH_DAYS + Math.floor(next() * MONTH_DAYS) })
    }
  }
  return fleetFrom(trains, failures, sheets)
}

const whole = (): readonly [number, number] => [0, MONTHS]
const growing = (train: number): readonly [number, number] => [
  train < 5 ? 0 : Math.floor(((train - 5) * 46) / 55),
  MONTHS,
]
const shrinking = (train: number): readonly [number, number] => [0, train < 20 ? MONTHS : MONTHS - train + 20]
const never = (): boolean => false
const missing =
  (share: number, seed: number) =>
  (train: number, month: number): boolean =>
    seededRandom(seed * 7919 + train * 64 + month).next() < share

function holds({ mtbf }: Pick<NodeAnalysis, 'mtbf'>, rate: number): boolean | null {
  if (mtbf.status !== 'estimated') return null
  return (mtbf.rateLower ?? 0) <= rate && rate <= mtbf.rateUpper
}

const trendWrong = (service: World['service'], trains: number) => (seed: number) => {
  const { laplace } = analysed(simulate({ trains, perTrain: 5, service, isMissing: never }, seed))
  return laplace.status === 'estimated' && laplace.enough ? laplace.pTwoSided < 0.1 : null
}

const rateHolds = (share: number) => (seed: number) =>
  holds(
    analysed(simulate({ trains: 40, perTrain: 7.5, service: whole, isMissing: missing(share, seed) }, seed)),
    rateOf(7.5),
  )

/** What a rate of all failures would hold: shown so that the choice can be seen. */
const rateOfAllHolds = (share: number) => (seed: number) => {
  const { counted, exposureKm } = analysed(
    simulate({ trains: 40, perTrain: 7.5, service: whole, isMissing: missing(share, seed) }, seed),
  )
  return holds({ mtbf: mtbfOf(counted.length, exposureKm) }, rateOf(7.5))
}

/** The other way: all failures over the distance scaled up by the share that is known. */
const scaledRateHolds = (share: number) => (seed: number) => {
  const { counted, exposureKm, exposure } = analysed(
    simulate({ trains: 40, perTrain: 7.5, service: whole, isMissing: missing(share, seed) }, seed),
  )
  return holds({ mtbf: mtbfOf(counted.length, exposureKm / (exposure.coverage ?? 1)) }, rateOf(7.5))
}

const effectWrong = (seed: number): boolean | null => {
  const half = MONTHS / 2
  const data = simulate(
    {
      trains: 40,
      perTrain: 7.5,
      service: whole,
      isMissing: (train, month) => month < half && missing(0.15, seed)(train, month),
    },
    seed,
  )
  const { verdict } = actionEffect(data, {
    nodeId: 'part',
    symptomCode: '',
    effectiveDay: START + half * MONTH_DAYS,
    trainNos: [],
    items: null,
  })
  return verdict.status === 'estimated' ? verdict.verdict === 'effective' || verdict.verdict === 'partly' : null
}

/** A power law of the months, as a multiple of its mean. */
const powerPace =
  (exponent: number) =>
  (month: number): number =>
    MONTHS * (((month + 1) / MONTHS) ** exponent - (month / MONTHS) ** exponent)

/** @param ratio what the action in the middle does to the rate, beside a pace it has anyway */
const effectSeen = (pace: (month: number) => number, ratio: number, seen: readonly string[]) => (seed: number) => {
  const half = MONTHS / 2
  const withAction = (month: number): number => pace(month) * (month < half ? 1 : ratio)
  const data = simulate({ trains: 20, perTrain: 4, service: whole, pace: withAction, isMissing: never }, seed)
  const { verdict } = actionEffect(data, {
    nodeId: 'part',
    symptomCode: '',
    effectiveDay: START + half * MONTH_DAYS,
    trainNos: [],
    items: null,
  })
  return verdict.status === 'estimated' ? seen.includes(verdict.verdict) : null
}

/** The part just misses its target; the fleet is small, so that it often has no failure at all. */
const metWrong = (perTrain: number) => (seed: number) => {
  const { mtbf } = analysed(simulate({ trains: 20, perTrain, service: whole, isMissing: never }, seed))
  return metTarget(mtbf, 1.0001 / rateOf(perTrain)) === 'met'
}

/** Are the failures a rate counts those of known days? A check of the simulation itself. */
export const sharesRated = (seed: number): readonly [known: number, all: number] => {
  const data = simulate({ trains: 40, perTrain: 7.5, service: whole, isMissing: missing(0.1, seed) }, seed)
  return [withKnownDistance(data, data.live).length, data.live.length]
}

export const SIMULATED: readonly SimulatedRow[] = [
  {
    name: 'trend wrong, constant rate, all trains from the first day',
    promise: '10 %',
    within: [0, 0.2],
    once: trendWrong(whole, 40),
  },
  {
    name: 'trend wrong, constant rate, fleet grows 5 to 60',
    promise: '10 %',
    within: [0, 0.2],
    once: trendWrong(growing, 60),
  },
  {
    name: 'trend wrong, constant rate, fleet shrinks 60 to 20',
    promise: '10 %',
    within: [0, 0.2],
    once: trendWrong(shrinking, 60),
  },
  ...[0.05, 0.1, 0.19].flatMap((share): SimulatedRow[] => [
    {
      name: `rate holds, ${100 * share} % of the sheets missing`,
      promise: '90 %',
      within: [0.8, 1],
      once: rateHolds(share),
    },
    { name: '  … had all failures been counted', promise: 'none', within: [0, 1], once: rateOfAllHolds(share) },
    { name: '  … had distance been scaled by coverage', promise: 'none', within: [0, 1], once: scaledRateHolds(share) },
  ]),
  {
    name: 'effect found, none there, 15 % of the sheets before missing',
    promise: '5 %',
    within: [0, 0.15],
    once: effectWrong,
  },
  {
    name: 'fall found, none there, constant rate',
    promise: '5 %',
    within: [0, 0.15],
    once: effectSeen(() => 1, 1, ['effective', 'partly']),
  },
  {
    name: 'fall found, none there, fleet improves by itself (exponent 0.6)',
    promise: '15 %',
    within: [0, 0.2],
    once: effectSeen(powerPace(0.6), 1, ['effective', 'partly']),
  },
  {
    name: 'called ineffective, rate halved, fleet ages (age^1.5)',
    promise: '30 %',
    within: [0, 0.3],
    once: effectSeen(powerPace(2.5), 0.5, ['ineffective']),
  },
  {
    name: 'fall found, rate halved, constant rate otherwise',
    promise: 'none',
    within: [0, 1],
    once: effectSeen(() => 1, 0.5, ['effective', 'partly']),
  },
  {
    name: 'fall found, rate at 0.3, constant rate otherwise',
    promise: 'none',
    within: [0, 1],
    once: effectSeen(() => 1, 0.3, ['effective', 'partly']),
  },
  {
    name: 'target called met just below it, 1 failure expected',
    promise: '5 %',
    within: [0, 0.12],
    once: metWrong(0.05),
  },
  {
    name: 'target called met just below it, 2.5 failures expected',
    promise: '5 %',
    within: [0, 0.12],
    once: metWrong(0.125),
  },
  {
    name: 'target called met just below it, 8 failures expected',
    promise: '5 %',
    within: [0, 0.12],
    once: metWrong(0.4),
  },
  ...SIMULATED_ALARMS,
  ...SIMULATED_SCATTER,
  ...SIMULATED_GROUPS,
  ...SIMULATED_LIVES,
  ...SIMULATED_PLANS,
]
