import { anyPassChance, demonstrationPlans, passChance } from '../../src/reliability/demonstrationPlan'
import { lifeDemonstration, lifePassChance } from '../../src/reliability/lifeDemonstration'

import { availabilityBounds } from '../../src/reliability/availabilityBounds'
import { optimumBounds, replacementCost } from '../../src/reliability/replacementCost'
import { changepoint } from '../../src/reliability/changepoint'
import { believedMtbf, priorFromTwo, updatedRate } from '../../src/reliability/priorMtbf'
import { repairTimes } from '../../src/reliability/repairTimes'
import { lifeForecast } from '../../src/reliability/life/lifeForecast'
import { turnbull } from '../../src/reliability/life/turnbull'
import { weibullFit } from '../../src/reliability/life/weibullFit'
import { predictedCount } from '../../src/reliability/predictedCount'

type Answer = Readonly<Record<string, unknown>>

/** Methods of planning: what has to happen, and what will. */
export const PLAN_METHODS: Readonly<Record<string, (inputs: never) => Answer>> = {
  'mtbf.passChance': (c: { mtbf: number; confidence: number; allowed: number; ratios: number[] }) => {
    const plan = demonstrationPlans(c.mtbf, c.confidence, c.allowed).at(-1) ?? { allowed: 0, exposure: 0 }
    return { total_time: plan.exposure, chance: c.ratios.map((ratio) => passChance(plan, ratio * c.mtbf)) }
  },
  'mtbf.anyPassChance': (c: { mtbf: number; confidence: number; most: number; ratio: number }) => ({
    chance: anyPassChance(demonstrationPlans(c.mtbf, c.confidence, c.most), c.ratio * c.mtbf),
  }),
  'maintainability.lognormal': (c: { hours: number[]; confidence: number }) => {
    const found = repairTimes(c.hours, c.confidence)
    if (found.status !== 'estimated') return { status: found.reason }
    const { mu, sigma, median, mean, m95 } = found
    return {
      mu,
      sigma,
      median,
      mttr: mean,
      m95,
      mttr_ci: found.meanFisher,
      m95_ci: found.m95Fisher,
      median_t: found.medianBounds,
      mttr_mover: found.meanBounds,
      m95_mover: found.m95Bounds,
    }
  },
  'availability.mover': (c: {
    rate: number
    rate_bounds: [number, number]
    down: number
    down_bounds: [number, number]
  }) => availabilityBounds({ value: c.rate, bounds: c.rate_bounds }, { value: c.down, bounds: c.down_bounds }),
  'opt.costRate': (c: { eta: number; beta: number; cost_pm: number; cost_cm: number; ages: (number | null)[] }) => ({
    rates: c.ages.map((age) => replacementCost(c.eta, c.beta, c.cost_pm, c.cost_cm, age ?? Infinity)),
  }),
  'opt.bounds': (c: {
    mu: number
    sigma: number
    var_mu: number
    var_sigma: number
    cov: number
    confidence: number
    cost_pm: number
    cost_cm: number
  }) => {
    const law = {
      distribution: 'weibull' as const,
      mu: c.mu,
      sigma: c.sigma,
      varianceMu: c.var_mu,
      varianceSigma: c.var_sigma,
      covariance: c.cov,
      confidence: c.confidence,
    }
    const found = optimumBounds(law, c.cost_pm, c.cost_cm)
    if ('status' in found) return { status: found.reason }
    return { age: found.age.map((age) => (age === Infinity ? null : age)), saving: found.saving }
  },
  'mtbf.bayesPrior': (c: { mtbf50: number; mtbf05: number; failures: number; exposure: number }) => {
    const prior = priorFromTwo(c.mtbf50, c.mtbf05)
    const posterior = updatedRate(prior, c.failures, c.exposure)
    // Four fifths below it on one side are three fifths between two.
    const { mean, lower } = believedMtbf(posterior, 0.6)
    return {
      prior_shape: prior.shape,
      prior_rate: prior.exposure,
      posterior_shape: posterior.shape,
      posterior_rate: posterior.exposure,
      mtbf_mean: mean,
      mtbf_lower_80: lower,
    }
  },
  'mtbf.believed': (c: { shape: number; exposure: number; confidence: number }) => believedMtbf(c, c.confidence),
  'rate.changepoint': (c: { counts: number[]; exposure?: number[]; firstYear: number }) => {
    const found = changepoint(c.counts.map((count, at) => ({ count, exposure: c.exposure?.[at] ?? 1 })))
    if (found.status !== 'estimated') return { status: found.reason }
    return {
      last_year_before: c.firstYear + found.lastBefore,
      rate_before: found.rateBefore,
      rate_after: found.rateAfter,
      log_likelihood_ratio: found.likelihoodRatio,
      p: found.p,
    }
  },
  'life.turnbull': (c: { lower: number[]; upper: (number | null)[]; at: number[] }) => {
    const steps = turnbull(c.lower.map((from, index) => ({ from, to: c.upper[index] ?? null })))
    return { survival: c.at.map((age) => steps.findLast(({ to }) => to <= age)?.survival ?? 1) }
  },
  'rate.predictionInterval': (c: { failures: number; exposure: number; horizon: number; confidence: number }) =>
    predictedCount(c.failures, c.exposure, c.horizon, c.confidence),
  'life.forecast': (c: { hours: number[]; count: number[]; failures: number[]; more: number; confidence?: number }) => {
    const fit = weibullFit(
      { failures: c.failures, suspensions: c.hours, suspensionCounts: c.count },
      c.confidence ?? 0.9,
    )
    if (fit.status !== 'fitted') return { status: fit.reason }
    const { expected, bounds, seen } = lifeForecast(fit.life, { ages: c.hours, counts: c.count }, c.more)
    return { expected, bounds, seen, eta: fit.eta, beta: fit.beta }
  },
  'life.demonstration': (c: {
    eta: number
    beta: number
    items: number
    allowed: number
    confidence: number
    ratios: number[]
  }) => {
    const { each, failedThen } = lifeDemonstration(c.eta, c.beta, c.items, c.allowed, c.confidence)
    return {
      each,
      share: failedThen,
      chance: c.ratios.map((ratio) => lifePassChance(c.items, c.allowed, each, ratio * c.eta, c.beta)),
    }
  },
}
