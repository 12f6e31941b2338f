import { adjustedP } from '../../src/reliability/adjustedP'
import { commonBeta } from '../../src/reliability/commonBeta'
import { cramerVonMises, cramerVonMisesCritical } from '../../src/reliability/cramerVonMises'
import { crowFactors } from '../../src/reliability/crowFactors'
import { dispersion } from '../../src/reliability/dispersion'
import { negativeBinomialRate } from '../../src/reliability/negativeBinomialRate'
import { empiricalBayesRates } from '../../src/reliability/empiricalBayesRates'
import { failureForecast } from '../../src/reliability/failureForecast'
import { groupedPowerLaw } from '../../src/reliability/groupedPowerLaw'
import { logLinearProcess } from '../../src/reliability/logLinearProcess'
import { nistGrowth } from '../../src/reliability/nistGrowth'
import { powerLaw } from '../../src/reliability/powerLaw'
import { powerLawBounds } from '../../src/reliability/powerLawBounds'
import { overhaulAge, replacementAge } from '../../src/reliability/replacementAge'
import { rolledUpMtbf } from '../../src/reliability/rolledUpMtbf'
import { demonstratedConfidence } from '../../src/reliability/demonstratedConfidence'
import { demonstrationTime } from '../../src/reliability/demonstrationTime'
import { answerLifeCase } from './answerLifeCase'
import { PLAN_METHODS } from './answerPlanCase'
import { andersonDarlingTrend } from '../../src/reliability/andersonDarlingTrend'
import { availability, inherentAvailability } from '../../src/reliability/availability'
import { duaneGrowth } from '../../src/reliability/duaneGrowth'
import { laplaceTrend } from '../../src/reliability/laplaceTrend'
import { lewisRobinsonTrend } from '../../src/reliability/lewisRobinsonTrend'
import { mannTrend } from '../../src/reliability/mannTrend'
import { milHdbk189Trend } from '../../src/reliability/milHdbk189Trend'
import type { ObservedSystem, Truncation } from '../../src/reliability/observedSystem'
import { predictedSpares, sparesAtUpperRate, sparesForDemand } from '../../src/reliability/spares'
import { totalTimeOnTest } from '../../src/reliability/totalTimeOnTest'
import { mtbf, type Termination } from '../../src/reliability/mtbf'
import { mtbfUpperBound } from '../../src/reliability/mtbfUpperBound'
import { pareto } from '../../src/reliability/pareto'
import { poissonRate } from '../../src/reliability/poissonRate'
import { effectWithTrend } from '../../src/reliability/effectWithTrend'
import { rateRatio } from '../../src/reliability/rateRatio'
import { repeatFailures } from '../../src/reliability/repeatFailures'
import { chiSquareCdf } from '../../src/reliability/special/chiSquareCdf'
import { chiSquareQuantile } from '../../src/reliability/special/chiSquareQuantile'
import { digamma } from '../../src/reliability/special/digamma'
import { fQuantile } from '../../src/reliability/special/fQuantile'
import { incompleteBeta } from '../../src/reliability/special/incompleteBeta'
import { incompleteGamma } from '../../src/reliability/special/incompleteGamma'
import { inverseIncompleteBeta } from '../../src/reliability/special/inverseIncompleteBeta'
import { inverseIncompleteGamma } from '../../src/reliability/special/inverseIncompleteGamma'
import { logGamma } from '../../src/reliability/special/logGamma'
import { normalCdf } from '../../src/reliability/special/normalCdf'
import { normalQuantile } from '../../src/reliability/special/normalQuantile'
import { poissonCdf } from '../../src/reliability/special/poissonCdf'
import { poissonQuantile } from '../../src/reliability/special/poissonQuantile'
import { studentQuantile } from '../../src/reliability/special/studentQuantile'
import { uChart } from '../../src/reliability/uChart'

type Answer = Readonly<Record<string, unknown>>
type NotEstimable = { readonly status: 'not-estimable'; readonly reason: string }

const reasonOf = ({ reason }: NotEstimable): Answer => ({ status: reason })

const specialFunctions: Readonly<Record<string, (...args: number[]) => number>> = {
  lgamma: (x = 0) => logGamma(x),
  digamma: (x = 0) => digamma(x),
  pgamma: (shape = 0, x = 0) => incompleteGamma(shape, x).lower,
  pgamma_upper: (shape = 0, x = 0) => incompleteGamma(shape, x).upper,
  qgamma: (shape = 0, p = 0) => inverseIncompleteGamma(shape, p),
  qgamma_upper: (shape = 0, p = 0) => inverseIncompleteGamma(shape, p, 'upper'),
  pchisq: (x = 0, degrees = 0) => chiSquareCdf(x, degrees),
  pchisq_upper: (x = 0, degrees = 0) => chiSquareCdf(x, degrees, 'upper'),
  qchisq: (p = 0, degrees = 0) => chiSquareQuantile(p, degrees),
  qchisq_upper: (p = 0, degrees = 0) => chiSquareQuantile(p, degrees, 'upper'),
  pbeta: (x = 0, a = 0, b = 0) => incompleteBeta(a, b, x).lower,
  pbeta_upper: (x = 0, a = 0, b = 0) => incompleteBeta(a, b, x).upper,
  qbeta: (p = 0, a = 0, b = 0) => inverseIncompleteBeta(a, b, p).x,
  qbeta_upper: (p = 0, a = 0, b = 0) => inverseIncompleteBeta(a, b, p, 'upper').x,
  qf: (p = 0, above = 0, below = 0) => fQuantile(p, above, below),
  qf_upper: (p = 0, above = 0, below = 0) => fQuantile(p, above, below, 'upper'),
  qt: (p = 0, degrees = 0) => studentQuantile(p, degrees),
  pnorm: (z = 0) => normalCdf(z),
  pnorm_upper: (z = 0) => normalCdf(-z),
  qnorm: (p = 0) => normalQuantile(p),
  qnorm_upper: (p = 0) => -normalQuantile(p),
  ppois: (count = 0, mean = 0) => poissonCdf(count, mean),
  ppois_upper: (count = 0, mean = 0) => poissonCdf(count, mean, 'upper'),
  qpois: (p = 0, mean = 0) => poissonQuantile(p, mean),
}

type MtbfCase = {
  failures: number
  total_time: number
  confidence: number
  side: 'two' | 'lower' | 'upper'
  termination: Termination
}

function answerMtbf({ failures, total_time: exposure, confidence, side, termination }: MtbfCase): Answer {
  if (side === 'upper') {
    const bound = mtbfUpperBound(failures, exposure, confidence)
    if (bound.status === 'not-estimable') return reasonOf(bound)
    return {
      mtbf: bound.mtbf,
      lower: null,
      upper: bound.upper,
      rate: bound.rate,
      rate_lower: bound.rateLower,
      rate_upper: null,
    }
  }
  const estimate = mtbf({ failures, exposure, confidence, sided: side, termination })
  if (estimate.status === 'not-estimable') return reasonOf(estimate)
  const { lower, upper, rate } = estimate
  return { mtbf: estimate.mtbf, lower, upper, rate, rate_lower: estimate.rateLower, rate_upper: estimate.rateUpper }
}

type RatioCase = { events: [number, number]; exposure: [number, number]; confidence: number }

function answerRatio({ events, exposure, confidence }: RatioCase): Answer {
  const first = { failures: events[0], exposure: exposure[0] }
  const answer = rateRatio(first, { failures: events[1], exposure: exposure[1] }, confidence)
  if (answer.status === 'not-estimable') return reasonOf(answer)
  const { ratio, lower, upper } = answer
  return {
    ratio,
    lower,
    upper,
    p_minlike: answer.pMinlike,
    p_central: answer.pCentral,
    p_less: answer.pLess,
    p_greater: answer.pGreater,
  }
}

type ChartCase = { counts: number[]; exposure: number[] }

function answerChart({ counts, exposure }: ChartCase): Answer {
  const chart = uChart(counts.map((count, at) => ({ count, exposure: exposure[at] ?? 0 })))
  if (chart.status === 'not-estimable') return reasonOf(chart)
  const each = (key: 'rate' | 'upper' | 'lower') =>
    chart.points.map((point) => (point.status === 'estimated' ? point[key] : null))
  return {
    center: chart.center,
    u: each('rate'),
    ucl: each('upper'),
    lcl: each('lower'),
    out: chart.outOfLimits.map((at) => at + 1),
  }
}

type SystemsCase = { systems: { events: number[]; T: number }[]; truncation: Truncation }
const systemsOf = ({ systems }: SystemsCase): ObservedSystem[] => systems.map(({ events, T }) => ({ events, end: T }))

const methods: Readonly<Record<string, (inputs: never) => Answer | undefined>> = {
  specfun: ({ fn, args }: { fn: string; args: number[] }) => {
    const compute = specialFunctions[fn]
    return compute && { value: compute(...args) }
  },
  'mtbf.chi2': answerMtbf,
  'mtbf.testTime': (c: { mtbf: number; confidence: number; allowed_failures: number }) => ({
    total_time: demonstrationTime(c.mtbf, c.allowed_failures, c.confidence),
  }),
  'mtbf.demonstratedConfidence': (c: { mtbf: number; total_time: number; failures: number }) => ({
    confidence: demonstratedConfidence(c.mtbf, c.total_time, c.failures),
  }),
  'rate.poissonCI': (c: { failures: number; exposure: number; confidence: number }) => {
    const answer = poissonRate(c.failures, c.exposure, c.confidence)
    return answer.status === 'not-estimable' ? reasonOf(answer) : answer
  },
  'rate.ratio': answerRatio,
  'trend.laplace': (c: SystemsCase) => {
    const answer = laplaceTrend(systemsOf(c), c.truncation)
    return answer.status === 'not-estimable'
      ? reasonOf(answer)
      : { U: answer.u, p_two_sided: answer.pTwoSided, n_used: answer.used }
  },
  'trend.milhdbk': (c: SystemsCase) => {
    const answer = milHdbk189Trend(systemsOf(c), c.truncation)
    return answer.status === 'not-estimable'
      ? reasonOf(answer)
      : {
          chi2: answer.chiSquare,
          df: answer.degrees,
          p_improving: answer.pImproving,
          p_deteriorating: answer.pDeteriorating,
          p_two_sided: answer.pTwoSided,
        }
  },
  'trend.lewisRobinson': (c: SystemsCase) => {
    const answer = lewisRobinsonTrend(systemsOf(c), c.truncation)
    if (answer.status === 'not-estimable') return reasonOf(answer)
    const [only] = answer.systems
    return { LR: answer.statistic, p_two_sided: answer.pTwoSided, laplace: only?.laplace, cv: only?.variation }
  },
  'trend.andersonDarling': (c: SystemsCase) => {
    const answer = andersonDarlingTrend(systemsOf(c), c.truncation)
    return answer.status === 'not-estimable' ? reasonOf(answer) : { A2: answer.statistic, n: answer.used }
  },
  'trend.ttt': (c: SystemsCase) => {
    const pooled = [totalTimeOnTest(systemsOf(c), c.truncation)]
    const laplace = laplaceTrend(pooled, 'time')
    const milHdbk = milHdbk189Trend(pooled, 'time')
    if (laplace.status === 'not-estimable') return reasonOf(laplace)
    if (milHdbk.status === 'not-estimable') return reasonOf(milHdbk)
    return {
      laplace: laplace.u,
      laplace_p: laplace.pTwoSided,
      milhdbk: milHdbk.chiSquare,
      df: milHdbk.degrees,
      milhdbk_p: milHdbk.pTwoSided,
    }
  },
  'trend.mann': (c: { interarrivals: number[] }) => {
    const answer = mannTrend(c.interarrivals)
    if (answer.status === 'not-estimable') return reasonOf(answer)
    return {
      reversals: answer.reversals,
      ties: answer.ties,
      n: answer.count,
      mean: answer.mean,
      var: answer.variance,
      z: answer.z,
      p_improving_exact: answer.pImprovingExact,
      p_deteriorating_exact: answer.pDeterioratingExact,
    }
  },
  'duane.fit': (c: { events: number[]; target: number }) => {
    const answer = duaneGrowth(c.events)
    if (answer.status === 'not-estimable') return reasonOf(answer)
    return {
      alpha: answer.alpha,
      b: answer.scale,
      mtbf_cum: answer.cumulativeMtbf,
      mtbf_inst: answer.instantaneousMtbf,
      time_to_target: answer.timeTo(c.target),
      r2: answer.rSquared,
    }
  },
  'nhpp.powerlaw.mle': (c: SystemsCase) => {
    const fit = powerLaw(systemsOf(c), c.truncation)
    if (fit.status === 'not-estimable') return reasonOf(fit)
    return {
      n: fit.failures,
      beta: fit.beta,
      lambda: fit.lambda,
      loglik: fit.logLikelihood,
      beta_conditional: fit.betaConditional,
      beta_unbiased: fit.betaUnbiased,
      inst_intensity_at_T: fit.intensityAtEnd,
      cum_mtbf: fit.cumulativeMtbf,
      inst_mtbf: fit.instantaneousMtbf,
    }
  },
  'nhpp.powerlaw.ci': (c: { events: number[]; T: number; truncation: Truncation; confidence: number }) => {
    const answer = powerLawBounds(c.events, c.T, c.truncation, c.confidence)
    if (answer.status === 'not-estimable') return reasonOf(answer)
    const { fit } = answer
    return {
      n: fit.failures,
      beta: fit.beta,
      lambda: fit.lambda,
      beta_exact: answer.betaExact,
      var_lambda: answer.varianceLambda,
      var_beta: answer.varianceBeta,
      cov: answer.covariance,
      beta_fisher: answer.betaFisher,
      lambda_fisher: answer.lambdaFisher,
      cum_mtbf: fit.cumulativeMtbf,
      cum_mtbf_crow: answer.cumulativeMtbfCrow,
      cum_mtbf_fisher: answer.cumulativeMtbfFisher,
      inst_mtbf: fit.instantaneousMtbf,
      inst_mtbf_crow: answer.instantaneousMtbfCrow,
      inst_mtbf_fisher: answer.instantaneousMtbfFisher,
    }
  },
  'nhpp.powerlaw.grouped': (c: { ends: number[]; counts: number[] }) => {
    const fit = groupedPowerLaw(c.ends, c.counts)
    if (fit.status === 'not-estimable') return reasonOf(fit)
    return {
      beta: fit.beta,
      lambda: fit.lambda,
      expected: fit.expected,
      chi2: fit.fit?.chiSquare ?? null,
      df: fit.fit?.degrees ?? null,
      p: fit.fit?.p ?? null,
      inst_intensity_at_end: fit.intensityAtEnd,
      inst_mtbf_at_end: fit.mtbfAtEnd,
      last_interval_avg_mtbf: fit.meanMtbfOfLastInterval,
    }
  },
  'nhpp.powerlaw.forecast': (c: { beta: number; lambda: number; T: number; horizon: number; k: number }) => {
    const answer = failureForecast(c.beta, c.lambda, c.T, c.horizon)
    return { expected: answer.expected, reliability_no_failure: answer.noFailure, p_at_most: answer.atMost(c.k) }
  },
  'nhpp.crowFactors': (c: { n: number; confidence: number; termination: Truncation }) => {
    const answer = crowFactors(c.n, c.confidence, c.termination)
    return answer.status === 'not-estimable' ? reasonOf(answer) : { lower: answer.lower, upper: answer.upper }
  },
  'nhpp.cvm': (c: SystemsCase) => {
    const answer = cramerVonMises(systemsOf(c), c.truncation)
    return answer.status === 'not-estimable'
      ? reasonOf(answer)
      : { M: answer.used, beta_unbiased: answer.betaUnbiased, cvm: answer.statistic }
  },
  'nhpp.cvmCritical': (c: { M: number; alpha: number }) => ({ critical: cramerVonMisesCritical(c.M, c.alpha) }),
  'nhpp.commonBeta': (c: SystemsCase) => {
    const answer = commonBeta(systemsOf(c), c.truncation)
    return answer.status === 'not-estimable'
      ? reasonOf(answer)
      : { beta: answer.betas, beta_pooled: answer.pooled, D: answer.statistic, df: answer.degrees, p: answer.p }
  },
  'nhpp.loglinear.mle': (c: { events: number[]; T: number }) => {
    const fit = logLinearProcess(c.events, c.T)
    return fit.status === 'not-estimable'
      ? reasonOf(fit)
      : { g0: fit.intercept, g1: fit.slope, loglik: fit.logLikelihood }
  },
  'nhpp.nist452': (c: { events: number[]; T: number; confidence: number }) => {
    const answer = nistGrowth(c.events, c.T, c.confidence)
    return answer.status === 'not-estimable' ? reasonOf(answer) : answer
  },
  'opt.replacement': (c: { eta: number; beta: number; cost_pm: number; cost_cm: number; model: string }) => {
    const answer = (c.model === 'age' ? replacementAge : overhaulAge)(c.eta, c.beta, c.cost_pm, c.cost_cm)
    return answer.status === 'not-estimable' ? reasonOf(answer) : { t: answer.age, cost_rate: answer.costRate }
  },
  'bom.rollup': (c: {
    nodes: { id: string; parent: string | null; failures: number; exposure: number; qty?: number }[]
    zero_policy: string
    zero_confidence: number
  }) => {
    const answer = rolledUpMtbf(
      c.nodes.map(({ qty, ...node }) => ({ ...node, quantity: qty ?? 1 })),
      c.zero_policy === 'ignore' ? { kind: 'ignore' } : { kind: 'bound', confidence: c.zero_confidence },
    )
    return { mtbf: answer.own, rolled_mtbf: answer.rolledUp }
  },
  'reliability.expLower': (c: {
    total_time: number
    failures: number
    termination: Truncation
    confidence: number
    mission: number
  }) => {
    const bound = mtbf({
      failures: c.failures,
      exposure: c.total_time,
      confidence: c.confidence,
      sided: 'lower',
      termination: c.termination,
    })
    return bound.status === 'not-estimable'
      ? reasonOf(bound)
      : { mtbf_lower: bound.lower, reliability_lower: Math.exp(-c.mission / bound.lower) }
  },
  'availability.inherent': (c: { mtbf: number; mttr: number }) => {
    const answer = inherentAvailability(c.mtbf, c.mttr)
    return { availability: answer.availability, downtime_per_year_h: answer.downtimePerYearH }
  },
  'availability.ci': (c: { n: number; uptime: number; downtime: number; confidence: number }) => {
    const answer = availability(c.n, c.uptime, c.downtime, c.confidence)
    return answer.status === 'not-estimable' ? reasonOf(answer) : answer
  },
  'spares.poisson': (c: { demand: number[]; confidence: number }) => {
    const answer = sparesForDemand(c.demand, c.confidence)
    return {
      expected: answer.expected,
      spares: answer.spares,
      prob: answer.probability,
      prob_one_less: answer.probabilityOneLess,
    }
  },
  'spares.negbin': (c: {
    failures: number
    exposure: number
    horizon: number
    confidence: number
    prior_shape: number
  }) => {
    const answer = predictedSpares(c.failures, c.exposure, c.horizon, c.confidence, c.prior_shape)
    return { mean: answer.mean, spares: answer.spares, prob: answer.probability }
  },
  'spares.rateUpper': (c: {
    failures: number
    exposure: number
    horizon: number
    confidence: number
    confidence_rate: number
  }) => {
    const answer = sparesAtUpperRate(c.failures, c.exposure, c.horizon, c.confidence, c.confidence_rate)
    return { rate_upper: answer.rateUpper, expected: answer.expected, spares: answer.spares, prob: answer.probability }
  },
  'spc.uchart': answerChart,
  'spc.pareto': (c: { items: [string, number][] }) => {
    const answer = pareto(c.items.map(([label, count]) => ({ label, count })))
    return answer.status === 'not-estimable' ? reasonOf(answer) : { rows: answer.rows, vital_few_80: answer.vitalFew }
  },
  'rate.effectWithTrend': (c: { months: number[]; failures: number[]; actionAt: number }) => {
    const answer = effectWithTrend(
      c.months.map((time, at) => ({ time, failures: c.failures[at] ?? 0, exposure: 1, isAfter: time >= c.actionAt })),
      0.9,
    )
    const side = (isAfter: boolean) => {
      const own = c.failures.filter((_, at) => (c.months[at] ?? 0) >= c.actionAt === isAfter)
      return { failures: own.reduce((sum, count) => sum + count, 0), exposure: own.length }
    }
    const plain = rateRatio(side(true), side(false), 0.9)
    if (answer.status === 'not-estimable' || plain.status === 'not-estimable') return { status: 'not-estimable' }
    return { naive_ratio: plain.ratio, ratio: answer.ratio, se_log: answer.errorLog, trend_per_month: answer.trend }
  },
  'rate.dispersion': (c: { counts: number[]; exposure: number[] }) => {
    const units = c.counts.map((failures, at) => ({ failures, exposure: c.exposure[at] ?? 0 }))
    const [found, law] = [dispersion(units, 0.9), negativeBinomialRate(units, 0.9)]
    if (found.status === 'not-estimable') return reasonOf(found)
    if (law.status === 'not-estimable') return reasonOf(law)
    return {
      chi2: found.chiSquare,
      df: found.degrees,
      p: found.p,
      nb_rate: law.rate,
      nb_theta: law.theta,
      nb_se_log: law.standardErrorLog,
    }
  },
  'rate.empiricalBayes': (c: { failures: number[]; exposure: number[]; confidence: number }) => {
    const units = c.failures.map((failures, at) => ({ failures, exposure: c.exposure[at] ?? 0 }))
    const found = empiricalBayesRates(units, c.confidence)
    if (found.status === 'not-estimable') return reasonOf(found)
    return {
      shape: found.shape,
      rate: found.exposure,
      posterior: found.rates.map(({ rate }) => rate),
      lower: found.rates.map(({ lower }) => lower),
      upper: found.rates.map(({ upper }) => upper),
    }
  },
  'test.benjaminiHochberg': ({ p }: { p: number[] }) => ({
    bh: adjustedP(p, 'bh'),
    holm: adjustedP(p, 'holm'),
    by: adjustedP(p, 'by'),
  }),
  'recurrence.repeat': (c: { events: { id: string; asset: string; mode: string; t: number }[]; window: number }) => {
    const events = c.events.map(({ id, asset, mode, t }) => ({ id, asset, key: mode, day: t, km: null }))
    const answer = repeatFailures(events, { days: c.window })
    return answer.status === 'not-estimable'
      ? reasonOf(answer)
      : { repeat_ids: answer.repeats.map(({ id }) => id), repeat_rate: answer.share }
  },
}

/** Renames a case's inputs for our function and its answer for the case. `undefined`: no function for that method. */
export function answerCase(method: string, inputs: unknown): Answer | undefined {
  return (methods[method] ?? PLAN_METHODS[method])?.(inputs as never) ?? answerLifeCase(method, inputs)
}
