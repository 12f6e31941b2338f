/** Plans made from records whose truth is known, and what the fleet then does: is as often right as was promised? */
import { availabilityBounds } from '../../src/reliability/availabilityBounds'
import { poissonRate } from '../../src/reliability/poissonRate'
import { replacementAge } from '../../src/reliability/replacementAge'
import { repairTimes, type RepairTimes } from '../../src/reliability/repairTimes'
import { seededRandom, type SeededRandom } from '../../fixtures/demo/seededRandom'
import { nodeAnalysis } from '../../src/metrics/nodeAnalysis'
import { planOf, type Plan } from '../../src/metrics/plan/plan'
import { planQuestion } from '../../src/metrics/plan/planQuestion'
import { rateChange } from '../../src/metrics/rateChange'
import { DEFAULT_RECURRENCE } from '../../src/metrics/recurrence'
import { lifeOf } from './simulatedLives'
import type { SimulatedRow } from './simulatedRow'
import { analysed, END, fleetFrom, rateOf, START, type OneFailure } from './simulatedWorld'

const TRAINS = 20

const of =
  (inputs: Readonly<Record<string, string>>) =>
  (name: string): string =>
    inputs[name] ?? ''

/** The records of a constant rate, planned with; what comes after is drawn on. */
function planned(perTrain: number, inputs: Readonly<Record<string, string>>, seed: number): [Plan, SeededRandom] {
  const random = seededRandom(seed * 104729 + 3)
  const failures = Array.from({ length: TRAINS }, (_, train) =>
    Array.from({ length: random.poisson(perTrain) }, (): OneFailure => ({
      train,
      day: START + Math.floor(random.next() * (END - START)),
    })),
  ).flat()
  const analysis = analysed(fleetFrom(TRAINS, failures))
  return [planOf({ analysis, node: null, life: null, growth: null, repairs: null }, planQuestion(of(inputs))), random]
}

/** Distances between failures of a part that just misses the target. */
const nextFailure = ({ next }: SeededRandom, perTrain: number): number => -Math.log(1 - next()) / rateOf(perTrain)

const EXPECTED = 0.4
const TARGET = { ptarget: String(1.0001 / rateOf(EXPECTED) / 1000) }

/** Is a part that just misses its target passed? By one line chosen beforehand, or by whichever is reached first. */
const passes =
  (allowed: number | 'any') =>
  (seed: number): boolean | null => {
    const [{ demonstration }, random] = planned(EXPECTED, TARGET, seed)
    if (demonstration === null) return null
    const lines = demonstration.lines.filter((line) => allowed === 'any' || line.allowed === allowed)
    const most = lines.at(-1)?.allowed ?? 0
    let at = 0
    const failures = Array.from({ length: most + 1 }, () => (at += nextFailure(random, EXPECTED)))
    return lines.some((line) => (failures[line.allowed] ?? 0) > line.exposureKm)
  }

/** Does the number of failures of the next two years lie where it was said to? */
const predicted = (perTrain: number) => (seed: number) => {
  const [{ prediction }, random] = planned(perTrain, { pmonths: '24' }, seed)
  if (prediction === null) return null
  const seen = random.poisson(rateOf(perTrain) * prediction.horizonKm)
  return prediction.seen.lower <= seen && seen <= prediction.seen.upper
}

/** Did the spares suffice? */
const supplied = (perTrain: number) => (seed: number) => {
  const [{ prediction }, random] = planned(perTrain, { pmonths: '24', pfill: '90' }, seed)
  return prediction === null
    ? null
    : random.poisson(rateOf(perTrain) * prediction.horizonKm) <= prediction.spares.spares
}

/** Had the interval of the expectation been taken for that of the number. */
const expectationTaken = (perTrain: number) => (seed: number) => {
  const [{ prediction }, random] = planned(perTrain, { pmonths: '24' }, seed)
  if (prediction === null) return null
  const seen = random.poisson(rateOf(perTrain) * prediction.horizonKm)
  return prediction.expectation[0] <= seen && seen <= prediction.expectation[1]
}

const LOG_DEVIATION = 0.9
const REPAIR = { mean: Math.exp(1 + LOG_DEVIATION ** 2 / 2), m95: Math.exp(1 + 1.6448536269514722 * LOG_DEVIATION) }

const repaired =
  (repairs: number, holds: (times: RepairTimes) => boolean) =>
  (seed: number): boolean | null => {
    const { next } = seededRandom(seed * 32452843 + repairs)
    const normal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
    const times = repairTimes(
      Array.from({ length: repairs }, () => Math.exp(1 + LOG_DEVIATION * normal())),
      0.9,
    )
    return times.status === 'estimated' ? holds(times) : null
  }
const within = ([low, high]: readonly [number, number], truth: number): boolean => low <= truth && truth <= high

/** Is the share of the time a train is up, its true rate and mean repair known, where it was said to be? */
const available =
  (perTrain: number, repairs: number) =>
  (seed: number): boolean | null => {
    const { poisson, next } = seededRandom(seed * 49979687 + repairs)
    const hours = TRAINS * 30_000
    const rate = poissonRate(poisson(TRAINS * perTrain), hours, 0.9)
    const normal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
    const times = repairTimes(
      Array.from({ length: repairs }, () => Math.exp(1 + LOG_DEVIATION * normal())),
      0.9,
    )
    if (rate.status !== 'estimated' || rate.failures === 0 || times.status !== 'estimated') return null
    const found = availabilityBounds(
      { value: rate.rate, bounds: [rate.lower, rate.upper] },
      { value: times.mean, bounds: times.meanBounds },
    )
    return within([found.lower, found.upper], 1 / (1 + ((TRAINS * perTrain) / hours) * REPAIR.mean))
  }

const WORN = { trains: 40, quantity: 1, beta: 3, etaKm: 500_000 }

/** Of the parts in use, each of its age, does the number that fails in the next half year lie where it was said to? */
const returned = (seed: number): boolean | null => {
  const { known, scope, life } = lifeOf(WORN, seed, 'all')
  const analysis = nodeAnalysis(known.data, scope, DEFAULT_RECURRENCE, (_, word) => word)
  const { returns } = planOf(
    { analysis, node: null, life, growth: null, repairs: null },
    planQuestion(of({ pmonths: '6' })),
  )
  if (returns?.status !== 'estimated' || returns.failed < 5) return null
  const { next } = seededRandom(seed * 15485863 + 11)
  const hazard = (age: number): number => (age / WORN.etaKm) ** WORN.beta
  const seen = returns.ages
    .flatMap((age, at) => Array.from({ length: returns.counts[at] ?? 0 }, () => age))
    .filter((age) => next() < -Math.expm1(hazard(age) - hazard(age + returns.eachKm))).length
  return returns.seen[0] <= seen && seen <= returns.seen[1]
}

/** Does the interval of the cheapest age hold the one of the true law? */
const cheapestHolds = (seed: number): boolean | null => {
  const { known, scope, life } = lifeOf(WORN, seed, 'all')
  const analysis = nodeAnalysis(known.data, scope, DEFAULT_RECURRENCE, (_, word) => word)
  const inputs = of({ pcost: '1', fcost: '8' })
  const { replacement } = planOf({ analysis, node: null, life, growth: null, repairs: null }, planQuestion(inputs))
  const truth = replacementAge(WORN.etaKm, WORN.beta, 1, 8)
  if (replacement?.status !== 'estimated' || life.analysis.failed < 5 || truth.status !== 'estimated') return null
  return replacement.best !== null && within(replacement.best.bounds, truth.age)
}

/** Is a change claimed of a rate that has none? */
const changeClaimed = (perTrain: number) => (seed: number) => {
  const { next, poisson } = seededRandom(seed * 86028121 + 17)
  const failures = Array.from({ length: poisson(TRAINS * perTrain) }, (): OneFailure => ({
    train: Math.floor(next() * TRAINS),
    day: START + Math.floor(next() * (END - START)),
  }))
  const { found, isClaimed } = rateChange(analysed(fleetFrom(TRAINS, failures)))
  return found.status === 'estimated' ? isClaimed : null
}

export const SIMULATED_PLANS: readonly SimulatedRow[] = [
  ...[0, 3].map((allowed): SimulatedRow => ({
    name: `target shown just below it, ${allowed} failures allowed`,
    promise: '10 %',
    within: [0, 0.2],
    once: passes(allowed),
  })),
  { name: '  … whichever of six lines is reached first', promise: '23 %', within: [0.1, 0.36], once: passes('any') },
  ...[0.1, 0.4, 3].flatMap((perTrain): SimulatedRow[] => [
    {
      name: `failures of the next 24 months lie within, ${20 * perTrain} on record`,
      promise: 'at least 90 %',
      within: [0.88, 1],
      once: predicted(perTrain),
    },
    {
      name: '  … had the interval of the expectation been taken',
      promise: 'none',
      within: [0, 1],
      once: expectationTaken(perTrain),
    },
    {
      name: `spares of the next 24 months suffice, ${20 * perTrain} on record`,
      promise: 'at least 90 %',
      within: [0.86, 1],
      once: supplied(perTrain),
    },
  ]),
  ...[5, 30].flatMap((repairs): SimulatedRow[] => [
    {
      name: `MTTR holds, ${repairs} repairs`,
      promise: '90 %',
      within: [0.82, 0.98],
      once: repaired(repairs, (times) => within(times.meanBounds, REPAIR.mean)),
    },
    {
      name: '  … by the information alone',
      promise: 'none',
      within: [0, 1],
      once: repaired(repairs, (times) => within(times.meanFisher, REPAIR.mean)),
    },
    {
      name: `M95 holds, ${repairs} repairs`,
      promise: '90 %',
      within: [0.82, 0.98],
      once: repaired(repairs, (times) => within(times.m95Bounds, REPAIR.m95)),
    },
    {
      name: `availability holds, ${repairs} repairs`,
      promise: '90 %',
      within: [0.82, 1],
      once: available(repairs / TRAINS, repairs),
    },
  ]),
  ...[0.4, 3].map((perTrain): SimulatedRow => ({
    name: `change of the rate claimed, none there, ${20 * perTrain} on record`,
    promise: '5 %',
    within: [0, 0.1],
    once: changeClaimed(perTrain),
  })),
  {
    name: 'cheapest age to replace holds, wear-out',
    promise: '90 %',
    within: [0.8, 1],
    isSlow: true,
    once: cheapestHolds,
  },
  {
    name: 'parts in use that fail in 6 months lie within, wear-out',
    promise: 'at least 90 %',
    within: [0.86, 1],
    isSlow: true,
    once: returned,
  },
]
