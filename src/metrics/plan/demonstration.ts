/** What must happen to show a target: distances with the failures they allow, what is shown already, and who would pass. */
import { anyPassChance, passChance } from '../../reliability/demonstrationPlan'
import { demonstratedConfidence } from '../../reliability/demonstratedConfidence'
import { demonstrationTime } from '../../reliability/demonstrationTime'
import { mtbf } from '../../reliability/mtbf'
import type { NodeAnalysis } from '../nodeAnalysis'
import { monthReached, monthsFor, planPace, type PlanPace } from './planPace'
import type { CountedFrom, PlanQuestion } from './planQuestion'

/** A part truly so many times better than the target. */
export const BETTER = [1, 1.5, 2, 3] as const

export interface DemonstrationLine {
  /** Failures that may still happen. */
  readonly allowed: number
  /** Part-km still to run with no more than these; 0 where it is shown already. */
  readonly exposureKm: number
  readonly months: number | null
  readonly month: string | null
  /** Chance to pass at each of `BETTER`. */
  readonly chances: readonly number[]
}

export interface Demonstration {
  readonly targetKm: number
  readonly isOwnTarget: boolean
  readonly confidence: number
  readonly countedFrom: CountedFrom
  readonly pace: PlanPace
  readonly lines: readonly DemonstrationLine[]
  /**
   * Chance that a part that only just meets the target passes where whichever line comes first is taken; null in a plan
   * that counts the records.
   */
  readonly anyOfThem: number | null
  readonly shown: {
    readonly failures: number
    readonly exposureKm: number
    /** Confidence with which the records show the target. */
    readonly confidence: number
    /** Part-km between failures they show at the confidence asked for. */
    readonly mtbfKm: number
  } | null
}

/** @returns null without a target */
export function demonstration(
  analysis: NodeAnalysis,
  designKm: number | null,
  question: PlanQuestion,
): Demonstration | null {
  const targetKm = question.targetKm ?? designKm
  if (targetKm === null) return null
  const { confidence, mostAllowed, countedFrom } = question
  const pace = planPace(analysis, question)
  const shown = shownBy(analysis, targetKm, confidence)
  const before = countedFrom === 'records' && shown !== null ? shown : { failures: 0, exposureKm: 0 }
  const plans = Array.from({ length: mostAllowed + 1 }, (_, allowed) => {
    const whole = demonstrationTime(targetKm, before.failures + allowed, confidence)
    return { allowed, exposure: Math.max(0, whole - before.exposureKm) }
  })
  return {
    targetKm,
    isOwnTarget: question.targetKm === null,
    confidence,
    countedFrom,
    pace,
    shown,
    lines: plans.map((plan): DemonstrationLine => {
      const months = monthsFor(plan.exposure, pace)
      return {
        allowed: plan.allowed,
        exposureKm: plan.exposure,
        months,
        month: monthReached(months, pace),
        chances: BETTER.map((ratio) => passChance(plan, ratio * targetKm)),
      }
    }),
    anyOfThem: countedFrom === 'now' ? anyPassChance(plans, targetKm) : null,
  }
}

function shownBy({ rated, exposureKm }: NodeAnalysis, targetKm: number, confidence: number): Demonstration['shown'] {
  const failures = rated.length
  const least = mtbf({ failures, exposure: exposureKm, confidence, sided: 'lower', termination: 'time' })
  return least.status !== 'estimated'
    ? null
    : {
        failures,
        exposureKm,
        confidence: demonstratedConfidence(targetKm, exposureKm, failures),
        mtbfKm: least.lower,
      }
}

export interface OperatingPoint {
  /** True mean between failures as a multiple of the target. */
  readonly ratio: number
  readonly chance: number
}

const [WORST, BEST, STEPS] = [0.25, 5, 95]
/** A twentieth apart. */
export const operatingRatios: readonly number[] = Array.from(
  { length: STEPS + 1 },
  (_, at) => WORST + ((BEST - WORST) * at) / STEPS,
)

/** How a plan tells good parts from bad: the chance to pass over what is true. */
export const operatingCurve = (
  { allowed, exposureKm }: Pick<DemonstrationLine, 'allowed' | 'exposureKm'>,
  targetKm: number,
): readonly OperatingPoint[] =>
  operatingRatios.map((ratio) => ({
    ratio,
    chance: passChance({ allowed, exposure: exposureKm }, ratio * targetKm),
  }))
