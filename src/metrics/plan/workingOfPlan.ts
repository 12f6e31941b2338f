/** How the plans of a node came about: what went in, the values between, the result, and on whose authority. */
import { workingLine as line, type Working } from '../working'
import type { CountForecast } from './countForecast'
import type { Demonstration } from './demonstration'
import type { LifeDemonstrationPlan } from './lifeDemonstrationPlan'
import type { Maintainability } from './maintainability'
import type { PriorPlan } from './priorPlan'
import type { Plan } from './plan'

export const workingOfPlan = ({
  demonstration,
  lifeDemonstration,
  prediction,
  returns,
  maintainability,
  replacement,
  prior,
}: Plan): readonly Working[] => [
  ...(demonstration === null ? [] : [workingOfDemonstration(demonstration)]),
  ...(lifeDemonstration === null ? [] : [workingOfLifeDemonstration(lifeDemonstration)]),
  ...(prediction === null ? [] : [workingOfPrediction(prediction)]),
  ...(returns === null ? [] : [workingOfReturns(returns)]),
  ...(replacement === null ? [] : [workingOfReplacement(replacement)]),
  ...(prior === null ? [] : [workingOfPrior(prior)]),
  ...(maintainability === null ? [] : [workingOfMaintainability(maintainability)]),
]

/** Index of twice the target among the chances of a line. */
const TWICE = 2

const workingOfDemonstration = (shown: Demonstration): Working => ({
  topic: 'demonstration',
  source: 'NIST/SEMATECH e-Handbook 8.3.1.1; MIL-HDBK-338B 8.3.2',
  lines: [
    line('planTarget', 'm', shown.targetKm, 'km'),
    line('planConfidence', 'C', shown.confidence),
    ...(shown.shown === null
      ? []
      : [
          line('planFailuresBefore', 'n', shown.shown.failures),
          line('planExposureBefore', 'T₀', shown.shown.exposureKm, 'km'),
          line('planShownConfidence', 'P(χ²(2n + 2) ≤ 2T₀/m)', shown.shown.confidence),
          line('planShownMtbf', '2T₀/χ²(C; 2n + 2)', shown.shown.mtbfKm, 'km'),
        ]),
    line('planPace', '', shown.pace.trainKmAMonth, 'km'),
    line('planPerTrainKm', '', shown.pace.perTrainKm),
    ...shown.lines.flatMap(({ allowed, exposureKm, chances }) => [
      line('planToRun', `T(c = ${allowed})`, exposureKm, 'km'),
      line('planChanceAtTwice', `P(N ≤ ${allowed})`, chances[TWICE] ?? null),
    ]),
    ...(shown.anyOfThem === null ? [] : [line('planAnyLine', '', shown.anyOfThem)]),
  ],
})

const workingOfLifeDemonstration = (shown: LifeDemonstrationPlan): Working => ({
  topic: 'lifeDemonstration',
  source: 'Meeker & Escobar (1998) ch. 10.6; Abernethy, The New Weibull Handbook ch. 6',
  lines: [
    line('planItems', 'N', shown.items),
    line('planLife', 'L', shown.lifeKm, 'km'),
    line('planShare', 'p', shown.share),
    line('planShape', 'β', shown.shape),
    line('planScale', 'η', shown.etaKm, 'km'),
    line('planConfidence', 'C', shown.confidence),
    ...shown.lines.flatMap(({ allowed, eachKm, chances }) => [
      line('planEach', `t(c = ${allowed})`, eachKm, 'km'),
      line('planChanceAtTwice', `P(X ≤ ${allowed})`, chances[TWICE] ?? null),
    ]),
  ],
})

const workingOfPrediction = (shown: CountForecast): Working => ({
  topic: 'prediction',
  source: 'Nelson (1982) ch. 6.3; Garwood (1936); spares: negative binomial, Jeffreys prior',
  lines: [
    line('planFailuresBefore', 'n', shown.failures),
    line('planExposureBefore', 'T', shown.exposureKm, 'km'),
    line('planMonths', '', shown.months),
    line('planHorizon', 'H', shown.horizonKm, 'km'),
    line('planTwoSided', 'C', shown.confidence),
    line('planExpected', 'nH/T', shown.seen.expected),
    line('planExpectedLower', '', shown.expectation[0]),
    line('planExpectedUpper', '', shown.expectation[1]),
    line('planSeenLower', 'y', shown.seen.lower),
    line('planSeenUpper', 'y', shown.seen.upper),
    ...(shown.growth === null ? [] : [line('planByGrowth', 'H/MTBF(T)', shown.growth.expected)]),
    line('planFill', '', shown.fill),
    line('planSpares', '', shown.spares.spares),
  ],
})

const workingOfReturns = (shown: NonNullable<Plan['returns']>): Working => ({
  topic: 'returns',
  source: 'Meeker & Escobar (1998) ch. 12; Lawless & Fredette (2005)',
  lines:
    shown.status !== 'estimated'
      ? [line('planExpected', 'Σ(1 − R(t + m)/R(t))', null, '', shown.reason)]
      : [
          line('planInUse', 'N', shown.units),
          line('planMonths', '', shown.months),
          line('planHorizon', 'm', shown.eachKm, 'km'),
          line('beta', 'β', shown.beta),
          line('eta', 'η', shown.etaKm, 'km'),
          line('planTwoSided', 'C', shown.confidence),
          line('planExpected', 'Σ(1 − R(t + m)/R(t))', shown.expected),
          line('planExpectedLower', '', shown.expectation[0]),
          line('planExpectedUpper', '', shown.expectation[1]),
          line('planSeenLower', '', shown.seen[0]),
          line('planSeenUpper', '', shown.seen[1]),
          line('planFill', '', shown.fill),
          line('planSpares', '', shown.stock),
        ],
})

function workingOfMaintainability(shown: Maintainability): Working {
  const { times } = shown
  const available = shown.inherent ?? shown.operational
  const bounds = (symbol: string, [lower, upper]: readonly [number, number]) => [
    line('lower', symbol, lower, 'h'),
    line('upper', symbol, upper, 'h'),
  ]
  return {
    topic: 'maintainability',
    source: 'MIL-HDBK-470A; Zou, Taleban & Huo (2009); Donner & Zou (2010); Zou & Donner (2008)',
    lines: [
      line('counted', '', shown.counted),
      line('planRepairs', 'n', shown.repairs.length),
      line('planTwoSided', 'C', shown.confidence),
      ...(times.status !== 'estimated'
        ? [line('planMeanTime', 'exp(μ + σ²/2)', null, 'h', times.reason)]
        : [
            line('planLogMean', 'μ', times.mu),
            line('planLogDeviation', 'σ', times.sigma),
            line('planMeanTime', 'exp(μ + σ²/2)', times.mean, 'h'),
            ...bounds('MTTR', times.meanBounds),
            line('planMedianTime', 'exp(μ)', times.median, 'h'),
            ...bounds('exp(μ)', times.medianBounds),
            line('planM95', 'exp(μ + 1.645σ)', times.m95, 'h'),
            ...bounds('M95', times.m95Bounds),
          ]),
      ...(shown.inherent === null ? [] : [line('planRatePerHour', 'λ', shown.ratePerHour)]),
      ...(available === null
        ? []
        : [
            line('planAvailability', '1/(1 + λ·MTTR)', available.availability),
            line('lower', 'A', available.lower),
            line('upper', 'A', available.upper),
          ]),
    ],
  }
}

function workingOfReplacement(shown: NonNullable<Plan['replacement']>): Working {
  const named = { topic: 'replacement', source: 'Barlow & Proschan (1965); Barlow & Hunter (1960)' } as const
  if (shown.status !== 'estimated') return { ...named, lines: [line('planBestAge', 'T', null, 'km', shown.reason)] }
  const { best, overhaul } = shown
  return {
    ...named,
    lines: [
      line('planPlannedCost', 'c_p', shown.plannedCost),
      line('planFailureCost', 'c_f', shown.failureCost),
      line('beta', 'β', shown.beta),
      line('eta', 'η', shown.etaKm, 'km'),
      line('planTwoSided', 'C', shown.confidence),
      line('planToFailure', 'c_f/MTTF', shown.toFailure),
      ...(best === null
        ? [line('planBestAge', 'T', null, 'km', 'wear-out-needed')]
        : [
            line('planBestAge', 'T', best.ageKm, 'km'),
            line('lower', 'T', best.bounds[0], 'km'),
            line('upper', 'T', best.bounds[1] === Infinity ? '∞' : best.bounds[1], 'km'),
            line('planBestCost', 'c(T)', best.cost),
          ]),
      ...(overhaul === null ? [] : [line('planOverhaul', 'η·(c_p/(c_f·(β − 1)))^(1/β)', overhaul.ageKm, 'km')]),
    ],
  }
}

const workingOfPrior = ({ prior, priorKm, confidence, failures, exposureKm, believedAfter }: PriorPlan): Working => ({
  topic: 'prior',
  source: 'NIST/SEMATECH e-Handbook 8.4.6',
  lines: [
    line('planPriorMtbf', 'b/a', priorKm, 'km'),
    line('planPriorWeight', 'a', prior.shape),
    line('planPriorExposure', 'b', prior.exposure, 'km'),
    line('planFailuresBefore', 'n', failures),
    line('planExposureBefore', 'T', exposureKm, 'km'),
    line('planTwoSided', 'C', confidence),
    line('planPosterior', '2(b + T)/χ²(0.5; 2(a + n))', believedAfter.median, 'km'),
    line('lower', 'MTBF', believedAfter.lower, 'km'),
    line('upper', 'MTBF', believedAfter.upper, 'km'),
  ],
})
