/** The statistics at the size of a large fleet, each beside the plainest loop over the same numbers; for Node and for a worker. */
import { seededRandom } from '../../fixtures/demo/seededRandom'
import { growth } from '../../src/metrics/growth'
import { lifeAnalysis } from '../../src/metrics/lifeAnalysis'
import { meanCumulative } from '../../src/metrics/meanCumulative'
import { kaplanMeier } from '../../src/reliability/life/kaplanMeier'
import { weibullFit } from '../../src/reliability/life/weibullFit'
import { meanCumulativeFunction } from '../../src/reliability/meanCumulativeFunction'
import { mtbf } from '../../src/reliability/mtbf'
import { powerLaw } from '../../src/reliability/powerLaw'
import { chiSquareQuantile } from '../../src/reliability/special/chiSquareQuantile'
import { uChart } from '../../src/reliability/uChart'
import { interleaved, type Timings } from './interleaved'

export interface Measured {
  readonly what: string
  readonly baselineIs: string
  readonly timings: Timings
  /** Milliseconds, divided by `of` for one of many. */
  readonly most: number
  readonly of: number
}

const MILLION = 1_000_000

export async function statisticsFigures(runs: number): Promise<readonly Measured[]> {
  const { next: random } = seededRandom(20_260_113)
  const exponential = (): number => -Math.log(1 - random())
  const age = (): number => 1000 * exponential() ** (1 / 1.7)
  const failures = new Float64Array(MILLION / 5)
  const suspensions = new Float64Array(MILLION - failures.length)
  // Every part has its own end of watch, so that about a fifth fail before it.
  for (let failed = 0, alive = 0; failed < failures.length || alive < suspensions.length;) {
    const [life, end] = [age(), 100 + 500 * random()]
    if (life <= end && failed < failures.length) failures[failed++] = life
    else if (alive < suspensions.length) suspensions[alive++] = end
  }
  const sorted = { failures: failures.toSorted(), suspensions: suspensions.toSorted() }
  const systems = (count: number, each: number) =>
    Array.from({ length: count }, () => ({ end: 1000, events: Array.from({ length: each }, () => 1000 * random()) }))
  const thousand = systems(1000, 100)
  const many = systems(100_000, 10)
  const tenThousand = systems(500, 20).map((system) => ({ ...system, rows: system.events.map((_, at) => at) }))
  const nodeEvents = tenThousand.flatMap(({ events }) => events).sort((a, b) => a - b)
  const nodeLives = {
    failures: Array.from({ length: 10_000 }, age),
    suspensions: Array.from({ length: 200 }, () => 2000 * random() + 1),
    suspensionCounts: Array.from({ length: 200 }, () => 150),
  }
  const months = Array.from({ length: 60 }, () => ({ count: 166, exposure: 1 + random() }))

  const logs = (): number => {
    let sum = 0
    for (const values of [failures, suspensions]) for (const value of values) sum += Math.exp(1.7 * Math.log(value))
    return sum
  }
  const sorts = (): unknown => [failures.toSorted(), suspensions.toSorted()]
  const sumLogs = (): number =>
    thousand.reduce((sum, { events }) => sum + events.reduce((logs, event) => logs + Math.log(event), 0), 0)
  const quantiles = (degreesOf: (at: number) => number, outside: number): number => {
    let sum = 0
    for (let at = 1; at <= 10_000; at += 1)
      sum += chiSquareQuantile(outside, degreesOf(at), at % 2 === 0 ? 'upper' : 'lower')
    return sum
  }
  const plainLogs = (): number => {
    let sum = 0
    for (let at = 1; at <= 10_000; at += 1) sum += Math.log(at)
    return sum
  }
  const measure = async (
    what: string,
    most: number,
    ours: () => unknown,
    baselineIs: string,
    baseline: () => unknown,
    of = 1,
  ): Promise<Measured> => ({ what, most, of, baselineIs, timings: await interleaved(runs, ours, baseline) })
  return [
    await measure(
      'Weibull, 10⁶ lives, a fifth failed, unsorted Float64Array',
      150,
      () => weibullFit({ failures, suspensions }, 0.9),
      'Σ tᵝ once',
      logs,
    ),
    await measure('Weibull, the same sorted', 150, () => weibullFit(sorted, 0.9), 'Σ tᵝ once', logs),
    await measure(
      'Crow-AMSAA, 10⁵ events over 10³ systems',
      50,
      () => powerLaw(thousand, 'time'),
      'Σ ln t once',
      sumLogs,
    ),
    await measure(
      'Kaplan–Meier with bounds, 10⁶ lives',
      500,
      () => kaplanMeier({ failures, suspensions }, 0.9),
      'sorting them',
      sorts,
    ),
    await measure(
      'MCF with robust bounds, 10⁶ events of 10⁵ units',
      500,
      () => meanCumulativeFunction(many, 0.9),
      'sorting the events',
      () => Float64Array.from(many.flatMap(({ events }) => events)).sort(),
    ),
    await measure(
      'statistics of one node, 10⁴ events',
      100,
      () => {
        mtbf({ failures: 10_000, exposure: 1e9, confidence: 0.9, sided: 'two', termination: 'time' })
        uChart(months)
        growth(nodeEvents, 1000)
        meanCumulative(tenThousand)
        lifeAnalysis(nodeLives, { weibayesBeta: 1, bounds: 'fisher', beside: null })
      },
      'Σ tᵝ once',
      () => nodeLives.failures.reduce((sum, value) => sum + Math.exp(1.7 * Math.log(value)), 0),
    ),
    await measure(
      'chi-square quantile, each of 10⁴ (degrees 2 … 2·10⁴, 5 % outside)',
      0.01,
      () => quantiles((at) => 2 * at, 0.05),
      'Math.log once each',
      plainLogs,
      10_000,
    ),
    await measure(
      'chi-square quantile, each of 10⁴ (degrees 200 … 2·10⁶, 10⁻⁹ outside)',
      0.01,
      () => quantiles((at) => 200 * at, 1e-9),
      'Math.log once each',
      plainLogs,
      10_000,
    ),
  ]
}
