/** How many of the parts in use will fail in the months to come, from the age each has and the law of their lives. */
import { lifeForecast } from '../../reliability/life/lifeForecast'
import type { NotEstimable } from '../../reliability/notEstimable'
import type { NodeAnalysis } from '../nodeAnalysis'
import type { NodeLife } from '../nodeLife'
import type { ForecastPoint } from './countForecast'
import { planPace } from './planPace'
import type { PlanQuestion } from './planQuestion'

/** Parts of about one age. */
export interface AgeBand {
  readonly fromKm: number
  readonly toKm: number
  readonly units: number
  readonly expected: number
}

export interface ReturnsForecast {
  readonly status: 'estimated'
  readonly months: number
  /** Train-km each part runs further. */
  readonly eachKm: number
  readonly units: number
  readonly failed: number
  readonly beta: number
  readonly etaKm: number
  /** Of both intervals, two-sided. */
  readonly confidence: number
  readonly expected: number
  readonly expectation: readonly [lower: number, upper: number]
  readonly seen: readonly [lower: number, upper: number]
  readonly fill: number
  readonly stock: number
  readonly bands: readonly AgeBand[]
  readonly curve: readonly ForecastPoint[]
  /** What went in, for whoever works it out again. */
  readonly ages: readonly number[]
  readonly counts: readonly number[]
}

type NoReturns = NotEstimable<'no-exposure' | 'no-failures' | 'no-maximum' | 'shape-unbounded' | 'parts-not-identified'>

const BANDS = 6

/** @returns null where the node is no part, or none is in use */
export function returnsForecast(
  analysis: NodeAnalysis,
  life: NodeLife | null,
  question: PlanQuestion,
): ReturnsForecast | NoReturns | null {
  if (life === null || life.group.inUse.length === 0) return null
  const { fit } = life.analysis
  if (fit.status !== 'fitted') return { status: 'not-estimable', reason: fit.reason }
  const { trainKmAMonth } = planPace(analysis, question)
  const { trains } = analysis.exposure
  if (trainKmAMonth === null || trains === 0) return { status: 'not-estimable', reason: 'no-exposure' }
  const { months, confidence, fill } = question
  const eachKm = (trainKmAMonth / trains) * months
  const law = { ...fit.law, confidence }
  const { inUse: ages, inUseCounts: counts } = life.group
  const found = lifeForecast(law, { ages, counts }, eachKm)
  return {
    status: 'estimated',
    months,
    eachKm,
    units: found.units,
    failed: life.analysis.failed,
    beta: fit.beta,
    etaKm: fit.eta,
    confidence,
    expected: found.expected,
    expectation: found.bounds,
    seen: found.seen,
    fill,
    stock: found.stock(fill),
    bands: bandsOf(ages, counts, (some) => lifeForecast(law, some, eachKm).expected),
    curve: Array.from({ length: months }, (_, at) => {
      const { expected, seen } = lifeForecast(law, { ages, counts }, (eachKm * (at + 1)) / months)
      return { months: at + 1, expected, lower: seen[0], upper: seen[1] }
    }),
    ages,
    counts,
  }
}

/** Equal spans of age up to the oldest part. */
function bandsOf(
  ages: readonly number[],
  counts: readonly number[],
  expectedOf: (some: { readonly ages: readonly number[]; readonly counts: readonly number[] }) => number,
): readonly AgeBand[] {
  const width = ages.reduce((oldest, age) => Math.max(oldest, age), 0) / BANDS
  return Array.from({ length: BANDS }, (_, at) => {
    const inside = ages.flatMap((age, index) =>
      Math.min(BANDS - 1, Math.floor(age / width)) === at ? [[age, counts[index] ?? 0] as const] : [],
    )
    const some = { ages: inside.map(([age]) => age), counts: inside.map(([, count]) => count) }
    const units = some.counts.reduce((sum, count) => sum + count, 0)
    return { fromKm: at * width, toKm: (at + 1) * width, units, expected: units === 0 ? 0 : expectedOf(some) }
  }).filter(({ units }) => units > 0)
}
