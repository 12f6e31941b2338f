/** Whatever it is given, a function of the package answers with finite numbers, says why it cannot, or throws a RangeError. */
import { readdirSync } from 'node:fs'
import fc, { type Arbitrary } from 'fast-check'
import { describe, expect, test } from 'vitest'

const numbers = fc.constantFrom(
  Number.NaN,
  Infinity,
  -Infinity,
  -1,
  -1e-30,
  0,
  1e-30,
  1e-12,
  0.05,
  0.5,
  0.9,
  1,
  1.5,
  2,
  3,
  5,
  7,
  40,
  1000,
  1e6,
  1e12,
  1e30,
)
const tame = fc.oneof(fc.constantFrom(0, 1, 2, 3, 5, 10, 1e-6, 1e6), fc.double({ min: 1e-9, max: 100, noNaN: true }))
/** Mostly sensible, so that the code behind the checks is reached as well. */
const number = fc.oneof({ weight: 2, arbitrary: tame }, { weight: 1, arbitrary: numbers })
const share = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(0.01, 0.1, 0.5, 0.9, 0.95, 0.999) },
  { weight: 1, arbitrary: numbers },
)
const count = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 30 }) },
  { weight: 1, arbitrary: fc.constantFrom(Number.NaN, -1, 2.5, Infinity, 1e6) },
)
const list = fc.array(number, { maxLength: 8 })
const tameList = fc.array(fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 1e-9, max: 1, noNaN: true })), {
  maxLength: 8,
})
const system = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.constantFrom(1e-30, 1e-9, 1, 100, 1e9, 1e30), tameList)
      .map(([end, shares]) => ({ end, events: shares.map((part) => part * end) })),
  },
  { weight: 1, arbitrary: fc.record({ end: number, events: list }) },
)
const systems = fc.array(system, { maxLength: 4 })
const rateGround = fc.oneof(
  fc.record({ failures: count, exposure: number, cluster: fc.oneof(fc.constantFrom(1, 1.5, 3), number) }),
  fc.record({ rate: number }),
)
const truncation = fc.constantFrom('time' as const, 'failure' as const)
const tail = fc.constantFrom('lower' as const, 'upper' as const)
const unit = fc.constantFrom(1e-30, 1e-6, 1, 1e6, 1e30)
const lives = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.tuple(unit, tameList, tameList).map(([unit, failures, suspensions]) => ({
      failures: failures.map((age) => age * unit),
      suspensions: suspensions.map((age) => age * unit),
    })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.array(fc.constantFrom(1, 2, 2, 3, 1000), { maxLength: 6 }),
        fc.array(fc.constantFrom(1, 2, 3, 4000), { maxLength: 6 }),
        fc.array(fc.constantFrom(0, 0.5, 0.9, 1.5), { maxLength: 3 }),
      )
      .map(([failures, suspensions, entries]) => ({ failures, suspensions, entries })),
  },
  {
    weight: 1,
    arbitrary: fc.record(
      { failures: list, suspensions: list, failureCounts: list, entries: list },
      { requiredKeys: ['failures', 'suspensions'] },
    ),
  },
)
const episodes = fc.tuple(fc.integer({ min: 0, max: 3 }), unit).chain(([width, scale]) =>
  fc.array(
    fc
      .record(
        {
          entry: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: number }),
          exit: fc.oneof({ weight: 4, arbitrary: fc.constantFrom(1, 2, 2, 3, 5, 8) }, { weight: 1, arbitrary: number }),
          failed: fc.boolean(),
          count: fc.constantFrom(1, 1, 2, 0),
          causes: fc.array(fc.oneof({ weight: 5, arbitrary: tame }, { weight: 1, arbitrary: number }), {
            minLength: width,
            maxLength: width,
          }),
        },
        { requiredKeys: ['entry', 'exit', 'failed', 'causes'] },
      )
      .map((one) => ({ ...one, entry: one.entry * scale, exit: one.exit * scale })),
    { maxLength: 9 },
  ),
)
const clustersOf = (length: number) =>
  fc.option(fc.array(fc.constantFrom(1, 1, 2, 3, Number.NaN), { minLength: length, maxLength: length }))
const law = fc.constantFrom('weibull' as const, 'lognormal' as const, 'loglogistic' as const, 'normal' as const)
const fittedLaw = fc
  .record({
    distribution: law,
    mu: fc.constantFrom(-20, 0, 3, 12),
    sigma: fc.constantFrom(0.01, 0.4, 1, 5),
    deviation: fc.constantFrom(0, 1e-6, 0.1, 2),
    correlation: fc.constantFrom(-0.99, 0, 0.99),
    confidence: fc.constantFrom(0.5, 0.9, 0.999),
  })
  .map(({ deviation, correlation, ...rest }) => ({
    ...rest,
    varianceMu: deviation ** 2,
    varianceSigma: (deviation / 2) ** 2,
    covariance: (correlation * deviation ** 2) / 2,
  }))
const gammaRate = fc.record({ shape: number, exposure: number })
const bounded = fc.record({ value: number, bounds: fc.tuple(number, number) })
const plan = fc.record({ allowed: count, exposure: number })
const args = <T extends unknown[]>(...of: { [K in keyof T]: Arbitrary<T[K]> }): Arbitrary<T> =>
  fc.tuple(...of) as unknown as Arbitrary<T>

/** Every public function, and what it is called with. */
const CALLS: Readonly<Record<string, Arbitrary<unknown[]>>> = {
  andersonDarlingTrend: args(systems, truncation),
  laplaceTrend: args(systems, truncation),
  lewisRobinsonTrend: args(systems, truncation),
  milHdbk189Trend: args(systems, truncation),
  commonBeta: args(systems, truncation),
  cramerVonMises: args(systems, truncation),
  powerLaw: args(systems, truncation),
  totalTimeOnTest: args(systems, truncation),
  usableEvents: args(system, truncation),
  meanCumulativeFunction: args(
    fc.array(
      fc
        .tuple(system, fc.option(share))
        .map(([one, start]) => (start === null ? one : { ...one, start: start * one.end })),
      { maxLength: 5 },
    ),
    share,
  ),
  superposedWeibull: args(
    fc.array(
      fc.record({
        slots: count,
        end: number,
        events: fc.array(
          fc.record(
            {
              at: number,
              off: fc.record({
                isFailure: fc.boolean(),
                among: fc.constantFrom<number | 'unnamed' | 'nothing'>('unnamed', 'nothing', -1, 0, 7),
              }),
              on: fc.record({ used: number, isNamed: fc.boolean() }),
            },
            { requiredKeys: ['at'] },
          ),
          { maxLength: 5 },
        ),
      }),
      { maxLength: 4 },
    ),
    share,
  ),
  dispersion: args(fc.array(fc.record({ failures: count, exposure: number }), { maxLength: 6 }), share),
  checkUnits: args(fc.array(fc.record({ failures: count, exposure: number }), { maxLength: 3 })),
  negativeBinomialRate: args(fc.array(fc.record({ failures: count, exposure: number }), { maxLength: 6 }), share),
  repeatsByChance: args(
    fc.array(fc.record({ failures: count, watched: number, window: number }), { maxLength: 4 }),
    count,
  ),
  longestGap: args(
    fc.array(fc.oneof(tame, numbers), { maxLength: 6 }).map((days) => days.toSorted((a, b) => a - b)),
    number,
  ),
  fewPlacesChance: args(count, count, count),
  silenceChance: args(
    fc.array(fc.oneof(tame, numbers), { maxLength: 6 }).map((days) => days.toSorted((a, b) => a - b)),
    number,
    number,
  ),
  empiricalBayesRates: args(fc.array(fc.record({ failures: count, exposure: number }), { maxLength: 6 }), share),
  cumulativeIncidence: args(
    fc.record(
      { modes: fc.array(list, { maxLength: 3 }), suspensions: list, entries: list },
      { requiredKeys: ['modes', 'suspensions'] },
    ),
    share,
  ),
  seriesOfWeibulls: args(fc.array(fittedLaw, { maxLength: 3 }), share),
  logRank: args(fc.array(lives, { maxLength: 4 })),
  coxRegression: episodes.chain((of) => args(fc.constant(of), clustersOf(of.length))),
  weibullRegression: episodes.chain((of) => args(fc.constant(of), clustersOf(of.length))),
  scatterWithinGroups: args(
    fc.array(fc.array(fc.record({ failures: count, exposure: number }), { maxLength: 4 }), { maxLength: 4 }),
  ),
  ratioWithScatter: args(
    fc.record({ failures: count, exposure: number }),
    fc.record({ failures: count, exposure: number }),
    fc.record({ ratio: number, degrees: fc.oneof(fc.integer({ min: 1, max: 60 }), number) }),
    share,
  ),
  funnelLimits: args(count, number, fc.array(number, { maxLength: 4 }), share),
  adjustedP: args(fc.array(share, { maxLength: 6 }), fc.constantFrom('bh', 'by', 'holm')),
  toEighthRemoval: args(
    fc.record({
      slots: fc.integer({ min: 1, max: 9 }),
      end: tame,
      events: fc.array(fc.record({ at: tame }), { maxLength: 9 }),
    }),
  ),
  mcfDifference: args(systems, systems, list, share),
  powerLawBounds: system.chain((one) => args(fc.constant(one.events), fc.constant(one.end), truncation, share)),
  nistGrowth: system.chain((one) => args(fc.constant(one.events), fc.constant(one.end), share)),
  logLinearProcess: system.chain((one) => args(fc.constant(one.events), fc.constant(one.end))),
  duaneGrowth: args(list),
  mannTrend: args(list),
  groupedPowerLaw: args(list, fc.array(count, { maxLength: 8 })),
  cramerVonMisesCritical: args(count, fc.constantFrom(0.2, 0.1, 0.05, 0.01, 0.3)),
  crowFactors: args(fc.oneof(fc.integer({ min: 0, max: 60 }), numbers), share, truncation),
  failureForecast: args(number, number, number, number),
  inherentAvailability: args(number, number),
  availability: args(count, number, number, share),
  demonstratedConfidence: args(number, number, count),
  demonstrationTime: args(number, count, share),
  replacementCost: args(number, number, number, number, fc.oneof(number, fc.constant(Infinity))),
  optimumBounds: args(fittedLaw, number, number),
  overhaulBounds: args(fittedLaw, number, number),
  priorFromTwo: args(number, number),
  updatedRate: args(gammaRate, count, number),
  believedMtbf: args(gammaRate, share),
  changepoint: args(fc.array(fc.record({ count, exposure: number }), { maxLength: 6 })),
  turnbull: args(fc.array(fc.record({ from: number, to: fc.option(number), count }), { maxLength: 6 })),
  repairTimes: args(list, share),
  availabilityBounds: args(bounded, bounded),
  predictedCount: args(count, tame, tame, share),
  lifeForecast: args(fittedLaw, fc.record({ ages: list, counts: fc.array(count, { maxLength: 8 }) }), number),
  demonstrationPlans: args(number, share, count),
  passChance: args(plan, number),
  anyPassChance: args(fc.array(plan, { maxLength: 4 }), number),
  lifeDemonstration: args(number, number, count, count, share),
  lifePassChance: args(count, count, number, number, number),
  mtbf: args(
    fc.record({
      failures: count,
      exposure: number,
      confidence: share,
      sided: fc.constantFrom('two', 'lower'),
      termination: truncation,
    }),
  ),
  mtbfUpperBound: args(count, number, share, truncation),
  poissonRate: args(count, number, share),
  rateRatio: args(
    fc.record({ failures: count, exposure: number }),
    fc.record({ failures: count, exposure: number }),
    share,
  ),
  effectWithTrend: args(
    fc.array(fc.record({ failures: count, exposure: number, time: number, isAfter: fc.boolean() }), { maxLength: 8 }),
    share,
  ),
  effectVerdict: args(
    fc.record({ failures: count, exposure: number }),
    fc.record({ failures: count, exposure: number }),
    share,
    share,
  ),
  pareto: args(fc.array(fc.record({ label: fc.string({ maxLength: 3 }), count }), { maxLength: 5 })),
  exactRateChart: args(fc.array(fc.record({ count, exposure: number }), { maxLength: 6 })),
  lastPeriod: args(fc.array(fc.record({ count, exposure: number }), { maxLength: 6 })),
  windowCrossings: args(count, number, rateGround),
  isFullBeyond: args(count, number, rateGround, number),
  fewestBeyond: args(number, rateGround, number),
  uChart: args(fc.array(fc.record({ count, exposure: number }), { maxLength: 5 })),
  repeatFailures: args(
    fc.array(
      fc.record({
        id: fc.string(),
        asset: fc.constant('a'),
        key: fc.constant('k'),
        day: number,
        km: fc.option(number),
      }),
      { maxLength: 5 },
    ),
    fc.record({ days: number, km: number }, { requiredKeys: [] }),
  ),
  repeatOf: args(
    fc.record({ id: fc.string(), day: number, km: fc.option(number) }),
    fc.record({ id: fc.string(), day: number, km: fc.option(number) }),
    fc.record({ days: number, km: number }, { requiredKeys: [] }),
  ),
  replacementAge: args(number, number, number, number),
  overhaulAge: args(number, number, number, number),
  rolledUpMtbf: args(
    fc.array(
      fc.record({
        id: fc.constantFrom('a', 'b', 'c'),
        parentId: fc.option(fc.constantFrom('a', 'b')),
        quantity: number,
        failures: count,
        exposure: number,
      }),
      { maxLength: 3 },
    ),
    fc.constantFrom('ignore', 'chi2'),
  ),
  sparesForDemand: args(fc.array(fc.oneof(tame, fc.constantFrom(Number.NaN, -1)), { maxLength: 4 }), share),
  predictedSpares: args(count, tame, tame, share),
  sparesAtUpperRate: args(count, tame, tame, share, share),
  sortedOrder: args(fc.array(tame).map((values) => Float64Array.from(values))),
  isSameAge: args(number, number),
  isBefore: args(number, number),
  adjustedRanks: args(lives),
  medianRanks: args(lives),
  kaplanMeier: args(lives, share),
  exponentialFit: args(lives, share),
  lifeFit: args(lives, law, share),
  weibullFit: args(lives, share),
  weibullLikelihoodBounds: args(lives, share),
  weibullWithThreshold: args(lives),
  weibayes: args(lives, number, share),
  rankedDistributions: args(lives),
  percentileLife: args(fittedLaw, share),
  reliabilityAt: args(fittedLaw, number),
  rankRegression: args(lives, law, fc.constantFrom('benard', 'exact'), fc.constantFrom('xOnY', 'yOnX')),
  weightedLives: args(lives, fc.boolean()),
  watchedFromNew: args(lives),
  latest: args(fc.array(tame, { minLength: 1 })),
  intervalWeibull: args(fc.array(fc.record({ from: number, to: number, count }), { maxLength: 5 })),
  chiSquareCdf: args(number, number, tail),
  chiSquareQuantile: args(share, number, tail),
  fQuantile: args(share, number, number, tail),
  studentP: args(number, number),
  studentQuantile: args(share, number),
  poissonCdf: args(count, number, tail),
  poissonQuantile: args(share, tame),
  normalQuantile: args(share),
  normalCdf: args(number),
  incompleteBeta: args(number, number, share),
  incompleteGamma: args(number, number),
  inverseIncompleteBeta: args(number, number, share, tail),
  inverseIncompleteGamma: args(number, share, tail),
  logGamma: args(number),
  digamma: args(number),
}
/** Steps inside others, called only with what those have checked; and data. */
const INNER = new Set([
  'ascend',
  'climbedTo',
  'checkClusters',
  'coxByCluster',
  'eachEventAge',
  'riskOrder',
  'sandwich',
  'shareLeft',
  'episodeColumns',
  'symmetricInverse',
  'times',
  'quadratic',
  'zeros',
  'climbToRoot',
  'rootBetween',
  'deviance',
  'logBetaLike',
  'logPoissonLike',
  'stirlingError',
  'stirlingSeries',
  'informationCriteria',
  'weightAt',
  'weibullMaximum',
  'adjustedAndersonDarling',
  'atLeast',
  'expectedInWindow',
  'inMillions',
  'perMillion',
])
/** An end of an interval that nothing bounds, and a support without end, are answers. */
const MAY_BE_INFINITE = new Set([
  'optimumBounds',
  'overhaulBounds',
  'usableEvents',
  'weightedLives',
  'latest',
  'incompleteGamma',
  'incompleteBeta',
  'logGamma',
  'digamma',
  'chiSquareQuantile',
  'fQuantile',
  'inverseIncompleteGamma',
  'normalQuantile',
  'studentQuantile',
  'poissonQuantile',
  'rolledUpMtbf',
])

const modules = import.meta.glob<Readonly<Record<string, unknown>>>('../../../src/reliability/**/*.ts', { eager: true })
const functions = new Map(
  Object.values(modules)
    .flatMap((module) => Object.entries(module))
    .filter((entry): entry is [string, (...given: unknown[]) => unknown] => typeof entry[1] === 'function'),
)

function wrong(value: unknown, mayBeInfinite: boolean, path = ''): string | null {
  if (typeof value === 'number')
    return Number.isNaN(value)
      ? `${path} is NaN`
      : mayBeInfinite || Number.isFinite(value)
        ? null
        : `${path} is ${value}`
  if (typeof value !== 'object' || value === null) return null
  for (const [key, inner] of Object.entries(value)) {
    const found = wrong(inner, mayBeInfinite, `${path}.${key}`)
    if (found !== null) return found
  }
  return null
}

test('every function is called here', () => {
  expect(readdirSync('src/reliability').length).toBeGreaterThan(30)
  expect([...functions.keys()].filter((name) => !(name in CALLS) && !INNER.has(name))).toEqual([])
})

describe.each(Object.keys(CALLS))('%s', (name) => {
  test('answers finitely, says why not, or refuses', () => {
    const call = functions.get(name)
    if (call === undefined) throw new Error(`${name} does not exist`)
    fc.assert(
      fc.property(CALLS[name] ?? fc.constant([]), (given) => {
        let answer: unknown
        try {
          answer = call(...given)
        } catch (error) {
          if (error instanceof RangeError) return
          throw error
        }
        expect(
          wrong(answer, MAY_BE_INFINITE.has(name)),
          JSON.stringify(given, (_, value: unknown) =>
            typeof value === 'number' && !Number.isFinite(value) ? String(value) : value,
          ),
        ).toBeNull()
      }),
      { numRuns: 400, seed: 20_260_113, interruptAfterTimeLimit: 4000, endOnFailure: true },
    )
  })
})
