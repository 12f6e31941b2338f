/** Groups whose truth is known, put through the comparison a page shows: depots alike or not, trains alike or in clusters. */
import { seededRandom, type SeededRandom } from '../../fixtures/demo/seededRandom'
import type { CompareQuestion } from '../../src/metrics/compare/compareQuestion'
import { NO_ITEMS, nodeComparison, type NodeComparison } from '../../src/metrics/compare/nodeComparison'
import { severalCauses } from '../../src/metrics/compare/severalCauses'
import type { FieldData } from '../../src/metrics/fieldData'
import { fleetOf } from '../../src/metrics/fleet'
import { FALSE_FINDINGS } from '../../src/metrics/rateRanking'
import type { SimulatedRow } from './simulatedRow'
import { END, fleetFrom, MONTH_DAYS, MONTHS, START, type OneFailure } from './simulatedWorld'

const DAYS = MONTHS * MONTH_DAYS

interface Groups {
  readonly trains: number
  readonly depots: number
  /** Failures expected of a train over the whole time, at a depot. */
  readonly perTrain: (depot: number) => number
  /** A failure is followed by another within ten days this often. */
  readonly badly?: number
  /** Each train has a rate of its own, by a gamma law of shape 2. */
  readonly isUnlike?: true
}

const exponential = ({ next }: SeededRandom): number => -Math.log(1 - next())

/** Trains are dealt out to depots one by one. */
export function simulate({ trains, depots, perTrain, badly = 0, isUnlike }: Groups, seed: number): FieldData {
  const random = seededRandom(seed * 7_368_787 + 11)
  const failures = Array.from({ length: trains }, (_, train) => {
    const own = isUnlike === true ? (exponential(random) + exponential(random)) / 2 : 1
    const count = random.poisson(perTrain(train % depots) * own * (1 - badly))
    return Array.from({ length: count }, () => START + Math.floor(random.next() * DAYS)).flatMap((day) => {
      const days = [day]
      for (let last = day; random.next() < badly;) {
        last = Math.min(last + 1 + Math.floor(random.next() * 10), END - 1)
        days.push(last)
      }
      return days.map((on): OneFailure => ({ train, day: on, method: 'SWAP_NEW' }))
    })
  }).flat()
  return withDepots(fleetFrom(trains, failures), depots)
}

function withDepots(data: FieldData, depots: number): FieldData {
  const fleet = fleetOf({ products: [], parties: [], bomNodes: [], trains: [], usageReadings: [] })
  const trains = new Map(
    [...data.fleet.trains.values()].map((train, at) => [train.id, { ...train, depotId: `d${at % depots}` }]),
  )
  const usage = new Map([...data.fleet.usage].map(([id, one]) => [id, { ...one, inServiceFrom: START }]))
  return { ...data, fleet: { ...fleet, tree: data.fleet.tree, trains, usage } }
}

export const SCOPE = {
  nodeId: 'part',
  population: 'all' as const,
  partBasis: 'analysed' as const,
  vehicleTypes: [],
  depotIds: [],
  from: START,
  to: END,
}

function compared(data: FieldData, question: Partial<CompareQuestion> = {}): NodeComparison | null {
  const asked: CompareQuestion = {
    by: 'depotId',
    reference: '',
    date: null,
    periods: null,
    measure: 'days',
    ...question,
  }
  const { comparison } = nodeComparison(data, SCOPE, asked, (_, word) => word)
  return comparison.status === 'compared' ? comparison : null
}

/** Any depot called different from the others. */
const namesDepot =
  (world: Groups) =>
  (seed: number): boolean | null =>
    compared(simulate(world, seed))?.groups.some(({ adjustedP }) => (adjustedP ?? 1) <= FALSE_FINDINGS) ?? null

/** Does the interval of the ratio of the first depot to the second hold the true one? */
const ratioHolds =
  (world: Groups) =>
  (seed: number): boolean | null => {
    const found = compared(simulate(world, seed), { reference: 'd1' })
    const ratio = found?.groups.find(({ word }) => word === 'd0')?.ratio ?? null
    const truth = world.perTrain(0) / world.perTrain(1)
    return ratio === null ? null : ratio.lower <= truth && truth <= (ratio.upper ?? Infinity)
  }

const livesDiffer =
  (world: Groups) =>
  (seed: number): boolean | null => {
    const lives = compared(simulate(world, seed))?.lives ?? null
    return lives === null || 'reason' in lives || lives.test.status !== 'estimated' ? null : lives.test.p < 0.1
  }

/** Is 0 outside the band of the difference in cumulative failures at the greatest age both were watched at? */
const mcfDiffers =
  (world: Groups) =>
  (seed: number): boolean | null => {
    const history = compared(simulate(world, seed))?.histories?.find(({ word }) => word === 'd0')
    const bounds = history?.difference.at(-1)?.bounds ?? null
    return bounds === null ? null : bounds[0] > 0 || bounds[1] < 0
  }

const causeHolds =
  (world: Groups) =>
  (seed: number): boolean | null => {
    const data = simulate(world, seed)
    const found = severalCauses(
      data,
      SCOPE,
      { causes: ['depotId', 'season'], isUsual: false, measure: 'days' },
      (_, word) => word,
      NO_ITEMS,
    )
    if (found.status !== 'fitted') return null
    const levels = found.causes[0]?.levels ?? []
    const reference = Number(levels.find(({ isReference }) => isReference)?.word.slice(1))
    const other = levels.find(({ effect }) => effect !== null)
    if (other?.effect == null) return null
    const truth = world.perTrain(Number(other.word.slice(1))) / world.perTrain(reference)
    return other.effect.hazard.lower <= truth && truth <= other.effect.hazard.upper
  }

const alike = (perTrain: number) => (): number => perTrain
const half =
  (perTrain: number) =>
  (depot: number): number =>
    depot === 0 ? perTrain : perTrain / 2

const falseNames = (name: string, world: Groups): SimulatedRow => ({
  name: `some depot called different, ${name}`,
  promise: '10 %',
  within: [0, 0.2],
  isSlow: true,
  once: namesDepot(world),
})
const ratios = (name: string, world: Groups): SimulatedRow => ({
  name: `ratio of two depots holds, ${name}`,
  promise: '90 %',
  within: [0.8, 1],
  isSlow: true,
  once: ratioHolds(world),
})

export const SIMULATED_GROUPS: readonly SimulatedRow[] = [
  falseNames('one rate, 6 depots, 300 failures', { trains: 60, depots: 6, perTrain: alike(5) }),
  falseNames('one rate, 6 depots, 30 failures', { trains: 60, depots: 6, perTrain: alike(0.5) }),
  falseNames('one rate, 20 depots, 200 failures', { trains: 80, depots: 20, perTrain: alike(2.5) }),
  falseNames('35 % of the fixes do not hold, 6 depots, 300 failures', {
    trains: 60,
    depots: 6,
    perTrain: alike(5),
    badly: 0.35,
  }),
  falseNames('trains differ (gamma 2), 6 depots, 300 failures', {
    trains: 60,
    depots: 6,
    perTrain: alike(5),
    isUnlike: true,
  }),
  {
    name: 'some depot called different, one of six has twice the rate, 180 failures',
    promise: 'none',
    within: [0, 1],
    isSlow: true,
    once: namesDepot({ trains: 60, depots: 6, perTrain: half(5) }),
  },
  ratios('true 2, 40 and 20 failures', { trains: 20, depots: 2, perTrain: half(4) }),
  ratios('true 2, 6 and 3 failures', { trains: 20, depots: 2, perTrain: half(0.6) }),
  ratios('true 1, 35 % of the fixes do not hold', { trains: 40, depots: 2, perTrain: alike(5), badly: 0.35 }),
  ratios('true 1, trains differ (gamma 2)', { trains: 40, depots: 2, perTrain: alike(5), isUnlike: true }),
  {
    name: 'lives called different (log-rank), alike, 4 depots, 120 failures',
    promise: '10 %',
    within: [0, 0.2],
    isSlow: true,
    once: livesDiffer({ trains: 40, depots: 4, perTrain: alike(3) }),
  },
  {
    name: 'lives called different (log-rank), alike, 2 depots, 20 failures',
    promise: '10 %',
    within: [0, 0.2],
    isSlow: true,
    once: livesDiffer({ trains: 20, depots: 2, perTrain: alike(1) }),
  },
  {
    name: 'MCF of two depots differs at the last age, alike, 120 failures',
    promise: '10 %',
    within: [0, 0.2],
    isSlow: true,
    once: mcfDiffers({ trains: 40, depots: 2, perTrain: alike(3) }),
  },
  {
    name: 'ratio beside season (Cox) holds, true 2, 60 and 30 failures',
    promise: '90 %',
    within: [0.8, 1],
    isSlow: true,
    once: causeHolds({ trains: 30, depots: 2, perTrain: half(4) }),
  },
  {
    name: 'ratio beside season (Cox) holds, true 2, trains differ (gamma 2), 90 failures',
    promise: '90 %',
    within: [0.8, 1],
    isSlow: true,
    once: causeHolds({ trains: 30, depots: 2, perTrain: half(4), isUnlike: true }),
  },
  {
    name: 'ratio beside season (Cox) holds, true 1, 35 % of the fixes do not hold, 160 failures',
    promise: '90 %',
    within: [0.8, 1],
    isSlow: true,
    once: causeHolds({ trains: 40, depots: 2, perTrain: alike(4), badly: 0.35 }),
  },
]
