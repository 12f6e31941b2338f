/** How long repairs take and what share of the time the part is up, with bounds, as far as the records tell the hours. */
import { availabilityBounds, type BoundedAvailability } from '../../reliability/availabilityBounds'
import { poissonRate } from '../../reliability/poissonRate'
import { repairTimes, type RepairTimes } from '../../reliability/repairTimes'
import type { NotEstimable } from '../../reliability/notEstimable'
import type { NodeAnalysis } from '../nodeAnalysis'
import { USUAL_SPEED } from '../nodeTarget'
import { REPAIR_BASES, type OneRepair, type RepairBasis, type RepairHours } from '../repairHours'
import type { PlanQuestion } from './planQuestion'

export interface Maintainability {
  readonly basis: RepairBasis
  readonly repairs: readonly OneRepair[]
  /** How many repairs carry each kind of hours. */
  readonly told: Readonly<Record<RepairBasis, number>>
  readonly counted: number
  readonly silent: Uint32Array
  /** Two-sided. */
  readonly confidence: number
  readonly times: RepairTimes | NotEstimable<'too-few-repairs' | 'identical-hours'>
  readonly speed: number
  /** Failures of the node per hour that a train runs, at that speed. */
  readonly ratePerHour: number | null
  /** While running, repair alone: of a train as far as this node goes. Null where the times are those from the failure on. */
  readonly inherent: BoundedAvailability | null
  /** By the calendar, with waiting and travel; null unless the times are those. */
  readonly operational: BoundedAvailability | null
  readonly trainHours: number
}

export function maintainability(
  { rated, counted, exposure }: NodeAnalysis,
  { repairs, silent, trainHours, counted: asked }: RepairHours,
  question: PlanQuestion,
): Maintainability {
  const told = { clock: repairs.clock.length, labour: repairs.labour.length, down: repairs.down.length }
  const basis = question.repairBasis ?? usualBasis(told)
  const { confidence } = question
  const speed = question.speed ?? USUAL_SPEED
  const times = repairTimes(
    repairs[basis].map(({ hours }) => hours),
    confidence,
  )
  const trainHoursRun = exposure.trainKm / speed
  const upTo = (failures: number, hours: number): BoundedAvailability | null => {
    const rate = poissonRate(failures, hours, confidence)
    return times.status !== 'estimated' || rate.status !== 'estimated' || failures === 0
      ? null
      : availabilityBounds(
          { value: rate.rate, bounds: [rate.lower, rate.upper] },
          { value: times.mean, bounds: around(times.mean, times.meanBounds) },
        )
  }
  return {
    basis,
    repairs: repairs[basis],
    told,
    counted: asked,
    silent,
    confidence,
    times,
    speed,
    ratePerHour: trainHoursRun > 0 ? rated.length / trainHoursRun : null,
    inherent: basis === 'down' ? null : upTo(rated.length, trainHoursRun),
    operational: basis === 'down' ? upTo(counted.length, trainHours) : null,
    trainHours,
  }
}

/** The kind most repairs carry; of equal ones the first, which is told by the clock. */
const usualBasis = (told: Maintainability['told']): RepairBasis =>
  REPAIR_BASES.reduce((best, basis) => (told[basis] > told[best] ? basis : best))

/** With very few repairs the closed form can lie beside its own middle. */
const around = (middle: number, [low, high]: readonly [number, number]): readonly [number, number] => [
  Math.min(low, middle),
  Math.max(high, middle),
]
